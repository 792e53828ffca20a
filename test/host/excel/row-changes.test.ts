import { applyRowChanges } from '../../../src/core/changes/apply-row-changes';
import { invertRowChanges } from '../../../src/core/changes/invert-operation';
import type { RowCell, RowChange, RowInsertion } from '../../../src/core/changes/row-change';
import { parseRange } from '../../../src/core/workbook/cell-address';
import type { SheetContent, WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import { HostError } from '../../../src/host/port/host-error';
import type { WorkbookChange } from '../../../src/host/port/workbook-host';
import { sheetOf } from '../../support/build-form';
import { cellAt, changeCell, sheetNamed, type ModelWorkbook } from '../../support/excel-host/workbook-model';
import type { RequestBody } from '../../support/excel-host/wire';
import { openInExcel, refusalOf, settle } from './open-in-excel';

/*
 *          A          B          C        D
 *   1      绩效目标表 (merged A1:D1)
 *   2      一级指标   二级指标   指标名称  指标值
 *   3      产出指标   数量指标   培训人数  100        (A3:A5 merged)
 *   4                 质量指标   合格率    ≥95%
 *   5                 (blank)
 *   6      效益指标   社会效益   满意度    =D3*2
 *   7      合计                            =SUM(D3:D6)
 */
const FORM = sheetOf(
  '目标表',
  {
    A1: '绩效目标表',
    A2: '一级指标',
    B2: '二级指标',
    C2: '指标名称',
    D2: '指标值',
    A3: '产出指标',
    B3: '数量指标',
    C3: '培训人数',
    D3: 100,
    B4: '质量指标',
    C4: '合格率',
    D4: '≥95%',
    A6: '效益指标',
    B6: '社会效益',
    C6: '满意度',
    A7: '合计',
  },
  ['A1:D1', 'A3:A5'],
);
const MONEY = sheetOf('资金表', { A1: '合计' });
const LEVELS = ['1.4', '1.7', '1.9', '1.13', '1.15'];

function openForm(level: string) {
  const opened = openInExcel([FORM, MONEY], level);
  const [form, money] = opened.model.sheets;
  changeCell(form, 5, 3, { value: 200, formula: '=D3*2' });
  changeCell(form, 6, 3, { value: 300, formula: '=SUM(D3:D6)' });
  changeCell(money, 0, 1, { value: 300, formula: '=目标表!D7' });
  opened.model.names['合计数'] = '=目标表!$D$7';
  form.rowHeights = { 1: 30, 3: 40, 5: 25 };
  for (const row of [2, 3, 4, 5]) {
    for (const column of [0, 1, 2, 3])
      changeCell(form, row, column, { look: { 'borders.EdgeTop.style': 'Continuous' } });
  }
  return opened;
}

const textOf = (column: number, value: string, numberFormat = 'General'): RowCell => ({
  column,
  content: { value, formula: null, numberFormat },
});

const BESIDE_4: readonly RowCell[] = [textOf(1, '质量指标'), textOf(2, '合格率'), textOf(3, '≥95%')];

const areas = (...texts: string[]) => texts.map((text) => parseRange(text)!);

/** 时效指标, behind 质量指标, within the merged area of 产出指标. */
const INSERTION: RowInsertion = {
  kind: 'insert',
  sheet: '目标表',
  row: 4,
  like: 3,
  beside: BESIDE_4,
  cells: [textOf(1, '时效指标'), textOf(2, '完成时间'), textOf(3, '2024-12-31')],
  mergedAreas: areas('A3:A6'),
};

function asRead(snapshot: WorkbookSnapshot): readonly SheetContent[] {
  const text = (cell: { formula: string | null; text: string }) => (cell.formula === null ? cell.text : '');
  return snapshot.sheets.map(({ content }) => ({
    ...content,
    cells: content.cells.map((cell) => ({
      ...cell,
      text: text(cell),
      rawNumber: null,
      value: cell.formula ?? cell.value,
    })),
  }));
}

/** What is the same whatever ids Excel gives, in whatever order it keeps areas. */
function modelText(model: ModelWorkbook): unknown {
  return structuredClone({
    ...model,
    nextId: 0,
    selection: null,
    sheets: model.sheets.map((sheet) => ({
      ...sheet,
      cells: [...sheet.cells].sort(([a], [b]) => a - b),
      hiddenRows: [...sheet.hiddenRows],
      hiddenColumns: [...sheet.hiddenColumns],
      mergedAreas: [...sheet.mergedAreas].sort((a, b) => a.top - b.top || a.left - b.left),
    })),
  });
}

describe.each(LEVELS)('ExcelApi %s', (level) => {
  const tellsMergedAreas = level === '1.13' || level === '1.15';
  const change = tellsMergedAreas ? INSERTION : { ...INSERTION, mergedAreas: [] };

  test('a row comes with height, formats, merged area and formulas; as the engine foretells it', async () => {
    const { host, model } = openForm(level);
    const before = await host.read();
    expect(await host.changeRows([change])).toEqual([]);
    const form = sheetNamed(model, '目标表');
    expect([1, 2, 3].map((column) => cellAt(form, 4, column).value)).toEqual(['时效指标', '完成时间', '2024-12-31']);
    expect(cellAt(form, 4, 3)).toMatchObject({
      numberFormat: 'General',
      look: { 'borders.EdgeTop.style': 'Continuous' },
    });
    expect(form.rowHeights).toEqual({ 1: 30, 3: 40, 4: 40, 6: 25 });
    expect(form.mergedAreas).toEqual(areas('A1:D1', 'A3:A6'));
    expect([cellAt(form, 6, 3).formula, cellAt(form, 7, 3).formula]).toEqual(['=D3*2', '=SUM(D3:D7)']);
    expect(cellAt(sheetNamed(model, '资金表'), 0, 1).formula).toBe('=目标表!D8');
    expect(model.names).toEqual({ 合计数: '=目标表!$D$8' });
    expect(asRead(await host.read())).toEqual(asRead(applyRowChanges(before, [change]).snapshot));
  });

  test('taken back, the workbook is as it was; and again with a row that goes', async () => {
    const { host, model } = openForm(level);
    const before = await host.read();
    const original = modelText(model);
    await host.changeRows([change]);
    expect(await host.changeRows(invertRowChanges(before, [change]))).toEqual([]);
    expect(modelText(model)).toEqual(original);

    // Row 4 has the formats of row 3: the row that comes back takes them from there.
    sheetNamed(model, '目标表').rowHeights = { 3: 40, 2: 40 };
    const unequal = modelText(model);
    const deletion: RowChange = { kind: 'delete', sheet: '目标表', row: 3, cells: BESIDE_4 };
    const inverse = invertRowChanges(await host.read(), [deletion]);
    await host.changeRows([deletion]);
    expect(cellAt(sheetNamed(model, '目标表'), 3, 1).value).toBe('');
    expect(cellAt(sheetNamed(model, '目标表'), 5, 3).formula).toBe('=SUM(D3:D5)');
    expect(await host.changeRows(inverse)).toEqual([]);
    expect(modelText(model)).toEqual(unequal);
  });

  test('several changes one after the other, addressed where the rows stand then', async () => {
    const { host, model } = openForm(level);
    const before = await host.read();
    const changes: RowChange[] = [
      change,
      { kind: 'delete', sheet: '目标表', row: 5, cells: [] },
      {
        ...INSERTION,
        row: 2,
        like: 2,
        beside: [
          textOf(0, '产出指标'),
          textOf(1, '数量指标'),
          textOf(2, '培训人数'),
          { column: 3, content: { value: 100, formula: null, numberFormat: 'General' } },
        ],
        cells: [
          textOf(1, '成本指标'),
          { column: 3, content: { value: null, formula: 'D4*3', numberFormat: '0.00' } },
          textOf(2, '001', '@'),
        ],
        mergedAreas: [],
      },
    ];
    expect(await host.changeRows(changes)).toEqual([]);
    const form = sheetNamed(model, '目标表');
    expect([0, 1, 2, 3].map((column) => cellAt(form, 2, column).value)).toEqual(['', '成本指标', '001', 0]);
    expect(cellAt(form, 2, 3)).toMatchObject({ formula: '=D4*3', numberFormat: '0.00' });
    expect(cellAt(form, 5, 3).value).toBe('2024-12-31');
    const after = applyRowChanges(before, changes);
    expect(after.conflicts).toEqual([]);
    expect(asRead(await host.read())).toEqual(asRead(after.snapshot));
  });

  test('a row that is like the one below it looks like it, not like the heads above', async () => {
    const { host, model } = openForm(level);
    const form = sheetNamed(model, '目标表');
    for (const column of [0, 1, 2, 3]) {
      changeCell(form, 1, column, { fill: '#D9D9D9', look: { 'font.bold': true, wrapText: true } });
      changeCell(form, 2, column, { numberFormat: column === 3 ? '0.00' : '@' });
    }
    const beside = [...'产出指标 数量指标 培训人数'.split(' ').map((text, column) => textOf(column, text))];
    const amount: RowCell = { column: 3, content: { value: 100, formula: null, numberFormat: 'General' } };
    const insertion: RowInsertion = {
      ...INSERTION,
      row: 2,
      like: 2,
      beside: [...beside, amount],
      cells: [textOf(0, '成本指标')],
      mergedAreas: [],
    };
    expect(await host.changeRows([insertion])).toEqual([]);
    const seen = [0, 1, 3].map((column) => {
      const { fill, look, numberFormat } = cellAt(form, 2, column);
      return [fill, look['font.bold'] ?? false, look.wrapText ?? false, look['borders.EdgeTop.style'], numberFormat];
    });
    expect(seen).toEqual([
      [null, false, false, 'Continuous', 'General'],
      [null, false, false, 'Continuous', '@'],
      [null, false, false, 'Continuous', '0.00'],
    ]);
    expect(form.rowHeights[2]).toBeUndefined();
  });

  test('nothing is changed where one of them does not find what it expects', async () => {
    const { host, excel, model } = openForm(level);
    excel.type('目标表', { row: 3, column: 2 }, '不合格率');
    await settle();
    const original = modelText(model);
    const stale: RowChange = { kind: 'delete', sheet: '没有的表', row: 3, cells: [] };
    const good: RowChange = { kind: 'delete', sheet: '目标表', row: 4, cells: [] };
    expect(await host.changeRows([good, stale])).toEqual([{ change: stale, reason: '工作表已不存在' }]);
    const other: RowChange = { kind: 'delete', sheet: '资金表', row: 4, cells: [] };
    expect(await host.changeRows([other, change])).toEqual([{ change, reason: '第 4 行的内容已被改动' }]);
    expect(modelText(model)).toEqual(original);
  });

  test('own rows are not told as edits of the user, the rows of the user are', async () => {
    const { host, excel } = openForm(level);
    const told: WorkbookChange[] = [];
    host.watch((told_) => told.push(told_));
    await host.read();
    await settle();
    await host.changeRows([change, { kind: 'delete', sheet: '目标表', row: 5, cells: [] }]);
    await settle();
    expect(told).toEqual([]);
    excel.tellRowInserted('目标表', 4);
    await settle();
    expect(told).toEqual(level === '1.4' ? [] : [{ kind: 'edited', sheet: '目标表', isMoved: true }]);
  });

  test('marks move with their rows, and come off without a trace', async () => {
    const { host, model } = openForm(level);
    const form = sheetNamed(model, '目标表');
    changeCell(form, 3, 2, { fill: '#00FF00' });
    await host.read();
    const before = await host.read();
    await host.changeRows([change]);
    const unmarked = modelText(model);
    await host.changeRows(invertRowChanges(before, [change]));

    await host.mark([
      { sheet: '目标表', range: parseRange('C4')!, severity: 'error' },
      { sheet: '目标表', range: parseRange('C6')!, severity: 'info' },
      { sheet: '资金表', range: parseRange('A1')!, severity: 'info' },
    ]);
    await host.changeRows([change]);
    await host.mark([]);
    expect(modelText(model)).toEqual(unmarked);
  });

  test('where Excel gives up half-way, all is taken back and that is said', async () => {
    const messages = new Set<string>();
    let isDone = false;
    for (let changes = 0; !isDone; changes += 1) {
      const { host, excel, model } = openForm(level);
      const original = modelText(model);
      const isWriting = ({ ObjectPaths, Actions }: RequestBody): boolean =>
        /"Name":"Insert"|"Name":"Delete"/.test(JSON.stringify([ObjectPaths, Actions]));
      excel.failNext('GeneralException', changes, isWriting);
      const deletion: RowChange = { kind: 'delete', sheet: '目标表', row: 5, cells: [] };
      const outcome: unknown = await host.changeRows([change, deletion]).catch((error: unknown) => error);
      isDone = Array.isArray(outcome);
      if (isDone) {
        // An insertion, a deletion, and at least a format and a text for each of three cells.
        expect(changes).toBeGreaterThan(7);
        break;
      }
      expect(outcome).toBeInstanceOf(HostError);
      messages.add((outcome as HostError).message);
      expect(modelText(model)).toEqual(original);
    }
    expect([...messages]).toEqual(['行的增删没有做完，已退回原样。Excel 没有完成操作。']);
  });

  test('a user who is typing into a cell is told so, and nothing is changed', async () => {
    const { host, excel, model } = openForm(level);
    const original = modelText(model);
    excel.isEditingCell = true;
    expect(await refusalOf(host.changeRows([change]))).toMatchObject({
      code: 'busy',
      message: 'Excel 正处于单元格编辑状态，无法继续。',
    });
    expect(modelText(model)).toEqual(original);
  });

  test('a protected sheet and a table of the user are named, and nothing is changed', async () => {
    const { host, model } = openForm(level);
    const form = sheetNamed(model, '目标表');
    const original = modelText(model);
    form.isProtected = true;
    expect(await refusalOf(host.changeRows([change]))).toMatchObject({
      code: 'protected',
      message: '工作表「目标表」受保护，不能增删行。',
    });
    form.isProtected = false;
    form.tables.push({ id: '1', name: '表1', range: parseRange('F2:G9')! });
    expect(await refusalOf(host.changeRows([change]))).toMatchObject({
      code: 'not-supported',
      message: '工作表「目标表」第 5 行在表格「表1」（Ctrl+T 建的）中，不能在那里增删整行。',
    });
    form.tables.pop();
    expect(modelText(model)).toEqual(original);
  });
});
