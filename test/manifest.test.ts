/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json';

const ROOT = path.join(__dirname, '..');
const SOURCE = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
const manifest = new DOMParser().parseFromString(SOURCE, 'application/xml');

/** Children in the order that the schema's sequences prescribe; Excel refuses a manifest in any other. */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['Group', 'Label', 'InsertAfter', 'InsertBefore'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action', 'Enabled'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

const elements = [...manifest.querySelectorAll('*')];

function attributesOf(name: string, attribute: string): string[] {
  return elements.filter(({ nodeName }) => nodeName === name).map((element) => element.getAttribute(attribute) ?? '');
}

test('well-formed', () => {
  expect(manifest.querySelector('parsererror')).toBeNull();
  expect(manifest.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
});

test('children stand in the order of the schema', () => {
  for (const element of elements) {
    const sequence = SEQUENCES[element.nodeName];
    if (sequence === undefined) continue;
    const children = [...element.children].map(({ nodeName }) => nodeName);
    const expected = [...children].sort((a, b) => sequence.indexOf(a) - sequence.indexOf(b));
    expect(children.filter((name) => !sequence.includes(name))).toEqual([]);
    expect([element.nodeName, children]).toEqual([element.nodeName, expected]);
  }
});

test('each resource that is named exists once, and each that exists is named', () => {
  const named = [...new Set(elements.map((element) => element.getAttribute('resid')).filter((id) => id !== null))];
  const defined = ['bt:Image', 'bt:Url', 'bt:String'].flatMap((name) => attributesOf(name, 'id')).filter((id) => id);
  expect(defined.sort()).toEqual(named.sort());
});

test('resource texts keep within what Excel shows', () => {
  const tooLong = (section: string, limit: number): string[] =>
    elements
      .filter(
        ({ parentElement }) =>
          parentElement?.nodeName === section || parentElement?.parentElement?.nodeName === section,
      )
      .map((element) => element.getAttribute('DefaultValue') ?? element.getAttribute('Value') ?? '')
      .filter((text) => text.length > limit);
  expect(tooLong('bt:ShortStrings', 125)).toEqual([]);
  expect(tooLong('bt:LongStrings', 250)).toEqual([]);
  for (const element of elements) expect((element.getAttribute('resid') ?? '').length).toBeLessThanOrEqual(32);
});

test('every text has its English one', () => {
  const overridden = elements.filter(({ nodeName }) => ['DisplayName', 'bt:String'].includes(nodeName));
  expect(overridden.length).toBeGreaterThan(0);
  for (const element of overridden) {
    expect([...element.children].map((child) => child.getAttribute('Locale'))).toEqual(['en-US']);
  }
});

test('icons exist, addresses share one secure base, the version is the package version', () => {
  const urls = elements
    .map((element) => element.getAttribute('DefaultValue') ?? '')
    .filter((value) => value.includes('://'));
  for (const url of urls) expect(url).toMatch(/^https:\/\/localhost:3000\//);
  const icons = urls.filter((url) => url.endsWith('.png')).map((url) => path.basename(url));
  expect(icons.filter((icon) => !existsSync(path.join(ROOT, 'assets/icons', icon)))).toEqual([]);
  expect(manifest.querySelector('Version')?.textContent).toBe(`${packageJson.version}.0`);
});

test('the pane asks for the least ExcelApi it works with', () => {
  expect(attributesOf('Set', 'Name')).toEqual(['ExcelApi']);
  expect(attributesOf('Set', 'MinVersion')).toEqual(['1.4']);
});
