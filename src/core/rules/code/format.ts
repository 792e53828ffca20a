import { CODE_LENGTH, formatCoded, isCommonCode } from '../../values/indicator-code';
import { catalogueOf } from '../active-catalogue';
import { cellFix } from '../cell-fix';
import { codedCellsOf, type CodedCell } from '../coded-cells';
import { defineFormRule, unchecked, type ProblemDetails, type RuleContext } from '../define-rule';
import { levelDigitsOf } from '../level-digits';

export default defineFormRule({
  id: 'code/format',
  severity: 'error',
  title: '指标编码应写成“九位数字-名称”',
  why: '系统按编码归集指标，写法不合就认不出是哪项指标。',
  basis: '填报惯例',
  example: { wrong: '111002681_扶持企业数量', right: '111002681-扶持企业数量' },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    writing: '“{text}”的编码写法不规范；请写成“{expected}”。',
    digits: '“{text}”的编码是{count}位，应为{length}位数字；请核对编码。',
    nameMissing: '编码“{code}”后没有指标名称；请补上名称。',
    number: { severity: 'warning', text: '编码“{code}”存成了数字；请改存为文本。' },
    hidden: '编码“{code}”存成了数字，显示为“{text}”；请改存为文本。',
    lost: '编码只剩“{text}”，后几位已经丢失；请重新填写编码。',
  },
  *check(form, problem, context) {
    const { names, levels, numbers, lost } = codedCellsOf(form, context.catalogue);
    for (const cell of lost) yield problem('lost', cell, { text: cell.text.trim() });
    for (const { cell, code, flaw } of numbers) {
      if (flaw === 'number' && !context.once('code/format text', () => isTextUsual(context))) continue;
      // One of another length may have lost digits.
      const isWhole = code.length === lengthOf({ kind: 'column', code }, context);
      const fix = isWhole ? cellFix('改存为文本', cell, code, '@') : undefined;
      const details: ProblemDetails = fix ? { expected: code, fix } : {};
      if (flaw === 'number') yield problem('number', cell, { code }, details);
      else yield problem('hidden', cell, { code, text: cell.text.trim() }, details);
    }
    for (const cells of [names, levels]) {
      const wrong = cells.filter((coded) => !isRight(coded, context));
      if (wrong.length === 0) continue;
      const kind = cells === names ? 'names' : 'levels';
      const isOurs = context.once(`code/format ${kind}`, () => isUsualWriting(context, kind));
      if (!isOurs && wrong.every(({ isWideOnly }) => !isWideOnly)) {
        if (kind === 'names') yield unchecked('本工作簿的指标编码多不是“九位数字-名称”的写法，未检查编码格式。');
        continue;
      }
      for (const coded of wrong) {
        const { cell, code, name, isWideOnly } = coded;
        if (!isOurs && !isWideOnly) continue;
        const text = cell.text.trim();
        const length = lengthOf(coded, context);
        if (code.length !== length) yield problem('digits', cell, { text, count: code.length, length });
        else if (name === '' && coded.kind === 'name') {
          yield problem('nameMissing', cell, { code }, nameOf(coded, context));
        } else {
          const expected = coded.kind === 'column' ? code : formatCoded(code, name);
          const fix = cellFix('改为规范写法', cell, expected);
          yield problem('writing', cell, { text, expected }, { expected, ...(fix ? { fix } : {}) });
        }
      }
    }
  },
});

/** The name that the catalogue has for a code that stands alone. */
function nameOf({ cell, code }: CodedCell, context: RuleContext): ProblemDetails {
  const catalogue = catalogueOf(context);
  const entry = catalogue === null ? undefined : catalogue.findByCode(code);
  if (entry === undefined) return {};
  const expected = formatCoded(code, entry.name);
  const fix = cellFix('补上指标库的名称', cell, expected);
  return { expected, ...(fix ? { fix } : {}) };
}

function isRight(coded: CodedCell, context: RuleContext): boolean {
  return coded.isCanonical && coded.code.length === lengthOf(coded, context);
}

/** How long a code has to be: as the catalogue builds it where it is this workbook's, else nine digits. */
function lengthOf({ kind, code }: Pick<CodedCell, 'kind' | 'code'>, context: RuleContext): number {
  if (kind === 'level1' || kind === 'level2') {
    const { level1Length, level2Length } = levelDigitsOf(context);
    return (kind === 'level1' ? level1Length : level2Length) || code.length;
  }
  const catalogue = catalogueOf(context);
  const isKnown = catalogue !== null && catalogue.findByCode(code) !== undefined;
  if (isKnown || isCommonCode(code)) return code.length;
  if (catalogue === null || catalogue.codeScheme === null) return CODE_LENGTH;
  const { prefix, parts } = catalogue.codeScheme;
  return parts.reduce((length, part) => length + part.length, prefix.length);
}

/** Other offices may number otherwise: only where most codes of the workbook are written this way, the others are wrong. */
function isUsualWriting(context: RuleContext, kind: 'names' | 'levels'): boolean {
  let canonical = 0;
  let others = 0;
  for (const form of context.workbookForms.forms) {
    for (const coded of codedCellsOf(form, context.catalogue)[kind]) {
      if (isRight(coded, context)) canonical += 1;
      else others += 1;
    }
  }
  return canonical > 0 && canonical >= others;
}

/** An office may keep all its codes as numbers: where no catalogue says that they are text, one among texts is wrong. */
function isTextUsual(context: RuleContext): boolean {
  if (catalogueOf(context) !== null) return true;
  return context.workbookForms.forms.some((form) =>
    codedCellsOf(form, context.catalogue).names.some(({ kind }) => kind === 'column'),
  );
}
