import type { Rule } from '../rules/define-rule';
import { findJsonTrouble } from '../values/json-text';
import { parseProfile, type Profile } from './profile';

/** What a profile may say of a rule. */
type KnownRule = Pick<Rule, 'id' | 'thresholds'>;

/** What a profile file may refer to. */
export interface ProfileReferences {
  /** Profiles that it may extend. */
  readonly profiles: readonly Profile[];
  readonly rules: readonly KnownRule[];
}

const MOST_CHARACTERS = 200000;

/**
 * Reads the text of a profile file as an office wrote it.
 * @throws Error with a Chinese sentence that says where it is wrong and what may stand there.
 */
export function readProfileText(text: string, { profiles, rules }: ProfileReferences): Profile {
  if (text.length > MOST_CHARACTERS) throw new Error('文件太大，不像是校验方案。');
  if (text.indexOf('\ufffd') >= 0) throw new Error('文件不是 UTF-8 编码：请在记事本中“另存为”，编码选 UTF-8。');
  const json = text.replace(/^\ufeff/, '');
  const trouble = findJsonTrouble(json);
  if (trouble !== null) throw new Error(`不是有效的 JSON 文件：第 ${trouble.line} 行${trouble.reason}。`);
  const profile = parseProfile(JSON.parse(json), profiles);
  requireKnownRules(profile, rules);
  return profile;
}

/**
 * Refuses a profile that names a rule or a threshold which does not exist: misspelt, it would be ignored without a word.
 * @throws Error with a Chinese sentence.
 */
export function requireKnownRules({ severities, thresholds }: Profile, rules: readonly KnownRule[]): void {
  const known = new Map(rules.map((rule) => [rule.id, rule] as const));
  const requireRule = (key: string, id: string): void => {
    if (!known.has(id)) throw new Error(`${key}：没有“${id}”这条规则${suggest(id, rules)}；全部规则见 docs/rules.md。`);
  };
  for (const id of Object.keys(severities)) requireRule('severities', id);
  for (const id of Object.keys(thresholds)) {
    requireRule('thresholds', id);
    const names = Object.keys((known.get(id) as KnownRule).thresholds);
    const unknown = Object.keys(thresholds[id]).find((name) => names.indexOf(name) < 0);
    if (unknown === undefined) continue;
    const choice =
      names.length > 0 ? `没有“${unknown}”这个数值，可以写：${names.join('、')}` : '这条规则没有可调整的数值';
    throw new Error(`thresholds.${id}：${choice}。`);
  }
}

function suggest(id: string, rules: readonly KnownRule[]): string {
  const flaw = id.replace(/^.*\//, '');
  const near = rules.filter((rule) => flaw !== '' && rule.id.replace(/^.*\//, '').indexOf(flaw.slice(0, 5)) === 0);
  return near.length > 0 && near.length <= 3 ? `（是不是 ${near.map((rule) => rule.id).join('、')}？）` : '';
}
