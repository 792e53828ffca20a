import type { FormCell, Paragraph, ProseSheet } from '../forms/form';
import { oncePer } from '../forms/once-per';
import { maskMarkup } from '../values/markup';
import type { MoneyStatements } from '../values/money-sentences/money-statement';
import { readMoneyStatements } from '../values/money-sentences/read-money-statements';
import { compactText } from '../values/normalize-text';

/** A paragraph of prose with what it says about money, and where it stands. */
export interface StatingParagraph {
  /** With markup blanked out. */
  readonly text: string;
  readonly statements: MoneyStatements;
  /** The heading above, without its number; "" for none. */
  readonly heading: string;
  /** True where a heading above names an office other than the departments of the tables. */
  isUnderOtherOffice(departments: ReadonlySet<string>): boolean;
  /** "1.", "(一)" with its digits replaced: paragraphs of one list have the same. "" for none. */
  readonly numberStyle: string;
  readonly number: number;
  /** The cell in which a character of the text as written stands. */
  cellAt(offset: number): FormCell;
  readonly isHeading: boolean;
}

const NUMBERING =
  /^(?:第[一二三四五六七八九十]{1,3}[部分章节]{1,2}|[(（]?([一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:[)）、]|[.．](?![0-9]))[、.]?)/;
const PART = /^第[一二三四五六七八九十]{1,3}[部章]/;
const OFFICE =
  /(?:局|委|委员会|办|办公室|中心|院|校|中学|小学|幼儿园|所|站|队|本级|机关|馆|社|处|厅|署|园|公司|联合会|协会|政府|街道)(?:\(本级\))?$/;
const NO_OFFICE = /预算|支出|收入|情况|说明|职责|设置|目标|工作|经费|概况|绩效|采购|名词|表|其他/;
const DIGITS = '一二三四五六七八九十';

/** The paragraphs of running text in order. */
export const statingParagraphs = oncePer((form: ProseSheet): readonly StatingParagraph[] => {
  let heading = '';
  let office = '';
  const read: StatingParagraph[] = [];
  for (const paragraph of form.paragraphs) {
    if (paragraph.kind === 'table-cell') continue;
    const compact = compactText(paragraph.text);
    const bare = compact.replace(NUMBERING, '');
    if (paragraph.kind === 'heading') {
      if (PART.test(compact)) office = '';
      if (bare.length >= 4 && OFFICE.test(bare) && !NO_OFFICE.test(bare)) office = bare;
      heading = bare;
    }
    read.push(readParagraph(paragraph, compact, paragraph.kind === 'heading' ? '' : heading, office));
  }
  return read;
});

function readParagraph(paragraph: Paragraph, compact: string, heading: string, office: string): StatingParagraph {
  const text = maskMarkup(paragraph.text);
  const numbering = NUMBERING.exec(compact);
  const digits = numbering && numbering[1] ? numbering[1] : '';
  return {
    text,
    statements: readMoneyStatements(text),
    heading,
    isUnderOtherOffice: (departments) => office !== '' && !departments.has(office),
    numberStyle:
      digits === '' ? '' : (numbering as RegExpExecArray)[0].replace(digits, /[0-9]/.test(digits) ? '1' : '一'),
    number: numberOf(digits),
    cellAt: (offset) => {
      const { parts } = paragraph;
      let found = parts[0];
      for (const part of parts) if (part.start <= offset) found = part;
      return found.cell;
    },
    isHeading: paragraph.kind === 'heading',
  };
}

function numberOf(digits: string): number {
  if (/[0-9]/.test(digits)) return Number(digits);
  if (digits.length <= 1) return DIGITS.indexOf(digits) + 1;
  const [tens, ones] =
    digits.charAt(0) === '十' ? [1, digits.charAt(1)] : [DIGITS.indexOf(digits.charAt(0)) + 1, digits.charAt(2)];
  return tens * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones) + 1);
}
