/** @jest-environment jsdom */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json';
import { misplacedElements } from './support/manifest-schema';

const ROOT = path.join(__dirname, '..');
const BASE = 'https://localhost:3000/';
const SOURCE = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
const manifest = new DOMParser().parseFromString(SOURCE, 'application/xml');
const elements = [...manifest.querySelectorAll('*')];

function named(name: string): Element[] {
  return elements.filter(({ nodeName }) => nodeName === name);
}

function attributesOf(name: string, attribute: string): string[] {
  return named(name).map((element) => element.getAttribute(attribute) ?? '');
}

const urls = elements
  .map((element) => element.getAttribute('DefaultValue') ?? '')
  .filter((value) => value.includes('://'));
const icons = urls.filter((url) => url.endsWith('.png')).map((url) => url.slice(BASE.length));

describe('as the schema prescribes', () => {
  test('well-formed, a task pane add-in', () => {
    expect(manifest.querySelector('parsererror')).toBeNull();
    expect(manifest.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
  });

  test('each element holds what it may, in the order it must', () => {
    expect(misplacedElements(manifest)).toEqual([]);
  });

  test('namespaces', () => {
    const namespaces = {
      outer: 'http://schemas.microsoft.com/office/appforoffice/1.1',
      overrides: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
      basic: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
    };
    const expected = (element: Element): string => {
      if (element.prefix === 'bt') return namespaces.basic;
      return element.closest('VersionOverrides') ? namespaces.overrides : namespaces.outer;
    };
    const wrong = elements.filter((element) => element.namespaceURI !== expected(element));
    expect(wrong.map(({ nodeName }) => nodeName)).toEqual([]);
  });

  test('texts are within their limits and none is empty', () => {
    const textsIn = (name: string): string[] =>
      elements
        .filter((element) => element.closest(name.replace(':', '\\:')))
        .flatMap((element) => [element.getAttribute('DefaultValue'), element.getAttribute('Value')])
        .filter((text): text is string => text !== null);
    const limits: [readonly string[], number][] = [
      [[...textsIn('bt:ShortStrings'), ...textsIn('DisplayName')], 125],
      [[...textsIn('bt:LongStrings'), ...textsIn('OfficeApp > Description')], 250],
      [[...attributesOf('Control', 'id'), ...attributesOf('Group', 'id'), ...attributesOf('CustomTab', 'id')], 125],
      [named('ProviderName').map(({ textContent }) => textContent ?? ''), 125],
      [named('TaskpaneId').map(({ textContent }) => textContent ?? ''), 125],
      [named('FunctionName').map(({ textContent }) => textContent ?? ''), 250],
      [elements.flatMap((element) => element.getAttribute('resid') ?? []), 32],
      [urls, 2048],
    ];
    for (const [texts, limit] of limits) {
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter((text) => text.trim() === '' || text.length > limit)).toEqual([]);
    }
  });

  test('ids are given once', () => {
    const ids = elements.map((element) => element.getAttribute('id')).filter((id) => id !== null);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  test('each resource that is named exists and is of its kind, and each that exists is named', () => {
    const section = (element: Element): string => {
      if (element.nodeName === 'bt:Image') return 'bt:Images';
      if (/^(?:SourceLocation|LearnMoreUrl|FunctionFile)$/.test(element.nodeName)) return 'bt:Urls';
      return element.nodeName === 'Description' ? 'bt:LongStrings' : 'bt:ShortStrings';
    };
    const uses = elements
      .filter((element) => element.hasAttribute('resid'))
      .map((element) => `${section(element)} ${element.getAttribute('resid')}`);
    const resources = elements
      .filter(({ parentElement }) => parentElement?.parentElement?.nodeName === 'Resources')
      .map((element) => `${element.parentElement?.nodeName} ${element.getAttribute('id')}`);
    expect([...resources].sort()).toEqual([...new Set(uses)].sort());
  });

  test('each set of icons has the three sizes that are required', () => {
    const sizes = named('Icon').map((icon) => [...icon.children].map((image) => image.getAttribute('size')).join());
    expect([...new Set(sizes)]).toEqual(['16,32,80']);
    const mistaken = named('bt:Image').filter(
      (image) =>
        image.hasAttribute('resid') && !image.getAttribute('resid')?.endsWith(`.${image.getAttribute('size')}`),
    );
    expect(mistaken).toEqual([]);
  });
});

describe('what it offers', () => {
  const labelOf = (control: Element): string => {
    const id = control.querySelector('Label')?.getAttribute('resid') ?? '';
    return manifest.querySelector(`[id="${id}"]`)?.getAttribute('DefaultValue') ?? '';
  };
  const urlOf = (control: Element): string | null => {
    const id = control.querySelector('Action > SourceLocation')?.getAttribute('resid');
    return id ? (manifest.querySelector(`[id="${id}"]`)?.getAttribute('DefaultValue') ?? '') : null;
  };
  const actionOf = (control: Element): string =>
    urlOf(control)?.slice(BASE.length) ?? `${control.querySelector('FunctionName')?.textContent}()`;
  const controlsIn = (name: string): string[][] =>
    [...manifest.querySelectorAll(`${name} Control`)].map((control) => [labelOf(control), actionOf(control)]);

  test('the tab 申报表 with its buttons', () => {
    expect(named('CustomTab').map((tab) => labelOf({ querySelector: () => tab.lastElementChild } as never))).toEqual([
      '申报表',
    ]);
    expect(controlsIn('CustomTab')).toEqual([
      ['校验', 'taskpane.html?view=check'],
      ['标记', 'toggleMarks()'],
      ['编码', 'taskpane.html?view=codes'],
      ['规范', 'taskpane.html?view=repairs'],
      ['审核意见', 'taskpane.html?view=opinions'],
      ['设置', 'taskpane.html?view=settings'],
    ]);
  });

  test('the menu of cells', () => {
    expect(attributesOf('OfficeMenu', 'id')).toEqual(['ContextMenuCell']);
    expect(controlsIn('OfficeMenu')).toEqual([
      ['校验申报表', 'taskpane.html?view=check'],
      ['标记申报表的问题', 'toggleMarks()'],
    ]);
  });

  test('all buttons open one and the same pane', () => {
    expect([...new Set(named('TaskpaneId').map(({ textContent }) => textContent))]).toEqual(['Shenbao.Pane']);
  });

  test('each button has an icon of its own', () => {
    const used = [...manifest.querySelectorAll('CustomTab Control Icon')].map(
      (icon) => icon.firstElementChild?.getAttribute('resid') ?? '',
    );
    expect(new Set(used).size).toBe(6);
    expect(used).not.toContain('App.Icon.16');
  });

  test('each function behind a button is one that the page of functions offers', async () => {
    await import('../src/commands');
    const names = [...new Set(named('FunctionName').map(({ textContent }) => textContent ?? ''))];
    expect(names).toEqual(['toggleMarks']);
    for (const name of names) expect(typeof (window as unknown as Record<string, unknown>)[name]).toBe('function');
  });

  test('functions in cells: where their page, script and description are, and what comes before their names', () => {
    const point = manifest.querySelector('AllFormFactors > ExtensionPoint');
    const resourceOf = (name: string): string | null | undefined => {
      const id = point?.querySelector(name)?.getAttribute('resid');
      return manifest.querySelector(`[id="${id}"]`)?.getAttribute('DefaultValue');
    };
    const names = ['Script > SourceLocation', 'Page > SourceLocation', 'Metadata > SourceLocation', 'Namespace'];
    expect(names.map(resourceOf)).toEqual([
      `${BASE}functions/functions.js`,
      `${BASE}functions.html`,
      `${BASE}functions/functions.json`,
      'SHENBAO',
    ]);
  });

  test('Chinese, and every text in English too', () => {
    expect(named('DefaultLocale').map(({ textContent }) => textContent)).toEqual(['zh-CN']);
    const texts = [
      ...named('DisplayName'),
      // A formula means the same whatever language Excel speaks.
      ...named('bt:String').filter((text) => text.getAttribute('id') !== 'Functions.Namespace'),
      ...manifest.querySelectorAll('OfficeApp > Description'),
    ];
    const chinese = texts.filter((text) => /[\u4e00-\u9fff]/.test(text.getAttribute('DefaultValue') ?? ''));
    expect(chinese).toHaveLength(texts.length);
    for (const text of texts) {
      expect([...text.children].map((child) => child.getAttribute('Locale'))).toEqual(['en-US']);
      expect(text.firstElementChild?.getAttribute('Value')).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('asks for no more of Excel than the pane needs to say what is missing', () => {
    expect(named('Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')])).toEqual([
      ['ExcelApi', '1.1'],
    ]);
    expect(named('Permissions').map(({ textContent }) => textContent)).toEqual(['ReadWriteDocument']);
  });
});

describe('what it points to', () => {
  // The build's own tools do not run in jsdom.
  const {
    pages: builtPages,
    copied,
    scripts,
  } = JSON.parse(
    execFileSync(
      process.execPath,
      [
        '-e',
        `const plugins = require('./webpack.config.js')().flatMap(({ plugins }) => plugins);
        const pages = plugins.flatMap(({ userOptions }) => userOptions?.filename ?? []);
        const copied = plugins.flatMap(({ patterns }) => patterns ?? []);
        const [{ entry, output }] = require('./webpack.config.js')().filter(({ name }) => name === 'functions');
        const scripts = Object.keys(entry).map((name) => output.filename.replace('[name]', name));
        console.log(JSON.stringify({ pages, copied, scripts }));`,
      ],
      { cwd: ROOT, encoding: 'utf8' },
    ),
  ) as {
    readonly pages: readonly string[];
    readonly copied: readonly { readonly context?: string; readonly to: string }[];
    /** Of functions in cells. */
    readonly scripts: readonly string[];
  };

  test('addresses share one secure base', () => {
    expect(urls.length).toBeGreaterThan(20);
    expect(urls.filter((url) => !url.startsWith(BASE))).toEqual([]);
    // All but the four namespaces.
    expect(SOURCE.split('://').length - 1).toBe(urls.length + 4);
  });

  test('every page is one that the build makes', () => {
    const pages = urls
      .filter((url) => !/\.(?:png|js|json)$/.test(url))
      .map((url) => url.slice(BASE.length).split('?')[0]);
    expect([...new Set(pages)].sort()).toEqual(['commands.html', 'functions.html', 'taskpane.html', 'workbench.html']);
    expect(pages.filter((page) => !builtPages.includes(page))).toEqual([]);
  });

  test('the script of the functions in cells and its description are there by the names of the manifest', () => {
    const files = urls.filter((url) => /\.(?:js|json)$/.test(url)).map((url) => url.slice(BASE.length));
    expect(files).toEqual(['functions/functions.js', 'functions/functions.json']);
    expect(scripts).toEqual([files[0]]);
    expect(copied.map(({ to }) => to)).toContain(files[1]);
  });

  test('every icon exists, is as large as its name says, and is copied by the build', () => {
    const wrong = icons.filter((icon) => {
      const file = path.join(ROOT, 'assets', icon);
      const size = Number(/-(\d+)\.png$/.exec(icon)?.[1]);
      return !existsSync(file) || pngSize(file) !== `${size}x${size}`;
    });
    expect(wrong).toEqual([]);
    expect(icons.filter((icon) => !icon.startsWith('icons/'))).toEqual([]);
    expect(copied.filter(({ context }) => context === 'assets/icons')).toEqual([
      { context: 'assets/icons', from: '**/*.png', to: 'icons/[path][name][ext]' },
    ]);
  });

  test('every button that was drawn is used, and each of its pictures has a source', () => {
    const folder = path.join(ROOT, 'assets/icons/ribbon');
    const files = readdirSync(folder);
    const drawn = files.filter((file) => file.endsWith('.png')).map((file) => `icons/ribbon/${file}`);
    expect(drawn.filter((file) => !icons.includes(file))).toEqual([]);
    const names = [...new Set(drawn.map((file) => path.basename(file).replace(/-\d+\.png$/, '')))];
    expect(names.filter((name) => !files.includes(`${name}.svg`) || !files.includes(`${name}-16.svg`))).toEqual([]);
  });

  test('the version is that of the package', () => {
    expect(named('Version').map(({ textContent }) => textContent)).toEqual([`${packageJson.version}.0`]);
  });
});

/** "32x32", from the header of a PNG file. */
function pngSize(file: string): string {
  const bytes = readFileSync(file);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
