/** @jest-environment jsdom */
import { isThisMachine, ManifestProblem } from '../../tools/manifest/base-url';
import { manifestFor, readManifestTemplate, type ManifestOptions } from '../../tools/manifest/manifest-for';
import { misplacedElements } from '../support/manifest-schema';

const SERVER = 'https://oa.example.gov.cn/shenbao';

function parse(text: string): Document {
  return new DOMParser().parseFromString(text, 'application/xml');
}

function urlsIn(text: string): string[] {
  return [...parse(text).querySelectorAll('*')]
    .map((element) => element.getAttribute('DefaultValue') ?? '')
    .filter((value) => value.includes('://'));
}

function textOf(text: string, element: string): string | null | undefined {
  return parse(text).querySelector(element)?.textContent;
}

function problemOf(options: ManifestOptions): string {
  try {
    manifestFor(options);
  } catch (error) {
    if (error instanceof ManifestProblem) return error.message;
    throw error;
  }
  throw new Error('no problem');
}

test('the template with other addresses, and with nothing else changed', () => {
  const written = manifestFor({ baseUrl: SERVER });
  expect(written).not.toContain('localhost');
  expect(written.split(SERVER).join('https://localhost:3000')).toBe(readManifestTemplate());
  expect(urlsIn(written)).toContain(`${SERVER}/taskpane.html?view=check`);
});

test.each([
  [`${SERVER}/`, SERVER],
  [`  ${SERVER}//  `, SERVER],
  ['https://OA.example.gov.cn:8443', 'https://oa.example.gov.cn:8443'],
  ['https://oa.example.gov.cn/a&b/申报表', 'https://oa.example.gov.cn/a&b/%E7%94%B3%E6%8A%A5%E8%A1%A8'],
  ['https://oa.example.gov.cn/"x"<y>', 'https://oa.example.gov.cn/%22x%22%3Cy%3E'],
  ["https://oa.example.gov.cn/$&'$1", "https://oa.example.gov.cn/$&'$1"],
])('all pages and icons are under %s', (baseUrl, base) => {
  const written = manifestFor({ baseUrl });
  expect(parse(written).querySelector('parsererror')).toBeNull();
  expect(urlsIn(written)).toHaveLength(urlsIn(readManifestTemplate()).length);
  expect(urlsIn(written).filter((url) => !url.startsWith(`${base}/`) || url.startsWith(`${base}//`))).toEqual([]);
});

test('for SharePoint: the pane alone', () => {
  const written = manifestFor({ baseUrl: SERVER, catalog: 'sharepoint' });
  expect(misplacedElements(parse(written))).toEqual([]);
  expect([...parse(written).documentElement.children].map(({ nodeName }) => nodeName).slice(-2)).toEqual([
    'DefaultSettings',
    'Permissions',
  ]);
  expect(urlsIn(written)).toEqual([
    `${SERVER}/icons/icon-32.png`,
    `${SERVER}/icons/icon-64.png`,
    `${SERVER}/taskpane.html`,
  ]);
});

test('without functions in cells: nothing of them, and all else as it was', () => {
  const written = manifestFor({ baseUrl: SERVER, hasFunctions: false });
  expect(misplacedElements(parse(written))).toEqual([]);
  expect(written).not.toMatch(/Functions\.|functions[./]|"SHENBAO"|CustomFunctions|AllFormFactors/);
  const all = manifestFor({ baseUrl: SERVER }).split('\n');
  const left = all.filter((line) => !written.split('\n').includes(line)).map((line) => line.trim());
  expect(left.filter((line) => /^<(?!\/)/.test(line)).map((line) => /^<([!\w:-]+)/.exec(line)?.[1])).toEqual([
    '!--',
    'AllFormFactors',
    'ExtensionPoint',
    'Script',
    'SourceLocation',
    'Page',
    'SourceLocation',
    'Metadata',
    'SourceLocation',
    'Namespace',
    'bt:Url',
    'bt:Url',
    'bt:Url',
    'bt:String',
  ]);
});

test('id and version are those given', () => {
  const id = 'A1B2C3D4-0000-4000-8000-00000000000F';
  const written = manifestFor({ baseUrl: SERVER, id: `{${id}}`, version: '1.2.3' });
  expect([textOf(written, 'Id'), textOf(written, 'Version')]).toEqual([id.toLowerCase(), '1.2.3.0']);
  expect(textOf(manifestFor({ baseUrl: SERVER, version: '1.2.3.4' }), 'Version')).toBe('1.2.3.4');
  expect(misplacedElements(parse(written))).toEqual([]);
});

const COMPLETE = '请写完整的网址，例如 https://oa.example.gov.cn/shenbao。';

test.each([
  ['http://oa/shenbao', 'Excel 只加载 https 页面。请为服务器配置证书，并改用 https:// 开头的地址。'],
  ['ftp://oa/shenbao', '必须以 https:// 开头。'],
  ['oa.example.gov.cn', COMPLETE],
  ['https:oa', COMPLETE],
  ['https:///shenbao', COMPLETE],
  ['https://oa example', COMPLETE],
  ['', COMPLETE],
  ['https://oa/shenbao?a=1', '地址中不能有“?”或“#”及其后的内容，只写网站目录。'],
  ['https://oa/shenbao#a', '地址中不能有“?”或“#”及其后的内容，只写网站目录。'],
  ['https://user:secret@oa/', '地址中不能带用户名或密码。'],
  ['https://oa/taskpane.html', '只写网站目录，不写页面文件名。'],
  ['https://oa/taskpane.html/', '只写网站目录，不写页面文件名。'],
  ['https://oa"gov/shenbao', '服务器名称里有不能用的字符。'],
])('refuses the address "%s"', (baseUrl, reason) =>
  expect(problemOf({ baseUrl })).toBe(`地址“${baseUrl}”不能用：${reason}`),
);

test('refuses what is no id or no version', () => {
  expect(problemOf({ baseUrl: SERVER, id: '1234' })).toBe(
    '编号“1234”不是 GUID，应形如 78dce934-7485-4df4-8919-7edd2f41ca42。',
  );
  expect(problemOf({ baseUrl: SERVER, version: '1.2.0-beta' })).toBe(
    '版本号“1.2.0-beta”应为三段或四段数字，例如 1.2.0。',
  );
});

test.each([
  ['https://localhost:3000', true],
  ['https://127.0.0.1/a', true],
  ['https://[::1]/a', true],
  ['https://localhost.example.gov.cn', false],
  ['https://oa', false],
])('%s leads to whichever machine it is opened on: %s', (address, isLocal) =>
  expect(isThisMachine(address)).toBe(isLocal),
);
