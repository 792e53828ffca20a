import type { CellContent, ChangeSet, Edit } from '../../src/core/changes/change-set';
import type { CellAddress } from '../../src/core/workbook/cell-address';
import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { HostError } from '../../src/host/port/host-error';
import type { WorkbookChange, WorkbookHost } from '../../src/host/port/workbook-host';
import { sheetOf } from '../support/build-form';
import { describeStructure } from './workbook-structure-contract';

/**
 * The workbook every host is tried on:
 *
 *     目标表            A            B
 *       1               绩效目标申报表   (merged A1:B1)
 *       2               项目编码       440304231151500205016
 *       3               金额          48.45
 *     资金表
 *       1               合计          12
 */
export const CONTRACT_NAME = '申报表.xlsx';
export const CONTRACT_SHEETS: readonly SheetContent[] = [
  sheetOf('目标表', { A1: '绩效目标申报表', A2: '项目编码', B2: '440304231151500205016', A3: '金额', B3: 48.45 }, [
    'A1:B1',
  ]),
  sheetOf('资金表', { A1: '合计', B1: 12 }),
];

/** A host over the contract's workbook, and what the contract cannot do through the port. */
export interface HostUnderTest {
  readonly host: WorkbookHost;
  /** A user types a text into a cell of the first sheet; resolves when the host can know. */
  typeText(address: CellAddress, text: string): Promise<void>;
  close(): Promise<void>;
}

const CODE = { row: 1, column: 1 };
const AMOUNT = { row: 2, column: 1 };
const CODE_RANGE = { top: 1, left: 1, bottom: 1, right: 1 };

function textContent(value: string): CellContent {
  return { value, formula: null, numberFormat: 'General' };
}

function editOf(address: CellAddress, before: CellContent, after: CellContent): Edit {
  return { sheet: '目标表', address, before, after };
}

function changeOf(...edits: Edit[]): ChangeSet {
  return { label: '试写', edits };
}

/** What every `WorkbookHost` does, whatever it stands on. */
export function describeWorkbookHost(name: string, makeHost: () => Promise<HostUnderTest>): void {
  describe(`${name} keeps the contract of WorkbookHost`, () => {
    let tested: HostUnderTest;
    let host: WorkbookHost;

    beforeEach(async () => {
      tested = await makeHost();
      host = tested.host;
    });

    afterEach(() => tested.close());

    const valueAt = async ({ row, column }: CellAddress): Promise<unknown> =>
      (await host.read()).sheets[0].cellAt(row, column)?.value ?? null;

    test('reads sheets, cells and merged areas as they are', async () => {
      const snapshot = await host.read();
      expect(snapshot.name).toBe(CONTRACT_NAME);
      expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['目标表', '资金表']);
      const [form, money] = snapshot.sheets;
      expect(form.mergedAreas).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
      expect(form.cells.map(({ row, column, value }) => [row, column, value])).toEqual([
        [0, 0, '绩效目标申报表'],
        [1, 0, '项目编码'],
        [1, 1, '440304231151500205016'],
        [2, 0, '金额'],
        [2, 1, 48.45],
      ]);
      expect(form.cellAt(2, 1)?.text).toBe('48.45');
      expect(money.cellAt(0, 1)?.value).toBe(12);
    });

    test('writes what still holds, and reads it back', async () => {
      const result = await host.apply(
        changeOf(
          editOf(CODE, textContent('440304231151500205016'), textContent('440304231151500205017')),
          editOf(AMOUNT, { ...textContent(''), value: 48.45 }, { ...textContent(''), value: 50 }),
        ),
      );
      expect(result).toEqual({ written: 2, conflicts: [] });
      expect(await valueAt(CODE)).toBe('440304231151500205017');
      expect(await valueAt(AMOUNT)).toBe(50);
    });

    test('writes into blank cells and clears filled ones', async () => {
      const blank = { value: null, formula: null, numberFormat: 'General' };
      await host.apply(
        changeOf(
          editOf({ row: 9, column: 3 }, blank, textContent('新')),
          editOf(CODE, textContent('440304231151500205016'), blank),
        ),
      );
      expect(await valueAt({ row: 9, column: 3 })).toBe('新');
      expect(await valueAt(CODE)).toBeNull();
    });

    test('returns the edits whose cell holds something else, and writes the others', async () => {
      const stale = editOf(CODE, textContent('440000000000000000000'), textContent('1'));
      const good = editOf(AMOUNT, { ...textContent(''), value: 48.45 }, { ...textContent(''), value: 50 });
      const result = await host.apply(changeOf(stale, good));
      expect(result.written).toBe(1);
      expect(result.conflicts).toHaveLength(1);
      expect(result.conflicts[0].edit).toEqual(stale);
      expect(result.conflicts[0].found.value).toBe('440304231151500205016');
      expect(await valueAt(CODE)).toBe('440304231151500205016');
      expect(await valueAt(AMOUNT)).toBe(50);
    });

    test('marks leave the content as it was, and come off again', async () => {
      const before = (await host.read()).sheets.map((sheet) => sheet.content.cells.map(({ value }) => value));
      await host.mark([{ sheet: '目标表', range: CODE_RANGE, severity: 'error' }]);
      await host.mark([]);
      const after = (await host.read()).sheets.map((sheet) => sheet.content.cells.map(({ value }) => value));
      expect(after).toEqual(before);
    });

    test('selects a cell on another sheet', async () => {
      const result = await host.select('资金表', { top: 0, left: 1, bottom: 0, right: 1 });
      expect(result).toEqual({ isRevealed: false });
    });

    test.each([
      ['select', () => host.select('没有的表', CODE_RANGE)],
      ['mark', () => host.mark([{ sheet: '没有的表', range: CODE_RANGE, severity: 'info' }])],
      ['apply', () => host.apply(changeOf({ ...editOf(CODE, textContent(''), textContent('1')), sheet: '没有的表' }))],
    ])('%s on an unknown sheet is refused with a HostError in Chinese', async (_, call) => {
      const error: unknown = await call().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(HostError);
      expect((error as HostError).code).toBe('gone');
      expect((error as HostError).message).toMatch(/[\u4e00-\u9fff].*。$/);
    });

    test('tells of the edits of the user until the watch is ended', async () => {
      const changes: WorkbookChange[] = [];
      const stop = host.watch((change) => changes.push(change));
      await tested.typeText(CODE, '新编码');
      expect(changes).toContainEqual({ kind: 'edited', sheet: '目标表', range: CODE_RANGE });
      expect(await valueAt(CODE)).toBe('新编码');
      stop();
      const heard = changes.length;
      await tested.typeText(CODE, '又改');
      expect(changes).toHaveLength(heard);
    });

    test('keeps texts that travel with the workbook, apart from the settings', async () => {
      expect(await host.workbookStorage.get('接受')).toBeNull();
      await host.workbookStorage.set('接受', '<已说明> & "属实"');
      await host.workbookStorage.set('其他', '二\n行');
      expect(await host.workbookStorage.get('接受')).toBe('<已说明> & "属实"');
      expect(await host.workbookStorage.get('其他')).toBe('二\n行');
      expect(await host.storage.get('接受')).toBeNull();
      await host.workbookStorage.set('接受', '');
      expect(await host.workbookStorage.get('接受')).toBeNull();
    });

    test('an unedited sheet is told from an edited one, or else read anew', async () => {
      const former = await host.read();
      await tested.typeText(CODE, '新编码');
      const after = await host.read('edited');
      expect(after.sheets[0].cellAt(1, 1)?.value).toBe('新编码');
      expect(after.sheets[0].content).not.toBe(former.sheets[0].content);
      expect(after.sheets[1].content).toEqual(former.sheets[1].content);
    });

    test('keeps settings', async () => {
      expect(await host.storage.get('还没有')).toBeNull();
      await host.storage.set('审核人', '张三');
      expect(await host.storage.get('审核人')).toBe('张三');
    });

    describeStructure(() => host);
  });
}
