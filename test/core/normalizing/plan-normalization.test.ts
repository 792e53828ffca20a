import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyOperation } from '../../../src/core/changes/apply-operation';
import { cellKeyOf } from '../../../src/core/changes/change-set';
import type { Form, FormCell } from '../../../src/core/forms/form';
import { isIndicatorForm } from '../../../src/core/forms/form';
import { defineRepair } from '../../../src/core/normalizing/define-repair';
import type { NormalizationPlan } from '../../../src/core/normalizing/normalization-plan';
import { operationOf } from '../../../src/core/normalizing/operation-of';
import { planNormalization, type PlanningOptions } from '../../../src/core/normalizing/plan-normalization';
import { runReview } from '../../../src/core/review/run-review';
import { cellFix } from '../../../src/core/rules/cell-fix';
import { defineFormRule, type Rule } from '../../../src/core/rules/define-rule';
import type { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { money, projectTarget, workbookOf } from '../../support/build-form';
import { sheetOfPicture } from '../../support/sheet-picture';

const { profiles, ...resources } = loadBuiltinResources();

const TEXT = {
  title: '写法',
  why: '统一。',
  basis: '填报惯例',
  example: { wrong: '甲', right: '乙' },
  forms: ['project-target'],
} as const;

/** Writes the indicator names for which `write` gives another text. */
function namesRule(id: string, write: (text: string, cell: FormCell) => string | null): Rule {
  return defineFormRule({
    ...TEXT,
    id: `test/${id}`,
    severity: 'info',
    messages: { found: '“{text}”的写法与模板不同。' },
    *check(form, problem) {
      for (const cell of namesOf(form)) {
        const text = write(cell.text, cell);
        if (text === null) continue;
        yield problem('found', cell, { text: cell.text }, { fix: cellFix(`改写${id}`, cell, text) });
      }
    },
  });
}

function namesOf(form: Form): readonly FormCell[] {
  if (!isIndicatorForm(form)) return [];
  return form.projects.reduce<FormCell[]>((all, { indicators }) => all.concat(indicators.map(({ name }) => name)), []);
}

function planWith(snapshot: WorkbookSnapshot, ...rules: readonly Rule[]): NormalizationPlan {
  return planNormalization(snapshot, { rules, profile: profiles[0], divisionCodes: null });
}

/** "key 规则: 前 -> 后" for each repair. */
function linesOf({ repairs }: NormalizationPlan): readonly string[] {
  return repairs.map(({ key, ruleIds, edits }) => {
    const changes = edits.map(({ before, after }) => `${before.value} -> ${after.value}`);
    return `${key} ${ruleIds.join('+')}: ${changes.join('; ')}`;
  });
}

function leftIn({ left }: NormalizationPlan): readonly string[] {
  return left.map(({ ruleId, cell, reason, kind }) => `${kind} ${ruleId} ${cell} ${reason}`);
}

const book = (name: string, more: Parameters<typeof projectTarget>[0] = {}): WorkbookSnapshot =>
  workbookOf(projectTarget({ rows: [['产出指标', '数量指标', name, '≥5册', '册数。']], ...more }));

describe('一格一处修改', () => {
  const bc = namesRule('b', (text) => (text === '乙' ? '丙' : null));
  const ab = namesRule('a', (text) => (text === '甲' ? '乙' : null));
  const ax = namesRule('x', (text) => (text === '甲' ? '戊' : null));

  test('一处改好后才看得出的，接着改；规则按先后列出，名目取第一个', () => {
    const plan = planWith(book('甲'), bc, ab);
    expect(plan).toEqual({
      repairs: [
        {
          key: '表一!C12',
          ruleIds: ['test/a', 'test/b'],
          label: '改写a',
          sheet: '表一',
          cell: 'C12',
          project: '社区图书馆运行',
          edits: [
            {
              sheet: '表一',
              address: { row: 11, column: 2 },
              before: { value: '甲', formula: null, numberFormat: 'General' },
              after: { value: '丙', formula: null, numberFormat: 'General' },
            },
          ],
          row: null,
        },
      ],
      left: [],
    });
  });

  test('两条规则要不同的写法：先列的先改', () => {
    const plan = planWith(book('甲'), ax, ab);
    expect(linesOf(plan)).toEqual(['表一!C12 test/a: 甲 -> 乙']);
  });

  test('两条规则来回改写：留在原来的写法，交给人', () => {
    const back = namesRule('back', (text) => (text === '乙' ? '甲' : null));
    const plan = planWith(book('甲'), ab, back);
    expect(linesOf(plan)).toEqual([]);
    expect(leftIn(plan)).toEqual(['refused test/a C12 两条规则对本格的写法要求不同，请人工确定。']);
    const later = planWith(
      book('甲'),
      ab,
      bc,
      namesRule('back', (text) => (text === '丙' ? '乙' : null)),
    );
    expect(linesOf(later)).toEqual(['表一!C12 test/a+test/b+test/back: 甲 -> 乙']);
  });

  test('没完没了的改写停在某处，说明要人核对', () => {
    const growing = planWith(
      book('甲'),
      namesRule('grow', (text) => `${text}甲`),
    );
    expect(leftIn(growing)).toEqual(['refused test/grow C12 本格需要反复修改，已停止自动修改，请人工核对。']);
  });

  test('一起写的格子合成一处，别的分开', () => {
    const pair = defineFormRule({
      ...TEXT,
      id: 'test/pair',
      severity: 'info',
      messages: { found: '两格应一致。' },
      *check(form, problem) {
        const [first, second, third] = namesOf(form);
        const edits = (...cells: readonly FormCell[]) =>
          cells.map((cell) => cellFix('', cell, `${cell.text}同`)?.edits[0]).filter((edit) => edit !== undefined);
        if (/同/.test(first.text)) return;
        yield problem('found', first, {}, { fix: { label: '改成一致', edits: edits(first, second) } });
        yield problem('found', second, {}, { fix: { label: '改成一致', edits: edits(second, third) } });
      },
    });
    const rows = ['甲', '乙', '丙', '丁'].map((name) => ['产出指标', '数量指标', name, '≥5册', '册数。'] as const);
    const plan = planWith(
      book('', { rows }),
      pair,
      namesRule('d', (text) => (text === '丁' ? '丁丁' : null)),
    );
    expect(linesOf(plan)).toEqual([
      '表一!C12 test/pair: 甲 -> 甲同; 乙 -> 乙同; 丙 -> 丙同',
      '表一!C15 test/d: 丁 -> 丁丁',
    ]);
  });

  test('公式、上锁的格子不写，写明原因；已接受的既不写也不列', () => {
    const formula = book('甲', {
      rows: [['产出指标', '数量指标', '甲', { value: '≥5册', formula: 'A1' }, '册数。']],
    });
    const write = defineRepair({
      ...TEXT,
      id: 'template/test',
      label: '改写',
      *propose({ project }, repair) {
        for (const { value } of project.indicators) yield value.text === '≥5册' ? repair.write(value, '≥6册') : null;
      },
    });
    const options: PlanningOptions = { rules: [], repairs: [write], profile: profiles[0], divisionCodes: null };
    expect(leftIn(planNormalization(formula, options))).toEqual([
      'refused template/test D12 本格由公式得出，规范时不改写公式。',
    ]);
    const locked = new Set([cellKeyOf({ sheet: '表一', address: { row: 11, column: 3 } })]);
    const plan = planNormalization(book('甲'), { ...options, locked });
    expect(linesOf(plan)).toEqual([]);
    expect(leftIn(plan)).toEqual(['refused template/test D12 本格受工作表保护，不能写入；请撤销工作表保护后再规范。']);
    const accepted = { ...options, isAccepted: (finding: { ruleId: string }) => finding.ruleId === 'template/test' };
    expect(planNormalization(book('甲'), accepted)).toEqual({ repairs: [], left: [] });
    expect(linesOf(planNormalization(book('甲'), options))).toEqual(['表一!D12 template/test: ≥5册 -> ≥6册']);
    const secret = book('涉密，不宜公开');
    expect(planNormalization(secret, options)).toEqual({ repairs: [], left: [] });
  });
});

test('金额改为数值后按格式显示，不再改第二次', () => {
  const options = { ...resources, profile: profiles[0] };
  const snapshot = workbookOf(projectTarget({ fields: { totalAmount: ' 1,300.5 ', annualAmount: money(430) } }));
  const plan = planNormalization(snapshot, options);
  expect(plan.repairs.map(({ cell, edits }) => [cell, edits[0].after])).toEqual([
    ['B6', { value: 1300.5, formula: null, numberFormat: '#,##0.00' }],
  ]);
  const keys = plan.repairs.map(({ key }) => key);
  const { snapshot: after } = applyOperation(snapshot, operationOf(snapshot, plan, keys, '规范'));
  expect(after.sheets[0].cellAt(5, 1)?.text).toBe('1,300.50');
  expect(planNormalization(after, options).repairs).toEqual([]);
});

test('涉密的项目一处也不改，毛病照样列出', () => {
  const rows = ['数量', '质量', '时效'].map(
    (type) => ['产出', `${type === '数量' ? '+' : ''}${type}指标`, '涉密，不宜公开', '', ''] as const,
  );
  const snapshot = workbookOf(projectTarget({ rows, fields: { projectCode: ' 440305230060100905010' } }));
  const plan = planNormalization(snapshot, { ...resources, profile: profiles[0] });
  expect(plan.repairs).toEqual([]);
  expect(leftIn(plan)).toContain(
    'judgement form/level2-label-marker B12 二级指标“+数量指标”前有多余的符号“+”；请删去，写成“数量指标”。',
  );
  const { findings } = runReview(snapshot, { ...resources, profile: profiles[0] });
  expect(findings.filter(({ fix }) => fix !== null)).toEqual([]);
});

test('标签和内容写在一格的，不按内容改写整格', () => {
  const sheet = projectTarget({ fields: { calculationBasis: null } });
  const cells = sheet.cells.map((cell) =>
    cell.row === 7 && cell.column === 0
      ? { ...cell, value: '测算依据：图书采购100万元。。', text: '测算依据：图书采购100万元。。' }
      : cell,
  );
  const { findings } = runReview(workbookOf({ ...sheet, cells }), { ...resources, profile: profiles[0] });
  const [found] = findings.filter(({ ruleId }) => ruleId === 'text/stray-edge');
  expect([found.cell, found.fix]).toEqual(['A8', null]);
});

test('项目编码改好后才认出的校验方案，接着按它规范', () => {
  const fields = { projectCode: '<p>440305230060100905010</p>', projectType: '31.履职类项目' };
  const snapshot = workbookOf(projectTarget({ fields }));
  expect(runReview(snapshot, { ...resources, profiles }).profile.id).toBe('general');
  const plan = planNormalization(snapshot, { ...resources, profiles });
  expect(linesOf(plan)).toEqual([
    '表一!B2 text/markup: <p>440305230060100905010</p> -> 440305230060100905010',
    '表一!D4 header/enum-value: 31.履职类项目 -> 31 履职类项目',
  ]);
});

const FOLDER = path.join(__dirname, '../review/lookalikes');

// Careful people's forms: whatever is done to them must leave them right.
test.each(readdirSync(FOLDER))('规范不添毛病：%s', (picture) => {
  const snapshot = workbookOf(sheetOfPicture('表一', readFileSync(path.join(FOLDER, picture), 'utf8')));
  const options = { ...resources, profile: profiles[0] };
  const plan = planNormalization(snapshot, options);
  const keys = plan.repairs.map(({ key }) => key);
  const { snapshot: after, conflicts } = applyOperation(snapshot, operationOf(snapshot, plan, keys, '规范'));
  expect(conflicts).toEqual([]);
  const { findings } = runReview(after, options);
  expect(findings.filter(({ severity, fix }) => severity !== 'info' || fix !== null)).toEqual([]);
});
