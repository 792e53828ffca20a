import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseProfile, type Profile } from '../core/review/profile';
import type { Rule } from '../core/rules/define-rule';
import { explainFileError } from './file-error';
import { UsageError } from './usage-error';

/** The profile of that id, else the one in that file; the first built-in one when none is named. */
export async function loadProfile(
  name: string | undefined,
  builtin: readonly Profile[],
  rules: readonly Rule[],
  cwd: string,
): Promise<Profile> {
  if (name === undefined) return builtin[0];
  const known = builtin.find((profile) => profile.id === name);
  if (known !== undefined) return known;
  const text = await readProfileFile(name, builtin, cwd);
  const profile = parseFile(name, text);
  // A misspelt rule would otherwise keep its severity without a word.
  const unknown = Object.keys(profile.severities).find((id) => rules.every((rule) => rule.id !== id));
  if (unknown !== undefined)
    throw new UsageError(`${name}：severities：没有“${unknown}”这条规则；全部规则见 shenbao rules`);
  return profile;
}

function parseFile(name: string, text: string): Profile {
  try {
    return parseProfile(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const reason = error instanceof SyntaxError ? '不是有效的 JSON 文件。' : (error as Error).message;
    throw new UsageError(`${name}：${reason}`);
  }
}

async function readProfileFile(name: string, builtin: readonly Profile[], cwd: string): Promise<string> {
  try {
    return await readFile(path.resolve(cwd, name), 'utf8');
  } catch (error) {
    const ids = builtin.map((profile) => `${profile.id}（${profile.name}）`).join('、');
    throw new UsageError(`没有“${name}”这个校验方案：${explainFileError(error)}内置方案有：${ids}`);
  }
}
