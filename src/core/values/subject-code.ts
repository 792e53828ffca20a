import { compactText, normalizeWidth } from './normalize-text';

/**
 * A code of the 政府收支分类科目: 类 (3 digits), 款 (5), 项 (7) of the functional classification (1xx income, 2xx expenditure),
 * 类 (3) and 款 (5) of the economic ones (3xx for departments, 5xx for governments).
 */
export interface SubjectCode {
  readonly code: string;
  /** 1 for 类, 2 for 款, 3 for 项. */
  readonly level: 1 | 2 | 3;
}

export interface CodedSubject {
  readonly code: string;
  /** What stands beside the code; "" for a code alone. */
  readonly name: string;
}

/** Takes a code off the start of a text: "2011308-招商引资", "201-13-08", "[2011308]招商引资", "2011308 招商引资", "201"; undefined without one. */
export function splitSubjectCode(text: string): CodedSubject | undefined {
  const apart = /^\s*([0-9]{3})[-.\s]([0-9]{2})(?:[-.\s]([0-9]{2}))?\s*$/.exec(text);
  if (apart) return { code: apart[1] + apart[2] + (apart[3] || ''), name: '' };
  const match = /^[\[(【]?([0-9]{3,9})[\])】]?[-—–_.、:\s]*([^0-9][\s\S]{0,100})?$/.exec(normalizeWidth(text).trim());
  if (!match) return undefined;
  return { code: match[1], name: (match[2] || '').trim() };
}

/** The level a code's length says; undefined for a length that no subject has. */
export function levelOfCode(code: string): SubjectCode['level'] | undefined {
  if (!/^[0-9]+$/.test(code)) return undefined;
  return ({ 3: 1, 5: 2, 7: 3 } as Readonly<Record<number, SubjectCode['level']>>)[code.length];
}

/** The code of the subject above: "2011308" belongs to "20113", that to "201"; null for a 类. */
export function parentCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null;
}

/** A subject's name as it is compared: without list number, 其中, marks and blanks. */
export function bareSubjectName(text: string): string {
  return compactText(text)
    .replace(/^(?:其中|减|加)[:、]/, '')
    .replace(/^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[、.)](?![0-9]))/, '')
    .replace(/[“”"'‘’「」]/g, '');
}
