import { toHostError } from '../../../src/host/excel/excel-error';
import type { WorkbookHost } from '../../../src/host/port/workbook-host';
import { sheetOf } from '../../support/build-form';
import type { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { openInExcel, refusalOf } from './open-in-excel';

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

  test('when the sheet is deleted in the middle of it', async () => {
    const { host, excel } = openInExcel(SHEETS);
    afterRequests(excel, 1, () => excel.deleteSheet('甲'));
    expect(await refusalOf(call(host))).toMatchObject({
      code: 'gone',
      message: '工作表或单元格已不存在，可能刚被删除或改名。',
      advice: '请重新校验。',
    });
  });

  test('when the user begins to edit in the middle of it', async () => {
    const { host, excel } = openInExcel(SHEETS);
    afterRequests(excel, 1, () => (excel.isEditingCell = true));
    expect((await refusalOf(call(host))).code).toBe('busy');
  });
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

test.each([
  ['InvalidOperationInCellEditMode', 'busy'],
  [5004, 'busy'],
  [5016, 'busy'],
  ['ActivityLimitReached', 'busy'],
  ['AccessDenied', 'protected'],
  [7000, 'protected'],
  ['ItemNotFound', 'gone'],
  ['RequestPayloadSizeLimitExceeded', 'file-too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'file-too-large'],
  ['InvalidOrTimedOutSession', 'lost-connection'],
  ['ApiNotFound', 'not-supported'],
  ['GeneralException', 'internal'],
  ['AnythingElse', 'internal'],
])('code %s is %s, in whole sentences', (code, expected) => {
  const { code: found, message, advice } = toHostError({ code, message: 'The English text.' });
  expect(found).toBe(expected);
  expect(message).toMatch(/[\u4e00-\u9fff，]。$/);
  expect(advice).not.toBe('');
});

test('what nobody foresaw is told in full', () => {
  const error = { code: 'GeneralException', message: 'internal error', debugInfo: { errorLocation: 'Range.values' } };
  expect(toHostError(error).advice).toBe(
    '请重新校验后再试；仍不成功时请报告：GeneralException: internal error (Range.values)',
  );
  expect(toHostError(new TypeError('x is not a function')).advice).toContain('x is not a function');
  expect(toHostError('nothing').advice).toContain('nothing');
  expect(toHostError(undefined).code).toBe('internal');
});
