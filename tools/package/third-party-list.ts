import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import standardLicences from 'spdx-license-list/full.js';
import { PackageProblem } from './package-problem';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i;
const RULE = '='.repeat(80);

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; null when the package states none. */
  readonly licence: string | null;
  /** 窗格, 工作台, 命令行. */
  readonly parts: readonly string[];
  readonly text: string;
}

/**
 * Which packages of others are in which part, with the texts of their licences; the terms of office.js at the end.
 * @param lists folders of packages (`node_modules/zod`) by the part that has code of them
 * @throws PackageProblem for a package without any licence
 */
export function thirdPartyList(root: string, lists: ReadonlyMap<string, readonly string[]>): string {
  const folders = [...new Set([...lists.values()].flat())].sort();
  const packages = folders.map((folder) =>
    readPackage(
      path.join(root, folder),
      [...lists].filter(([, list]) => list.includes(folder)).map(([part]) => part),
    ),
  );
  return [
    '申报表助手使用的第三方程序',
    '',
    `一、开源程序：${packages.length} 个，经合并、压缩后在 site/ 和 cli/ 的脚本里。许可全文在列表之后。`,
    '二、微软 Office JavaScript API 程序库：site/office/ 里的脚本，原样未改，不是开源软件，适用微软的许可条款，',
    '    全文在本文件末尾（同 site/office/LICENSE.md）。',
    '',
    ...packages.map(
      ({ name, version, licence, parts }) => `${name} ${version}  ${licence ?? '见许可全文'}  （${parts.join('、')}）`,
    ),
    '',
    ...[...byText(packages)].flatMap(([text, those]) => [RULE, titles(those), RULE, '', text, '']),
    RULE,
    'Microsoft Office JavaScript API (site/office/)',
    RULE,
    '',
    readFileSync(path.join(root, 'node_modules/@microsoft/office-js/LICENSE.md'), 'utf8').trim(),
    '',
  ].join('\n');
}

function readPackage(folder: string, parts: readonly string[]): BundledPackage {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = typeof license === 'string' ? license : null;
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
  const text = texts.length > 0 ? texts.join('\n\n') : standardText(name, licence, authorName(author));
  return { name, version, licence, parts, text };
}

/** For a package that names its licence and holds no text of it. */
function standardText(name: string, licence: string | null, author: string): string {
  const standard = licence === null ? undefined : standardLicences[licence];
  if (standard === undefined) {
    throw new PackageProblem(`程序包 ${name} 没有写明许可，不能随部署包分发。请换一个程序包，或向作者问明许可。`);
  }
  return `Copyright: ${author}. The package names its licence without a copy; this is the standard text of ${licence}:\n\n${standard.licenseText.trim()}`;
}

function authorName(author: unknown): string {
  if (typeof author === 'string') return author.replace(/\s*[<(].*$/, '');
  return (author as { name?: string } | undefined)?.name ?? 'the authors of the package';
}

function byText(packages: readonly BundledPackage[]): ReadonlyMap<string, readonly BundledPackage[]> {
  const groups = new Map<string, BundledPackage[]>();
  for (const one of packages) groups.set(one.text, [...(groups.get(one.text) ?? []), one]);
  return groups;
}

function titles(packages: readonly BundledPackage[]): string {
  return packages.map(({ name, version }) => `${name} ${version}`).join('\n');
}
