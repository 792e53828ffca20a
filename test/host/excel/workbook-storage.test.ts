import { readWorkbookNotes } from '../../../src/core/workbook/workbook-notes';
import { createAcceptances, type AcceptanceRecords, type AcceptedFlaw } from '../../../src/session/acceptances';
import { sheetOf } from '../../support/build-form';
import { modelOf, type ModelWorkbook } from '../../support/excel-host/workbook-model';
import { openInExcel, openModel, refusalOf } from './open-in-excel';

const SHEETS = [sheetOf('甲', { A1: '一' })];
const part = (entries: string): string => `<shenbao xmlns="urn:shenbao:workbook" version="1">${entries}</shenbao>`;

function notesIn({ customXmlParts }: ModelWorkbook): readonly (readonly (readonly [string, string])[])[] {
  return customXmlParts.map(({ xml }) => [...readWorkbookNotes(xml)]);
}

describe.each(['1.4', '1.5', '1.7', '1.9', '1.14', '1.15'])('texts in the workbook at level %s', (level) => {
  test('are there for the next pane, on any machine', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    await host.workbookStorage.set('采纳', '["B2 <已核对>"]\n\u0001');
    await host.workbookStorage.set('其他', '一');
    await host.workbookStorage.set('其他', '二');
    const later = openModel(model, level).host;
    expect(await later.workbookStorage.get('采纳')).toBe('["B2 <已核对>"]\n\u0001');
    expect(await later.workbookStorage.get('其他')).toBe('二');
    expect(await later.workbookStorage.get('没有')).toBeNull();
    expect(await later.storage.get('采纳')).toBeNull();
  });

  test('leave nothing behind when they are taken out', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    await host.workbookStorage.set('采纳', '一');
    await host.workbookStorage.set('其他', '二');
    await host.workbookStorage.set('采纳', '');
    expect(await host.workbookStorage.get('采纳')).toBeNull();
    expect(await host.workbookStorage.get('其他')).toBe('二');
    await host.workbookStorage.set('其他', '');
    expect([model.customXmlParts, model.settings]).toEqual([[], {}]);
  });

  test('cost a read no round trip, and are at hand after it', async () => {
    const { model } = openInExcel(SHEETS, level);
    await openModel(model, level).host.read();
    const bare = openModel(model, level);
    await bare.host.read();
    await bare.host.workbookStorage.set('采纳', '一');

    const { host, excel } = openModel(model, level);
    await host.read();
    expect(excel.roundTrips).toBe(bare.excel.roundTrips - 2);
    expect(await host.workbookStorage.get('采纳')).toBe('一');
    expect(excel.roundTrips).toBe(bare.excel.roundTrips - 2);
    await host.workbookStorage.set('采纳', '二');
    expect(excel.roundTrips).toBe(bare.excel.roundTrips);
    expect(await openModel(model, level).host.workbookStorage.get('采纳')).toBe('二');
  });

  test('of two workbooks do not mix', async () => {
    const first = openInExcel(SHEETS, level);
    const second = openModel(modelOf('别的.xlsx', SHEETS), level);
    await first.host.workbookStorage.set('采纳', '一');
    expect(await second.host.workbookStorage.get('采纳')).toBeNull();
  });

  test('are not written into a workbook that may only be looked at', async () => {
    const { host, model } = openModel(modelOf('申报表.xlsx', SHEETS), level, { mode: 'readOnly' });
    expect(await refusalOf(host.workbookStorage.set('采纳', '一'))).toMatchObject({
      code: 'protected',
      message: '工作簿是以只读方式打开的，没有保存到工作簿中。',
      advice: '请点「启用编辑」，或另存一份后重试。',
    });
    expect([model.customXmlParts, model.settings]).toEqual([[], {}]);
    expect(await host.workbookStorage.get('采纳')).toBeNull();
  });

  test('that are too many are refused, those before stay', async () => {
    const { host, model } = openInExcel(SHEETS, level);
    await host.workbookStorage.set('采纳', '一');
    expect(await refusalOf(host.workbookStorage.set('其他', '长'.repeat(1400000)))).toMatchObject({
      code: 'file-too-large',
      message: '内容太多，工作簿里放不下，没有保存到工作簿中。',
    });
    expect(await host.workbookStorage.get('其他')).toBeNull();
    expect(await openModel(model, level).host.workbookStorage.get('采纳')).toBe('一');
  });
});

test('a long history of operations is kept, within what Excel on the web takes at once', async () => {
  const { host, model, excel } = openInExcel(SHEETS, '1.5');
  const history = JSON.stringify({ text: '"修改前"\n'.repeat(50000), file: 'UEsDBBQAAAAI'.repeat(20000) });
  await host.workbookStorage.set('历史', history);
  const later = openModel(model, '1.5');
  await later.host.read();
  expect((await later.host.workbookStorage.get('历史')) === history).toBe(true);
  expect(excel.requests.concat(later.excel.requests).filter(({ error }) => error !== undefined)).toEqual([]);
});

test('what another pane has written since is kept', async () => {
  const { host, model } = openInExcel(SHEETS);
  await host.workbookStorage.set('甲', '一');
  const other = openModel(model).host;
  await other.workbookStorage.set('乙', '二');
  await host.workbookStorage.set('丙', '三');
  expect(notesIn(model)).toEqual([
    [
      ['甲', '一'],
      ['乙', '二'],
      ['丙', '三'],
    ],
  ]);
  await other.read();
  expect(await other.workbookStorage.get('丙')).toBe('三');
});

test.each(['1.4', '1.15'])('what a colleague has accepted since is kept and shown, at level %s', async (level) => {
  const { host, model } = openInExcel(SHEETS, level);
  const [own, colleague] = [host, openModel(model, level).host].map(({ workbookStorage }) =>
    createAcceptances(workbookStorage),
  );
  const findingAt = (cell: string): AcceptedFlaw => ({
    ruleId: 'value/unit-missing',
    sheet: '甲',
    cell,
    quote: '一',
    message: '指标值没有单位。',
    subject: '',
    project: '',
  });
  const cellsOf = ({ acceptances }: AcceptanceRecords): readonly string[] => acceptances.map(({ cell }) => cell);
  await host.read();
  expect(cellsOf(await own.read())).toEqual([]);
  await colleague.accept(findingAt('A1'), '', '2025-01-06');
  expect(cellsOf(await own.accept(findingAt('A2'), '', '2025-01-06'))).toEqual(['A1', 'A2']);
  expect(cellsOf(await colleague.withdraw((await colleague.read()).acceptances))).toEqual(['A2']);
});

test('a part that another pane has taken out and put in again is found', async () => {
  const { host, model } = openInExcel(SHEETS);
  await host.workbookStorage.set('甲', '一');
  const other = openModel(model).host;
  await other.workbookStorage.set('甲', '');
  await other.workbookStorage.set('乙', '二');
  await host.workbookStorage.set('丙', '三');
  expect(notesIn(model)).toEqual([
    [
      ['乙', '二'],
      ['丙', '三'],
    ],
  ]);
});

test('texts from an Excel without parts are moved into the part, which wins', async () => {
  const { host: old, model } = openInExcel(SHEETS, '1.4');
  await old.workbookStorage.set('甲', '旧');
  await old.workbookStorage.set('乙', '旧');
  model.settings['other.setting'] = 1;
  model.customXmlParts.push({ id: '{1}', xml: part('<entry key="甲">新</entry>') });
  const { host } = openModel(model);
  expect(await host.workbookStorage.get('甲')).toBe('新');
  expect(await host.workbookStorage.get('乙')).toBe('旧');
  await host.workbookStorage.set('丙', '三');
  expect(model.settings).toEqual({ 'other.setting': 1 });
  expect(notesIn(model).flat().sort()).toEqual([
    ['丙', '三'],
    ['乙', '旧'],
    ['甲', '新'],
  ]);
});

test('several parts become one, parts of other programs stay', async () => {
  const { host, model } = openInExcel(SHEETS);
  model.customXmlParts.push(
    { id: '{1}', xml: '<other xmlns="urn:other"/>' },
    { id: '{2}', xml: part('<entry key="甲">一</entry>') },
    { id: '{3}', xml: part('<entry key="乙">二</entry><later/>') },
  );
  await host.workbookStorage.set('丙', '三');
  expect(model.customXmlParts.map(({ id }) => id)).toEqual(['{1}', '{2}']);
  expect(notesIn(model)[1]).toEqual([
    ['甲', '一'],
    ['乙', '二'],
    ['丙', '三'],
  ]);
});

test('a damaged part holds nothing, and is put in order by the next text', async () => {
  const { host, model } = openInExcel(SHEETS);
  model.customXmlParts.push({ id: '{1}', xml: part('<entry key="甲">&amp;</entry>').replace('&amp;', '&#0;') });
  expect(await host.workbookStorage.get('甲')).toBeNull();
  await host.workbookStorage.set('乙', '二');
  expect(notesIn(model)).toEqual([[['乙', '二']]]);
});

test('an edit of the user costs no round trip for texts that are known', async () => {
  const { host, excel } = openInExcel(SHEETS);
  await host.workbookStorage.set('甲', '一');
  host.watch(() => undefined);
  await host.read();
  const before = excel.roundTrips;
  await host.read('edited');
  expect(excel.roundTrips - before).toBeLessThanOrEqual(2);
  expect(await host.workbookStorage.get('甲')).toBe('一');
});

test('what Excel refused is not taken for kept', async () => {
  const { host, excel, model } = openInExcel(SHEETS);
  await host.workbookStorage.set('甲', '一');
  excel.isEditingCell = true;
  expect((await refusalOf(host.workbookStorage.set('甲', '二'))).code).toBe('busy');
  excel.isEditingCell = false;
  expect(await host.workbookStorage.get('甲')).toBe('一');
  excel.failNext('AccessDenied');
  expect((await refusalOf(host.workbookStorage.set('甲', '三'))).code).toBe('protected');
  expect(await host.workbookStorage.get('甲')).toBe('一');
  expect(notesIn(model)).toEqual([[['甲', '一']]]);
});

test('a part too large to come through does not keep the workbook from being read, and is not written over', async () => {
  const { host, excel, model } = openInExcel(SHEETS);
  model.customXmlParts.push({ id: '{1}', xml: part(`<entry key="甲">${'长'.repeat(20000)}</entry>`) });
  excel.payloadLimit = 40000;
  expect((await host.read()).sheets[0].cellAt(0, 0)?.value).toBe('一');
  expect((await refusalOf(host.workbookStorage.get('甲'))).code).toBe('file-too-large');
  expect((await refusalOf(host.workbookStorage.set('乙', '二'))).code).toBe('file-too-large');
  excel.payloadLimit = 400000;
  await host.workbookStorage.set('乙', '二');
  expect(notesIn(model)[0].map(([key]) => key)).toEqual(['甲', '乙']);
});
