import type { CellContent, Edit } from '../../../src/core/changes/change-set';
import { formatAddress, parseAddress } from '../../../src/core/workbook/cell-address';
import { sheetOf } from '../../support/build-form';
import type { ExcelSimulator } from '../../support/excel-host/excel-simulator';
import { ACTION, type RequestBody } from '../../support/excel-host/wire';
import { cellAt, changeCell, modelOf, type ModelWorkbook } from '../../support/excel-host/workbook-model';
import { openInExcel, openModel, refusalOf } from './open-in-excel';

const BLANK: CellContent = { value: null, formula: null, numberFormat: 'General' };
const text = (value: string, numberFormat = 'General'): CellContent => ({ value, formula: null, numberFormat });

function edit(address: string, after: CellContent, sheet = '表', before = BLANK): Edit {
  const place = parseAddress(address);
  if (!place) throw new Error(address);
  return { sheet, address: place, before, after };
}

const changes = (...edits: Edit[]) => ({ label: '试写', edits });

function inModel({ sheets }: ModelWorkbook, address: string) {
  const { row, column } = parseAddress(address) ?? { row: -1, column: -1 };
  const { value, numberFormat } = cellAt(sheets[0], row, column);
  return [value, numberFormat];
}

const isWriting = ({ Actions }: RequestBody): boolean =>
  Actions.some(({ ActionType }) => ActionType === ACTION.setProperty);

/** Something happens as soon as Excel has answered the request that wrote. */
function afterWriting(excel: ExcelSimulator, event: () => void): void {
  const answer = excel.answer.bind(excel);
  excel.answer = (body) => {
    const outcome = answer(body);
    if (isWriting(JSON.parse(body) as RequestBody)) event();
    return outcome;
  };
}

const REFUSED = '写入中途停止：工作簿或工作表受保护，无法修改。';
const ADVICE = '请在「审阅」选项卡中撤消保护，然后重试。';
const [B2, B3, B4] = [edit('B2', text('甲')), edit('B3', text('007')), edit('B4', text('丙'))];

describe.each(['1.4', '1.7', '1.9', '1.14', '1.15'])('writing that breaks off, at level %s', (level) => {
  const opened = () => openInExcel([sheetOf('表', {})], level);

  test('after the first cell: it is in effect, the others are not', async () => {
    const { host, excel, model } = opened();
    excel.failNext('AccessDenied', 1, isWriting);
    const before = excel.roundTrips;
    expect(await host.apply(changes(B2, B3, B4))).toEqual({
      written: 1,
      conflicts: [],
      interruption: { message: REFUSED, advice: ADVICE, unwritten: [B3, B4], uncertain: [] },
    });
    expect([inModel(model, 'B2'), inModel(model, 'B3'), inModel(model, 'B4')]).toEqual([
      ['甲', 'General'],
      ['', 'General'],
      ['', 'General'],
    ]);
    expect(excel.roundTrips - before).toBe(3 + 1);
  });

  test('between the format and the content of a cell: the format is put back', async () => {
    const { host, excel, model } = opened();
    excel.failNext('AccessDenied', 2, isWriting);
    expect(await host.apply(changes(B2, B3, B4))).toEqual({
      written: 1,
      conflicts: [],
      interruption: { message: REFUSED, advice: ADVICE, unwritten: [B3, B4], uncertain: [] },
    });
    expect(inModel(model, 'B3')).toEqual(['', 'General']);
  });

  test('before anything was done: refused, and nothing has changed', async () => {
    const { host, excel, model } = opened();
    const before = structuredClone(model.sheets[0].cells);
    excel.failNext('AccessDenied', 0, isWriting);
    expect(await refusalOf(host.apply(changes(B2, B3)))).toMatchObject({ code: 'protected', advice: ADVICE });
    excel.failNext('AccessDenied', 1, isWriting);
    expect((await refusalOf(host.apply(changes(B3, B2)))).code).toBe('protected');
    expect(structuredClone(model.sheets[0].cells)).toEqual(before);
  });

  test('a format that cannot be put back is named', async () => {
    const { host, excel, model } = opened();
    excel.failNext('AccessDenied', 1, isWriting);
    excel.failNext('AccessDenied', 0, isWriting);
    expect(await host.apply(changes(B3, B2))).toEqual({
      written: 0,
      conflicts: [],
      interruption: {
        message: REFUSED,
        advice: `工作表「表」的 B3 的单元格格式已经改变，内容没有改变；需要时请在 Excel 中改回格式。${ADVICE}`,
        unwritten: [B3, B2],
        uncertain: [],
      },
    });
    expect(inModel(model, 'B3')).toEqual(['', '@']);
  });

  test('a formula that has its content gets the format it was to keep', async () => {
    const { host, excel, model } = opened();
    const formula = edit('B3', { value: null, formula: 'A1', numberFormat: '@' });
    excel.failNext('AccessDenied', 1, isWriting);
    expect((await host.apply(changes(formula, B2))).written).toBe(1);
    expect(inModel(model, 'B3')[1]).toBe('@');
    expect(inModel(model, 'B2')).toEqual(['', 'General']);
  });

  test('when Excel does not even let itself be looked at: what is not known is called so', async () => {
    const { host, excel } = opened();
    excel.failNext('AccessDenied', 1, isWriting);
    afterWriting(excel, () => (excel.isEditingCell = true));
    expect(await host.apply(changes(B2, B3))).toEqual({
      written: 0,
      conflicts: [],
      interruption: { message: REFUSED, advice: ADVICE, unwritten: [], uncertain: [B2, B3] },
      reformatted: [{ sheet: '表', address: B3.address, from: 'General', to: '@' }],
    });
  });
});

describe('parts', () => {
  const many = Array.from({ length: 1100 }, (_, row) => edit(formatAddress({ row, column: 0 }), text(`第${row}行`)));

  test('those before are in effect, those after are not begun', async () => {
    const { host, excel, model } = openInExcel([sheetOf('表', {})]);
    let sent = 0;
    excel.failNext('AccessDenied', 20, (body) => isWriting(body) && (sent += 1) === 2);
    const { written, interruption } = await host.apply(changes(...many));
    expect(written).toBe(520);
    expect(interruption?.unwritten).toEqual(many.slice(520));
    expect(interruption?.uncertain).toEqual([]);
    expect(inModel(model, 'A520')).toEqual(['第519行', 'General']);
    expect(inModel(model, 'A521')).toEqual(['', 'General']);
  });

  test('the user begins to edit between two: nothing of the second is done, and that is certain', async () => {
    const { host, excel } = openInExcel([sheetOf('表', {})]);
    afterWriting(excel, () => (excel.isEditingCell = true));
    const { written, interruption } = await host.apply(changes(...many));
    expect(written).toBe(500);
    expect(interruption).toEqual({
      message: '写入中途停止：Excel 正处于单元格编辑状态，无法继续。',
      advice: '请按回车键或 Esc 键结束编辑，然后重试。',
      unwritten: many.slice(500),
      uncertain: [],
    });
  });

  test('the sheet is deleted between two: what was written went with it', async () => {
    const { host, excel } = openInExcel([sheetOf('表', {}), sheetOf('别的', {})]);
    let isDeleted = false;
    afterWriting(excel, () => {
      if (!isDeleted) excel.deleteSheet('表');
      isDeleted = true;
    });
    const { interruption } = await host.apply(changes(...many));
    expect(interruption?.message).toBe('写入中途停止：工作表或单元格已不存在，可能刚被删除或改名。');
    expect(interruption?.unwritten).toEqual(many.slice(1000));
    expect(interruption?.uncertain).toEqual(many.slice(500, 1000));
  });

  test('long texts go in requests that Excel on the web takes', async () => {
    const { host, excel, model } = openInExcel([sheetOf('表', {})]);
    const long = Array.from({ length: 100 }, (_, row) =>
      edit(formatAddress({ row, column: 0 }), text('长'.repeat(30000))),
    );
    expect((await host.apply(changes(...long))).written).toBe(100);
    expect(inModel(model, 'A100')).toEqual(['长'.repeat(30000), 'General']);
    for (const { error } of excel.requests) expect(error).toBeUndefined();
  });

  test('only the answer does not come through, and cells are looked at in halves: writing goes on', async () => {
    const { host, excel, model } = openInExcel([sheetOf('表', {})]);
    const edits = Array.from({ length: 12 }, (_, row) =>
      edit(formatAddress({ row, column: 0 }), text('长'.repeat(700))),
    );
    afterWriting(excel, () => (excel.payloadLimit = 30000));
    const { answer } = excel;
    excel.answer = (body) => {
      const outcome = answer(body);
      return isWriting(JSON.parse(body) as RequestBody) ? { refusal: 'ResponsePayloadSizeLimitExceeded' } : outcome;
    };
    const before = excel.roundTrips;
    expect(await host.apply(changes(...edits))).toEqual({ written: 12, conflicts: [] });
    expect(excel.roundTrips - before).toBe(3 + 3);
    expect(inModel(model, 'A12')[0]).toBe('长'.repeat(700));
  });
});

test('an edit of somebody else in the middle of it is not taken for ours', async () => {
  const { host, excel, model } = openInExcel([sheetOf('表', {})]);
  excel.failNext('AccessDenied', 1, isWriting);
  excel.beforeBatch = (body) => {
    if (isWriting(body)) changeCell(model.sheets[0], 3, 1, { value: '别人写的' });
  };
  const { interruption } = await host.apply(changes(B2, B3, B4));
  expect(interruption).toMatchObject({ unwritten: [B3], uncertain: [B4] });
  expect(inModel(model, 'B4')[0]).toBe('别人写的');
});

test('a text of which Excel makes something else even the second time is called uncertain', async () => {
  const { host, excel, model } = openInExcel([sheetOf('表', {})]);
  const execute = excel.execute.bind(excel);
  excel.execute = (body) => {
    const answer = execute(body);
    return isWriting(JSON.parse(body) as RequestBody) ? answer.replace(/丙/g, '丁') : answer;
  };
  expect(await host.apply(changes(B2, B4))).toEqual({
    written: 1,
    conflicts: [],
    interruption: {
      message: 'Excel 把写入的文字改成了别的内容。',
      advice: '请核对这些单元格，需要时手工填写。',
      unwritten: [],
      uncertain: [B4],
    },
  });
  expect(inModel(model, 'B2')[0]).toBe('甲');
});

test('an Excel that never answers: what was asked last is uncertain, and nothing more is written', async () => {
  const { host, excel, model } = openModel(modelOf('申报表.xlsx', [sheetOf('表', {})]), '1.15', { patience: 500 });
  const many = Array.from({ length: 20 }, (_, row) =>
    edit(formatAddress({ row, column: 0 }), text('长'.repeat(30000))),
  );
  let sent = 0;
  afterWriting(excel, () => {
    sent += 1;
    excel.isConnectionLost = sent === 1;
  });
  const { written, interruption } = await host.apply(changes(...many));
  expect(written).toBe(9);
  expect(interruption).toEqual({
    message: '写入中途停止：Excel 很久没有应答，已不再等待。',
    advice: '请看看 Excel 是否正在计算或打开着对话框，等它结束后重试；仍不成功时，请关闭窗格后重新打开。',
    unwritten: many.slice(18),
    uncertain: many.slice(9, 18),
  });
  excel.isConnectionLost = false;
  await host.select('表', { top: 1, left: 1, bottom: 1, right: 1 });
  expect(model.selection).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
  expect(inModel(model, 'A19')[0]).toBe('');
});

test('a workbook that may only be looked at', async () => {
  const { host, excel } = openModel(modelOf('申报表.xlsx', [sheetOf('表', {})]), '1.15', { mode: 'readOnly' });
  expect(host.capabilities.write).toBe(false);
  for (const call of [host.apply(changes(B2)), host.mark([])]) {
    expect(await refusalOf(call)).toMatchObject({
      code: 'protected',
      message: '工作簿是以只读方式打开的，无法修改。',
      advice: '请点「启用编辑」，或另存一份后在新文件中修改。',
    });
  }
  expect(excel.roundTrips).toBe(0);
});
