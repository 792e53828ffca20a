import type { StatedAbsence } from './money-statement';

const ABSENT =
  /^(.{0,40}?)(?:没有|未安排|无|不涉及)(?:安排)?((?:政府性基金|国有资本经营|因公出国|公务接待|公务用车|政府采购|[“"]?三公).{0,30})$/;

/** What a clause says there is none of: "本部门无政府性基金预算支出"; null for any other clause. */
export function findAbsence(clause: string): Pick<StatedAbsence, 'subject' | 'name'> | null {
  const match = clause.length > 80 ? null : ABSENT.exec(clause);
  return match && { subject: match[1], name: match[2] };
}
