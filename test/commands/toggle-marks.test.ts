import { formatAddress, type CellRange } from '../../src/core/workbook/cell-address';
import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { toggleMarks } from '../../src/commands/toggle-marks';
import { createReviewSession, DEFAULT_PREFERENCES } from '../../src/session';
import { openInExcel, refusalOf } from '../host/excel/open-in-excel';
import { OWN } from '../session/catalogues/open-desk';
import { sampleRunner, sampleSheets } from '../session/sample-review';
import { sheetOf } from '../support/build-form';
import { memoryLargeStorage } from '../support/memory-large-storage';
import type { ModelWorkbook } from '../support/excel-host/workbook-model';

const runner = async () => sampleRunner();
const neverRun = () => Promise.reject(new Error('checked although marks were there'));
const [books, training] = sampleSheets();

/** "图书 D12 #FFF4CE": sheet, cell and colour. Of the merged B9:E9 the first cell alone: its size is known from 1.13 on. */
function marksIn(model: ModelWorkbook): readonly string[] {
  return model.sheets
    .flatMap(({ name, conditionalFormats }) =>
      conditionalFormats.flatMap(({ ranges, fill }) =>
        ranges.flatMap(cellsOf).map((cell) => `${name} ${cell} ${fill}`),
      ),
    )
    .filter((text) => !/图书 [C-E]9 /.test(text))
    .sort();
}

function cellsOf({ top, left, bottom, right }: CellRange): string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push(formatAddress({ row, column }));
  }
  return cells;
}

function contentOf(model: ModelWorkbook): ModelWorkbook {
  return structuredClone({ ...model, nextId: 0 });
}

test.each(['1.6', '1.7', '1.9', '1.15'])(
  'marks what is found; pressed again, all is as before (level %s)',
  async (level) => {
    const { host, model } = openInExcel(sampleSheets(), level);
    const before = contentOf(model);
    expect(await toggleMarks(host, runner)).toBeNull();
    expect(marksIn(model)).toEqual(['图书 B9 #FDE7E9', '图书 D12 #FFF4CE', '图书 D13 #FDE7E9', '说明 A2 #FDE7E9']);
    expect(await toggleMarks(host, neverRun)).toBeNull();
    expect(contentOf(model)).toEqual(before);
  },
);

test('below level 1.6, where cells are coloured, they get their former colours back', async () => {
  const { host, model } = openInExcel(sampleSheets(), '1.4');
  const before = contentOf(model);
  expect(await toggleMarks(host, runner)).toBeNull();
  expect(contentOf(model).sheets).not.toEqual(before.sheets);
  expect(await toggleMarks(host, neverRun)).toBeNull();
  expect(contentOf(model)).toEqual(before);
});

test('takes off the marks that somebody else left, without a check', async () => {
  const { host, model } = openInExcel(sampleSheets());
  await host.mark([{ sheet: '培训', range: { top: 0, left: 0, bottom: 0, right: 0 }, severity: 'info' }]);
  expect(await toggleMarks(host, neverRun)).toBeNull();
  expect(marksIn(model)).toEqual([]);
});

test('goes by the profile that was chosen in the pane', async () => {
  const { host, model } = openInExcel([books]);
  const pane = createReviewSession(host, sampleRunner());
  await pane.savePreferences({ ...DEFAULT_PREFERENCES, profileId: 'strict' });
  await toggleMarks(host, runner);
  expect(marksIn(model)).toEqual(['图书 B9 #E8F1FB', '图书 D12 #FDE7E9', '图书 D13 #FDE7E9']);
});

test('goes by the catalogue that was chosen in the pane', async () => {
  const { host } = openInExcel([books]);
  const storage = memoryLargeStorage();
  const pane = createReviewSession(host, sampleRunner(), storage);
  await pane.catalogues.keep(OWN);
  await pane.savePreferences({ ...DEFAULT_PREFERENCES, catalogueId: 'nanhu' });
  const used: unknown[] = [];
  const watched = async () => {
    const own = sampleRunner();
    const review: typeof own.review = async (snapshot, wish, ...rest) => {
      used.push(JSON.parse((await wish.catalogue?.load()) ?? 'null'));
      return own.review(snapshot, wish, ...rest);
    };
    return { ...own, review };
  };
  await toggleMarks(host, watched, storage);
  expect(used).toEqual([OWN]);
});

test('leaves out what a reviewer accepted; says so where that is all there is', async () => {
  const { host, model } = openInExcel([books]);
  const pane = createReviewSession(host, sampleRunner());
  const { findings } = await pane.review();
  for (const finding of findings.filter(({ cell }) => cell === 'D12'))
    await pane.accept(finding, '已核实', '2025-01-06');
  await toggleMarks(host, runner);
  expect(marksIn(model)).toEqual(['图书 B9 #FDE7E9', '图书 D13 #FDE7E9']);
  await toggleMarks(host, neverRun);
  for (const finding of findings) await pane.accept(finding, '', '2025-01-06');
  expect(await toggleMarks(host, runner)).toEqual({
    message: '发现的问题都已接受，没有需要标记的单元格。',
    advice: '',
  });
  expect(marksIn(model)).toEqual([]);
});

const CLEAN = { ...training, name: '甲' };

test.each<[string, SheetContent, string, string]>([
  ['nothing wrong', CLEAN, '没有发现问题，没有需要标记的单元格。', ''],
  [
    'nothing wrong in what could be checked',
    training,
    '没有发现问题，没有需要标记的单元格。',
    '有些内容未能检查，请打开校验窗格查看。',
  ],
  [
    'no form',
    sheetOf('通讯录', { A1: '姓名', B1: '电话' }),
    '没有找到可检查的申报表，没有标记。',
    '请确认打开的是申报表所在的工作簿，且表头文字没有删改。',
  ],
])('says so where there is %s to mark', async (_case, sheet, message, advice) => {
  const { host, model } = openInExcel([sheet]);
  expect(await toggleMarks(host, runner)).toEqual({ message, advice });
  expect(marksIn(model)).toEqual([]);
});

test('says so where nothing can be marked', async () => {
  const { host } = openInExcel(sampleSheets());
  const readOnly = Object.assign(Object.create(host), { capabilities: { ...host.capabilities, mark: false } });
  expect(await toggleMarks(readOnly, neverRun)).toEqual({
    message: '这个工作簿现在不能标记单元格。',
    advice: '如果是只读打开的，请改为编辑后重试；也可以打开校验窗格，在列表中查看问题。',
  });
});

test('refused by Excel, it refuses in the words of the host', async () => {
  const { host, excel } = openInExcel(sampleSheets());
  excel.isEditingCell = true;
  const { code, message } = await refusalOf(toggleMarks(host, runner));
  expect([code, message]).toEqual(['busy', 'Excel 正处于单元格编辑状态，无法继续。']);
});
