import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rulesAndRepairs } from '../core/normalizing/rules-and-repairs';
import type { Profile } from '../core/review/profile';
import { readProfileText } from '../core/review/profile-text';
import type { ProfileOption } from '../core/review/run-review';
import type { ReviewResources } from '../session/review-resources';
import { explainFileError } from './file-error';
import { UsageError } from './usage-error';

const AUTOMATIC = 'auto';

/** The profile of that id, else the one in that file; all built-in ones to choose from when none is named. */
export async function loadProfile(
  name: string = AUTOMATIC,
  { profiles, rules }: Pick<ReviewResources, 'profiles' | 'rules'>,
  cwd: string,
): Promise<ProfileOption> {
  if (name === AUTOMATIC) return { profiles };
  const known = profiles.find((profile) => profile.id === name);
  if (known !== undefined) return { profile: known };
  const text = await readProfileFile(name, profiles, cwd);
  try {
    return { profile: readProfileText(text, { profiles, rules: rulesAndRepairs(rules) }) };
  } catch (error) {
    throw new UsageError(`${name}：${(error as Error).message}`);
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
