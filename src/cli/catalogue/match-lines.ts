import type { MatchQuery } from '../../core/catalogue/matching';
import { parseLevel2 } from '../../core/forms/indicator-levels';
import { compactText } from '../../core/values/normalize-text';

/** One line of `shenbao match`: what was written, and what it asks for. */
export interface MatchLine {
  readonly name: string;
  /** As written; "" when the line names none. */
  readonly level2: string;
  readonly query: MatchQuery;
}

const NAME_HEADINGS = /^(?:三级)?(?:绩效)?指标(?:名称)?$|^name$/i;
const LEVEL2_HEADINGS = /^二级(?:绩效)?指标(?:名称|类型)?$|^level2$/i;

/** Tells the lines that ask for an indicator from heads, remarks ("#") and blank ones. */
export class MatchLineReader {
  private isFirst = true;

  /** Null for a line that asks for nothing. */
  read(line: string): MatchLine | null {
    const [name, level2 = ''] = line.split('\t');
    if (line.trim() === '' || name.charAt(0) === '#') return null;
    const isHead = this.isFirst && isHeading(name, level2);
    this.isFirst = false;
    return isHead ? null : { name, level2, query: { name, level2: parseLevel2(level2).kind } };
  }
}

// "指标" alone in a line may be somebody's indicator; with a head for the second level beside it, it is none.
function isHeading(name: string, level2: string): boolean {
  const [first, second] = [compactText(name), compactText(level2)];
  return NAME_HEADINGS.test(first) && (LEVEL2_HEADINGS.test(second) || (second === '' && /^三级/.test(first)));
}
