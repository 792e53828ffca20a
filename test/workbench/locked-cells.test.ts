import { WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import type { CellLook, WorkbookAppearance } from '../../src/host/xlsx/appearance';
import { LockedCells } from '../../src/workbench/grid/locked-cells';
import { sheetOf } from '../support/build-form';

const LOOK = { isLocked: true } as CellLook;

test('a protected sheet leaves open only what its author unlocked', () => {
  const snapshot = new WorkbookSnapshot('a.xlsx', [
    sheetOf('受保护', { A1: 1 }, ['A2:C2'], { isProtected: true }),
    sheetOf('普通', { A1: 1 }),
  ]);
  const cells = [
    { row: 0, column: 0, style: 0 },
    { row: 1, column: 0, style: 1 },
  ];
  const looks = { cells, rowStyles: new Map([[5, 1]]), columnStyles: new Map([[3, 1]]) };
  const appearance = {
    styles: [LOOK, { ...LOOK, isLocked: false }],
    sheets: [looks, looks],
  } as unknown as WorkbookAppearance;
  const locked = new LockedCells(snapshot, appearance);
  const cell = (row: number) => ({ top: row, left: 0, bottom: row, right: 0 });
  expect(locked.hasLockedCell('受保护', cell(0))).toBe(true);
  expect(locked.hasLockedCell('受保护', cell(1))).toBe(false);
  expect(locked.hasLockedCell('受保护', { top: 0, left: 0, bottom: 1, right: 0 })).toBe(true);
  expect(locked.hasLockedCell('受保护', cell(9))).toBe(true);
  expect(locked.hasLockedCell('受保护', { ...cell(9), left: 3, right: 3 })).toBe(false);
  expect(locked.hasLockedCell('受保护', cell(5))).toBe(false);
  // Of a merged area its first cell counts.
  expect(locked.hasLockedCell('受保护', { ...cell(1), left: 2, right: 2 })).toBe(false);
  expect(locked.hasLockedCell('普通', cell(0))).toBe(false);
});
