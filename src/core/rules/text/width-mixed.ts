import type { Edit } from '../../changes/change-set';
import type { Form } from '../../forms/form';
import type { Fix } from '../../review/finding';
import { findWidthMarks, type PunctuationWidth, type WidthMark } from '../../values/punctuation-width';
import { defineFormRule } from '../define-rule';
import { textFix } from '../text-fix';
import { writtenTextsOf, type WrittenText } from '../written-texts';

interface MarkedText {
  readonly written: WrittenText;
  readonly marks: readonly WidthMark[];
}

const WIDTH_NAMES: Readonly<Record<PunctuationWidth, string>> = { full: '全角', half: '半角' };

export default defineFormRule({
  id: 'text/width-mixed',
  severity: 'info',
  title: '同一张表里同一种标点应全用全角或全用半角',
  why: '全角和半角混用显得几段文字各抄各的，公开前要再改一遍。',
  basis: '《标点符号用法》（GB/T 15834—2011）；填报惯例',
  example: { wrong: '采购设备，开展培训,完成验收', right: '采购设备，开展培训，完成验收' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  messages: {
    mixed: '本表填写的文字中{marks}混用，请统一为{width}标点。',
  },
  *check(form, problem, { profile }) {
    const { punctuationWidth } = profile;
    const texts = writtenTextsOf(form).filter((written) => isFilledIn(form, written));
    const marked = texts.map((written) => ({ written, marks: findWidthMarks(written.text) }));
    const mixed = mixedMarks(marked);
    if (mixed.length === 0) return;
    const isWrong = (mark: WidthMark): boolean => mark.width !== punctuationWidth && mixed.indexOf(kindOf(mark)) >= 0;
    const [first] = marked.filter(({ marks }) => marks.some(isWrong));
    const [{ start, end }] = first.marks.filter(isWrong);
    const marks = mixed.map((kind) => describe(marked, kind)).join('、');
    yield problem(
      'mixed',
      first.written.cellAt(start),
      { marks, width: WIDTH_NAMES[punctuationWidth] },
      {
        quote: first.written.text.slice(Math.max(0, start - 8), end + 8).trim(),
        fix: unify(marked, isWrong, `统一为${WIDTH_NAMES[punctuationWidth]}标点`),
      },
    );
  },
});

/** Project names come from the register and names in a coded table from the catalogue; remarks belong to the template. */
function isFilledIn(form: Form, { role }: WrittenText): boolean {
  return role !== 'title' && role !== 'remark' && !(role === 'name' && form.type === 'coded-indicators');
}

/** The full-width form of a mark; brackets count as one kind. */
function kindOf({ mark, other, width }: WidthMark): string {
  const full = width === 'full' ? mark : other;
  return full === '）' ? '（' : full;
}

/** The kinds of marks that stand in both widths. */
function mixedMarks(marked: readonly MarkedText[]): readonly string[] {
  const widths = new Map<string, Set<PunctuationWidth>>();
  for (const { marks } of marked) {
    for (const mark of marks) {
      const kind = kindOf(mark);
      const seen = widths.get(kind) || new Set<PunctuationWidth>();
      seen.add(mark.width);
      widths.set(kind, seen);
    }
  }
  return Array.from(widths.keys()).filter((kind) => (widths.get(kind) as Set<PunctuationWidth>).size === 2);
}

/** "“，”（5处）与“,”（1处）" */
function describe(marked: readonly MarkedText[], kind: string): string {
  const counts = { full: 0, half: 0 };
  const writings = { full: kind, half: '' };
  for (const { marks } of marked) {
    for (const mark of marks) {
      if (kindOf(mark) !== kind) continue;
      counts[mark.width] += 1;
      if (mark.width === 'half' && mark.mark !== ')') writings.half = mark.mark;
    }
  }
  const half = writings.half || '(';
  return `“${writings.full}”（${counts.full}处）与“${half}”（${counts.half}处）`;
}

function unify(marked: readonly MarkedText[], isWrong: (mark: WidthMark) => boolean, label: string): Fix | undefined {
  const edits: Edit[] = [];
  for (const { written, marks } of marked) {
    const pieces = marks.filter(isWrong).map(({ start, end, other }) => ({ start, end, by: other }));
    if (pieces.length === 0) continue;
    const fix = textFix(label, written, pieces);
    if (fix === undefined) return undefined;
    edits.push(...fix.edits);
  }
  return { label, edits };
}
