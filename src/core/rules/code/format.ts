import type { Form, FormCell, Indicator } from '../../forms/form';
import { parseLevel1, parseLevel2, type LevelLabel } from '../../forms/indicator-levels';
import { oncePer } from '../../forms/once-per';
import { CODE_LENGTH, formatCoded, isCommonCode, parseCodedName } from '../../values/indicator-code';
import { cellFix } from '../cell-fix';
import { defineFormRule, unchecked, type RuleContext } from '../define-rule';

/** A coded cell as it is and as it should be; `code` null where the digits themselves are wrong. */
interface Coded {
  readonly cell: FormCell;
  readonly isCanonical: boolean;
  readonly isWideOnly: boolean;
  readonly digits: string;
  readonly length: number;
  readonly name: string;
  readonly kind: 'name' | 'level';
}

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
  },
  *check(form, problem, context) {
    for (const kind of ['name', 'level'] as const) {
      const wrong = codedCellsOf(form)[kind].filter(({ isCanonical }) => !isCanonical);
      if (wrong.length === 0) continue;
      const isOurs = context.once(`code/format ${kind}`, () => isUsualWriting(context, kind));
      if (!isOurs && wrong.every(({ isWideOnly }) => !isWideOnly)) {
        if (kind === 'name') yield unchecked('本工作簿的指标编码多不是“九位数字-名称”的写法，未检查编码格式。');
        continue;
      }
      for (const { cell, digits, length, name, isWideOnly } of wrong) {
        if (!isOurs && !isWideOnly) continue;
        const text = cell.text.trim();
        if (digits.length !== length) yield problem('digits', cell, { text, count: digits.length, length });
        else if (name === '') yield problem('nameMissing', cell, { code: digits });
        else {
          const expected = formatCoded(digits, name);
          const fix = cellFix('改为规范写法', cell, expected);
          yield problem('writing', cell, { text, expected }, { expected, ...(fix ? { fix } : {}) });
        }
      }
    }
  },
});

/** Other offices may number otherwise: only where most codes of the workbook are written this way, the others are wrong. */
function isUsualWriting(context: RuleContext, kind: Coded['kind']): boolean {
  let canonical = 0;
  let others = 0;
  for (const form of context.workbookForms.forms) {
    for (const { isCanonical } of codedCellsOf(form)[kind]) {
      if (isCanonical) canonical += 1;
      else others += 1;
    }
  }
  return canonical > 0 && canonical >= others;
}

const codedCellsOf = oncePer(({ projects }: Form) => ({
  name: codedCells(projects, 'name'),
  level: codedCells(projects, 'level'),
}));

function codedCells(
  projects: readonly { readonly indicators: readonly Indicator[] }[],
  kind: Coded['kind'],
): readonly Coded[] {
  const cells = new Map<string, Coded>();
  const add = (coded: Coded | undefined): void => {
    if (coded) cells.set(`${coded.cell.address.row},${coded.cell.address.column}`, coded);
  };
  for (const { indicators } of projects) {
    for (const { name, level1, level2 } of indicators) {
      if (kind === 'name') add(codedName(name));
      else {
        add(codedLevel(level1, parseLevel1(level1.text), 1));
        add(codedLevel(level2, parseLevel2(level2.text), 2));
      }
    }
  }
  return [...cells.values()];
}

function codedName(cell: FormCell): Coded | undefined {
  const coded = parseCodedName(cell.text);
  if (!coded) return undefined;
  const { code, name, isCanonical, isWideOnly } = coded;
  const length = isCommonCode(code) ? code.length : CODE_LENGTH;
  return { cell, isCanonical, isWideOnly, digits: code, length, name, kind: 'name' };
}

function codedLevel(cell: FormCell, label: LevelLabel<string>, length: number): Coded | undefined {
  const { kind, code, name, mark } = label;
  if (kind === null || code === null || mark !== '') return undefined;
  const isCanonical = code.length === length && /^[0-9]+-\s*[^0-9\s]/.test(cell.text.trim());
  return { cell, isCanonical, isWideOnly: false, digits: code, length, name, kind: 'level' };
}
