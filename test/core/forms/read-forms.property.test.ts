import fc from 'fast-check';
import type { Form, FormCell, OverallTargetForm, Task } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { WorkbookSnapshot, type PlacedCell, type SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { overallTarget } from '../../support/build-form';
import {
  draftForm,
  insertInto,
  moveAddress,
  moveTruth,
  type LayoutChoice,
  type LayoutTruth,
  type PlacedText,
} from '../../support/form-layouts';

const cellText = fc.oneof(
  fc.constantFrom('', '不适用', '3', '≥5场', '2025年12月31日', '100%', '是', '项目法', '31 履职类项目', '48.45'),
  fc.stringMatching(/^[一-龥]{2,12}(率|次数|情况|。)$/),
  fc.constantFrom(
    '《公共图书馆管理办法》（南府规〔2022〕8号）：第十二条。',
    '1.图书采购60万元；2.馆员培训15万元；合计75万元。',
    '按项目名称：逐项填报',
  ),
);

const choice: fc.Arbitrary<LayoutChoice> = fc.record({
  colon: fc.constantFrom('' as const, ':' as const, '：' as const),
  mark: fc.constantFrom('' as const, '*' as const, '+' as const),
  head: fc.constantFrom('first value spans two columns' as const, 'second value spans the rest' as const),
  levels: fc.constantFrom('merged' as const, 'repeated' as const, 'blank after the first' as const),
  hasTitle: fc.constant(true),
  hasRemark: fc.boolean(),
  hasExplanation: fc.boolean(),
  texts: fc.array(cellText, { minLength: 5, maxLength: 40 }).map((texts) => ['社区图书馆运行', ...texts]),
});

interface Insertion {
  readonly kind: 'row' | 'column';
  readonly at: number;
  readonly isHelper: boolean;
}

const insertion: fc.Arbitrary<Insertion> = fc.record({
  kind: fc.constantFrom('row' as const, 'column' as const),
  at: fc.nat(40),
  isHelper: fc.boolean(),
});

test('任意版式、任意插入行列：每个字段和指标都读到原来的单元格', () => {
  fc.assert(
    fc.property(
      fc.array(choice, { minLength: 1, maxLength: 3 }),
      fc.array(insertion, { maxLength: 3 }),
      fc.nat(2),
      (choices, insertions, gap) => {
        let truths: LayoutTruth[] = [];
        let content = emptySheet();
        let top = 0;
        for (const layout of choices) {
          const { draft, truth, bottom } = draftForm(layout, top);
          truths.push(truth);
          content = {
            ...content,
            cells: [...content.cells, ...draft.cells.map(({ row, column, text }) => textCell(row, column, text))],
            mergedAreas: [...content.mergedAreas, ...draft.merges],
          };
          top = bottom + 1 + gap;
        }
        let rowsInserted = 0;
        for (const { kind, at, isHelper } of insertions) {
          if (kind === 'row' && (rowsInserted += 1) > 1) continue;
          const place = kind === 'column' ? at % 7 : at;
          // A row inserted into a merged level is a row of that level: an indicator still to be filled.
          if (kind === 'row' && content.mergedAreas.some((area) => area.top < place && place <= area.bottom)) continue;
          content = insertInto(content, kind, place);
          truths = truths.map((truth) => moveTruth(truth, kind, place));
          if (kind === 'column' && isHelper) content = withHiddenHelper(content, place);
        }
        const { forms } = readForms(new WorkbookSnapshot('版式.xlsx', [content]));
        expect(forms.map(describeForm)).toEqual(truths.map(describeTruth));
      },
    ),
    { numRuns: 400, seed: 20251121 },
  );
});

test('整体支出表任意插入行列：任务、目标和指标都读到原来的单元格', () => {
  const taskCount = fc.integer({ min: 1, max: 6 });
  const amount = fc.integer({ min: 0, max: 99999 });
  fc.assert(
    fc.property(
      fc.array(insertion, { maxLength: 3 }),
      taskCount,
      amount,
      fc.boolean(),
      (insertions, tasks, value, hasTotal) => {
        const spec = Array.from({ length: tasks }, (_, index) => {
          return [`第${index}项任务`, '按计划完成。', value + index, value, index] as const;
        });
        let content = overallTarget({ tasks: spec, taskTotal: hasTotal ? [value * tasks, value, 0] : null });
        let moved = describeOverall(readOverall(content));
        let rowsInserted = 0;
        for (const { kind, at, isHelper } of insertions) {
          // A row inserted into the table of indicators is an indicator still to be filled.
          if (kind === 'row' && (at > 8 || (rowsInserted += 1) > 1)) continue;
          const place = kind === 'column' ? at % 8 : at;
          moved = moved.map((line) =>
            line.map((placed) => placed && { ...placed, address: moveAddress(placed.address, kind, place) }),
          );
          content = insertInto(content, kind, place);
          if (kind === 'column' && isHelper) content = withHiddenHelper(content, place);
        }
        expect(describeOverall(readOverall(content))).toEqual(moved);
      },
    ),
    { numRuns: 300, seed: 20251121 },
  );
});

function readOverall(content: SheetContent): OverallTargetForm {
  const { forms } = readForms(new WorkbookSnapshot('整体.xlsx', [content]));
  expect(forms.map(({ type }) => type)).toEqual(['overall-target']);
  return forms[0] as OverallTargetForm;
}

/** Every cell that was read, a row of the form in a line. */
function describeOverall(form: OverallTargetForm): readonly (readonly (PlacedText | null)[])[] {
  const placed = (cell: FormCell | null): PlacedText | null => cell && { address: cell.address, text: cell.text };
  const rowOf = (task: Task): readonly (PlacedText | null)[] =>
    [task.name, task.content, task.totalAmount, task.fiscalAmount, task.otherAmount].map(placed);
  return [
    [placed(form.title), placed(form.yearLine)],
    form.projects[0].fields.map(({ value }) => placed(value)),
    ...form.tasks.map(rowOf),
    form.taskTotal ? rowOf(form.taskTotal) : [],
    ...form.projects[0].indicators.map(({ level1, level2, name, value }) => [level1, level2, name, value].map(placed)),
  ];
}

function emptySheet(): SheetContent {
  return {
    name: '表',
    visibility: 'visible',
    cells: [],
    mergedAreas: [],
    hiddenRows: [],
    hiddenColumns: [],
    isProtected: false,
  };
}

function textCell(row: number, column: number, text: string): PlacedCell {
  return { row, column, value: text, text, formula: null, numberFormat: 'General', rawNumber: null, isError: false };
}

/** A hidden column of sequence numbers in every row where no merged area crosses it. */
function withHiddenHelper(content: SheetContent, column: number): SheetContent {
  const rows = [...new Set(content.cells.map(({ row }) => row))];
  const isFree = (row: number): boolean =>
    !content.mergedAreas.some(
      (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    );
  const cells = [...content.cells, ...rows.filter(isFree).map((row) => textCell(row, column, `H${row}`))];
  return {
    ...content,
    hiddenColumns: [...content.hiddenColumns, column].sort((a, b) => a - b),
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

function describeForm(form: Form): unknown {
  const [project] = form.projects;
  const cell = (found: FormCell): unknown => [found.address.row, found.address.column, found.text];
  return {
    type: form.type,
    title: form.title && cell(form.title),
    fields: Object.fromEntries(project.fields.map(({ key, value }) => [key, cell(value)])),
    rows: project.indicators.map((row) =>
      [row.level1, row.level2, row.name, row.value, ...(row.explanation ? [row.explanation] : [])].map(cell),
    ),
    remark: form.type === 'project-target' && form.remark ? cell(form.remark) : null,
  };
}

function describeTruth(truth: LayoutTruth): unknown {
  const cell = ({ address, text }: PlacedText): unknown => [address.row, address.column, text];
  return {
    type: 'project-target',
    title: truth.title && cell(truth.title),
    fields: Object.fromEntries([...truth.fields].map(([key, placed]) => [key, cell(placed)])),
    rows: truth.rows.map((row) =>
      [row.level1, row.level2, row.name, row.value, ...(row.explanation ? [row.explanation] : [])].map(cell),
    ),
    remark: truth.remark && cell(truth.remark),
  };
}
