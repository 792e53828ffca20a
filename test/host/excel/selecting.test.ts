import { sheetOf } from '../../support/build-form';
import { modelOf } from '../../support/excel-host/workbook-model';
import { openInExcel, openModel, refusalOf } from './open-in-excel';

const RANGE = { top: 2, left: 1, bottom: 2, right: 3 };
const SHEETS = [
  sheetOf('甲', { A1: '一' }),
  sheetOf('乙', { A1: '二' }, [], { visibility: 'hidden' }),
  sheetOf('丙', { A1: '三' }, [], { visibility: 'veryHidden' }),
  sheetOf('丁', { A1: '四' }),
];

function opened(level = '1.15') {
  const { host, excel, model } = openInExcel(SHEETS, level);
  const front = () => model.sheets.find(({ id }) => id === model.activeSheet)?.name;
  const visibilities = () => model.sheets.map(({ visibility }) => visibility);
  return { host, excel, model, front, visibilities };
}

test('takes two round trips and changes the sheet', async () => {
  const { host, excel, model, front } = opened();
  expect(await host.select('丁', RANGE)).toEqual({ isRevealed: false });
  expect(front()).toBe('丁');
  expect(model.selection).toEqual(RANGE);
  expect(excel.roundTrips).toBe(2);
});

describe.each(['1.4', '1.7', '1.15'])('hidden sheets at level %s', (level) => {
  test.each([
    ['乙', 'Hidden'],
    ['丙', 'VeryHidden'],
  ])('%s is shown, and concealed as it was', async (name, visibility) => {
    const { host, model, front, visibilities } = opened(level);
    const before = structuredClone(visibilities());
    await host.select('丁', RANGE);
    expect(await host.select(name, RANGE)).toEqual({ isRevealed: true });
    expect(front()).toBe(name);
    expect(model.selection).toEqual(RANGE);
    expect(await host.select(name, RANGE)).toEqual({ isRevealed: false });

    await host.conceal(name);
    expect(visibilities()).toEqual(before);
    expect(before).toContain(visibility);
    expect(front()).toBe('丁');
  });

  test('the one in front stays in front when another is concealed', async () => {
    const { host, front } = opened(level);
    await host.select('乙', RANGE);
    await host.select('丙', RANGE);
    await host.conceal('乙');
    expect(front()).toBe('丙');
  });
});

test('when the sheet that was in front before is gone or hidden, the first visible one takes its place', async () => {
  const { host, model, front } = opened();
  await host.select('丁', RANGE);
  await host.select('乙', RANGE);
  model.sheets[3].visibility = 'Hidden';
  await host.conceal('乙');
  expect(front()).toBe('甲');
});

test('renamed meanwhile, it is concealed by its new name', async () => {
  const { host, excel, visibilities } = opened();
  await host.select('丙', RANGE);
  excel.renameSheet('丙', '丙二');
  await host.conceal('丙二');
  expect(visibilities()).toEqual(['Visible', 'Hidden', 'VeryHidden', 'Visible']);
});

describe('a sheet that the user hid or showed', () => {
  test('stays visible when we did not show it', async () => {
    const { host, visibilities } = opened();
    await host.select('丁', RANGE);
    await host.conceal('丁');
    expect(visibilities()).toEqual(['Visible', 'Hidden', 'VeryHidden', 'Visible']);
  });

  test('stays as it is when it was hidden otherwise meanwhile', async () => {
    const { host, model, visibilities } = opened();
    await host.select('丙', RANGE);
    await host.select('甲', RANGE);
    model.sheets[2].visibility = 'Hidden';
    await host.conceal('丙');
    expect(visibilities()).toEqual(['Visible', 'Hidden', 'Hidden', 'Visible']);
  });
});

describe('refusals', () => {
  test('the structure of the workbook is protected', async () => {
    const { host, model, visibilities } = opened();
    model.isStructureProtected = true;
    expect(await refusalOf(host.select('乙', RANGE))).toMatchObject({
      code: 'protected',
      message: '工作表「乙」是隐藏的，而工作簿的结构受保护，不能取消隐藏。',
      advice: '请在「审阅」选项卡中点「保护工作簿」撤消保护，然后重试。',
    });
    model.isStructureProtected = false;
    await host.select('乙', RANGE);
    model.isStructureProtected = true;
    expect((await refusalOf(host.conceal('乙'))).message).toBe('工作簿的结构受保护，不能重新隐藏工作表「乙」。');
    model.isStructureProtected = false;
    await host.conceal('乙');
    expect(visibilities()).toEqual(['Visible', 'Hidden', 'VeryHidden', 'Visible']);
  });

  test('the last visible sheet', async () => {
    const { host, model } = opened();
    await host.select('乙', RANGE);
    model.sheets[0].visibility = 'Hidden';
    model.sheets[3].visibility = 'Hidden';
    expect(await refusalOf(host.conceal('乙'))).toMatchObject({
      message: '工作表「乙」是唯一显示的工作表，不能隐藏。',
      advice: '请先取消隐藏另一张工作表，然后重试。',
    });
    model.sheets[0].visibility = 'Visible';
    await host.conceal('乙');
    expect(model.sheets[1].visibility).toBe('Hidden');
  });

  test('a sheet that is gone', async () => {
    const { host, excel } = opened();
    await host.select('乙', RANGE);
    excel.deleteSheet('乙');
    expect((await refusalOf(host.select('乙', RANGE))).message).toBe('工作簿里没有工作表「乙」，可能刚被删除或改名。');
    expect((await refusalOf(host.conceal('乙'))).code).toBe('gone');
  });
});

test('another workbook open at the same time is not touched', async () => {
  const first = opened();
  const second = openModel(modelOf('别的.xlsx', SHEETS));
  const before = structuredClone(second.model.sheets.map(({ visibility }) => visibility));
  await first.host.select('乙', RANGE);
  await second.host.conceal('乙');
  expect(second.model.sheets.map(({ visibility }) => visibility)).toEqual(before);
});
