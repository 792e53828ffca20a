import { toHostError } from '../../../src/host/excel/excel-error';
import type { WorkbookHost } from '../../../src/host/port/workbook-host';
import { sheetOf } from '../../support/build-form';
import { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { loadOfficeClient } from '../../support/excel-host/office-client';
import { modelOf } from '../../support/excel-host/workbook-model';
import { openInExcel, openModel, refusalOf } from './open-in-excel';

const A1 = { row: 0, column: 0 };
const A1_RANGE = { top: 0, left: 0, bottom: 0, right: 0 };
const SHEETS = [sheetOf('甲', { A1: '一' }), sheetOf('乙', { A1: '二' })];

const content = (value: string) => ({ value, formula: null, numberFormat: 'General' });
const CHANGES = {
  label: '试写',
  edits: [{ sheet: '甲', address: A1, before: content('一'), after: content('二') }],
};

const CALLS: readonly (readonly [string, (host: WorkbookHost) => Promise<unknown>])[] = [
  ['read', (host) => host.read()],
  ['apply', (host) => host.apply(CHANGES)],
  ['mark', (host) => host.mark([{ sheet: '甲', range: A1_RANGE, severity: 'error' }])],
  ['select', (host) => host.select('甲', A1_RANGE)],
];

/** Something happens to the workbook once the host has sent so many requests. */
function afterRequests(excel: ExcelSimulator, count: number, event: () => void): void {
  let sent = 0;
  excel.beforeBatch = () => {
    sent += 1;
    if (sent === count + 1) event();
  };
}

describe.each(CALLS)('%s', (_, call) => {
  test('while the user edits a cell', async () => {
    const { host, excel } = openInExcel(SHEETS);
    excel.isEditingCell = true;
    expect(await refusalOf(call(host))).toMatchObject({
      code: 'busy',
      message: 'Excel 正处于单元格编辑状态，无法继续。',
      advice: '请按回车键或 Esc 键结束编辑，然后重试。',
    });
    excel.isEditingCell = false;
    await expect(call(host)).resolves.not.toBeInstanceOf(Error);
  });

  test('when the user begins to edit in the middle of it', async () => {
    const { host, excel } = openInExcel(SHEETS);
    afterRequests(excel, 1, () => (excel.isEditingCell = true));
    expect((await refusalOf(call(host))).code).toBe('busy');
  });
});

test.each(CALLS.slice(1))('%s, when the sheet is deleted in the middle of it', async (_, call) => {
  const { host, excel } = openInExcel(SHEETS);
  afterRequests(excel, 1, () => excel.deleteSheet('甲'));
  expect(await refusalOf(call(host))).toMatchObject({
    code: 'gone',
    message: '工作表或单元格已不存在，可能刚被删除或改名。',
    advice: '请重新校验。',
  });
});

test.each([1, 2])('a sheet deleted after %d requests of a read: the others are read', async (count) => {
  const { host, excel } = openInExcel(SHEETS);
  afterRequests(excel, count, () => excel.deleteSheet('甲'));
  expect((await host.read()).sheets.map(({ name }) => name)).toEqual(['乙']);
});

test('a sheet protected in the middle of marking', async () => {
  const { host, excel, model } = openInExcel(SHEETS);
  afterRequests(excel, 2, () => (model.sheets[0].isProtected = true));
  expect(await refusalOf(CALLS[2][1](host))).toMatchObject({
    code: 'protected',
    message: '标记没有完成，可能只改了一部分。工作簿或工作表受保护，无法修改。',
    advice: '再标记或清除一次，会先去掉残留的标记。请在「审阅」选项卡中撤消保护，然后重试。',
  });
});

test('a member this Excel does not have', async () => {
  const { host, excel } = openInExcel(SHEETS);
  Object.defineProperty(excel, 'level', { value: '1.12' });
  expect((await refusalOf(host.read())).code).toBe('not-supported');
});

test('texts too long for any answer', async () => {
  const { host, excel } = openInExcel([sheetOf('表', { A1: '长'.repeat(30000) })]);
  excel.payloadLimit = 50000;
  expect((await refusalOf(host.read())).code).toBe('file-too-large');
});

const SENTENCES: readonly (readonly [string, string, string])[] = [
  ['InvalidOperationInCellEditMode', 'busy', 'Excel 正处于单元格编辑状态，无法继续。'],
  ['5004', 'busy', 'Excel 正处于单元格编辑状态，无法继续。'],
  ['WriteNotSupportedWhenModalDialogOpen', 'busy', 'Excel 正打开着对话框，无法继续。'],
  ['5016', 'busy', 'Excel 正打开着对话框，无法继续。'],
  ['ActivityLimitReached', 'busy', 'Excel 正忙，没有完成操作。'],
  ['5102', 'busy', 'Excel 正忙，没有完成操作。'],
  ['RequestAborted', 'busy', 'Excel 正忙，没有完成操作。'],
  ['InactiveWorkbook', 'busy', '这个工作簿不在最前面，Excel 暂时不处理。'],
  ['Conflict', 'busy', '工作簿同时在被别处修改，Excel 没有完成操作。'],
  ['AccessDenied', 'protected', '工作簿或工作表受保护，无法修改。'],
  ['7000', 'protected', '工作簿或工作表受保护，无法修改。'],
  ['5002', 'protected', '工作簿是以只读方式打开的，无法修改。'],
  ['MergedRangeConflict', 'protected', '有合并的单元格，Excel 不允许这样修改。'],
  ['FilteredRangeConflict', 'protected', '单元格处于筛选状态，Excel 不允许这样修改。'],
  ['PivotTableRangeConflict', 'protected', '单元格属于数据透视表，不能修改。'],
  ['ItemNotFound', 'gone', '工作表或单元格已不存在，可能刚被删除或改名。'],
  ['InvalidReference', 'gone', '工作表或单元格已不存在，可能刚被删除或改名。'],
  ['RequestPayloadSizeLimitExceeded', 'file-too-large', '工作簿内容太多，超出了 Excel 一次能传送的数据量。'],
  ['ResponsePayloadSizeLimitExceeded', 'file-too-large', '工作簿内容太多，超出了 Excel 一次能传送的数据量。'],
  ['5103', 'file-too-large', '工作簿内容太多，超出了 Excel 一次能传送的数据量。'],
  ['5104', 'file-too-large', '工作簿内容太多，超出了 Excel 一次能传送的数据量。'],
  ['RangeExceedsLimit', 'file-too-large', '工作簿内容太多，超出了 Excel 一次能传送的数据量。'],
  ['OperationCellsExceedLimit', 'file-too-large', '工作簿内容太多，超出了 Excel 一次能传送的数据量。'],
  ['FormulaLengthExceedsLimit', 'not-supported', '要写入的公式太长，Excel 放不下。'],
  ['UnsupportedSheet', 'not-supported', '宏表和图表工作表不支持这个操作。'],
  ['ApiNotFound', 'not-supported', '当前版本的 Excel 没有这项功能。'],
  ['NotImplemented', 'not-supported', '当前版本的 Excel 没有这项功能。'],
  ['UnsupportedOperation', 'not-supported', '当前版本的 Excel 没有这项功能。'],
  ['InvalidOrTimedOutSession', 'lost-connection', '与 Excel 的连接中断了。'],
  ['5012', 'lost-connection', '与 Excel 的连接中断了。'],
  ['HostRestartNeeded', 'lost-connection', 'Excel 需要重新启动才能继续。'],
  ['GeneralException', 'internal', 'Excel 没有完成操作。'],
  ['InvalidArgument', 'internal', 'Excel 没有完成操作。'],
  ['AnythingElse', 'internal', 'Excel 没有完成操作。'],
];

test.each(SENTENCES)('code %s is %s: %s', (code, expected, sentence) => {
  const { code: found, message, advice } = toHostError({ code, message: 'The English text.' });
  expect([found, message]).toEqual([expected, sentence]);
  expect(advice).toMatch(expected === 'internal' ? /^请重新校验后再试；仍不成功时请报告：/ : /^请.*[\u4e00-\u9fff]。$/);
});

test('every code that the client knows has a sentence and advice', () => {
  const { Excel: excel } = loadOfficeClient(new ExcelSimulator(modelOf('申报表.xlsx', SHEETS), '1.15'));
  const codes = Object.values(excel.ErrorCodes);
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) {
    const { message, advice } = toHostError({ code, message: 'The English text.' });
    expect(message).toMatch(/^[^a-z]*(?:Excel)?[^a-z]*。$/);
    expect(advice).toMatch(/^请/);
  }
});

describe('an Excel that does not answer', () => {
  test.each(CALLS)('%s is given up, and what is asked later is answered', async (_, call) => {
    const { host, excel } = openModel(modelOf('申报表.xlsx', SHEETS), '1.15', { patience: 300 });
    excel.isConnectionLost = true;
    const waiting = refusalOf(call(host));
    const later = host.select('乙', A1_RANGE);
    expect(await waiting).toMatchObject({
      code: 'lost-connection',
      message: 'Excel 很久没有应答，已不再等待。',
      advice: '请看看 Excel 是否正在计算或打开着对话框，等它结束后重试；仍不成功时，请关闭窗格后重新打开。',
    });
    excel.isConnectionLost = false;
    expect(await later).toEqual({ isRevealed: false });
  });
});

test('what nobody foresaw is told in full', () => {
  const error = { code: 'GeneralException', message: 'internal error', debugInfo: { errorLocation: 'Range.values' } };
  expect(toHostError(error).advice).toBe(
    '请重新校验后再试；仍不成功时请报告：GeneralException: internal error (Range.values)',
  );
  expect(toHostError({ ...error, debugInfo: { ...error.debugInfo, innerError: { code: 'Locked' } } }).advice).toBe(
    '请重新校验后再试；仍不成功时请报告：GeneralException: internal error (Range.values, Locked)',
  );
  expect(toHostError(new TypeError('x is not a function')).advice).toContain('x is not a function');
  expect(toHostError('nothing').advice).toContain('nothing');
  expect(toHostError(undefined).code).toBe('internal');
});
