import type { Edit } from '../../core/changes/change-set';
import { formatAddress } from '../../core/workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';

/** The sheet of this name; throws a `HostError` where there is none. */
export function sheetNamed(snapshot: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = snapshot.findSheet(name);
  if (!sheet) throw new HostError('gone', `工作簿中没有名为「${name}」的工作表。`, '请重新校验后再试。');
  return sheet;
}

export function protectedCell(edit: Edit): HostError {
  const place = `${edit.sheet}!${formatAddress(edit.address)}`;
  return new HostError('protected', `${place} 受工作表保护，不能修改。`, '请在 Excel 中撤销工作表保护后再试。');
}

export function protectedSheet(sheet: string): HostError {
  return new HostError('protected', `工作表「${sheet}」受保护，不能增删行。`, '请在 Excel 中撤销工作表保护后再试。');
}
