import { findDocumentNumbers, type DocumentNumber } from '../../values/document-numbers';
import type { Replacement } from '../../rules/text-fix';
import { defineTextRepair } from '../define-repair';

export default defineTextRepair({
  id: 'template/document-number-signs',
  label: '统一发文字号的写法',
  title: '发文字号的年份用六角括号，年份和编号用半角数字，中间没有空格',
  why: '写法不一，按文号查找就会漏掉。',
  basis: '《党政机关公文格式》（GB/T 9704—2012）',
  example: { wrong: '南府规﹝２０２２﹞ 8 号', right: '南府规〔2022〕8号' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  *propose(written, repair) {
    const replacements: Replacement[] = [];
    for (const number of findDocumentNumbers(written.text)) {
      // Other brackets and missing numbers: text/document-number.
      if (!number.hasRightBrackets || number.number === '' || /^[线楼院栋]/.test(written.text.slice(number.end)))
        continue;
      const replacement = rightWriting(written.text, number);
      if (replacement !== null) replacements.push(replacement);
    }
    if (replacements.length > 0) yield repair.replace(written, replacements);
  },
});

function rightWriting(text: string, { start, end, sender, year, brackets }: DocumentNumber): Replacement | null {
  // Blanks between the sender's sign and the bracket go too.
  const from = sender === '' ? brackets[0] : start + sender.length;
  const found = text.slice(from, end);
  const rest = text.slice(brackets[1] + 1, end);
  const by = `〔${year}〕${halfWidthDigits(rest).replace(/\s+/g, '')}`;
  return found === by || /\n/.test(found) ? null : { start: from, end, by };
}

function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
