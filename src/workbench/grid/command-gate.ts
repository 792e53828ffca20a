import {
  CanceledError,
  CommandType,
  ICommandService,
  type ICellData,
  type Injector,
  type Nullable,
} from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';

/**
 * Commands on sheets that may run: those that change what cells hold, move the selection or change the view. All
 * others (rows, columns, merged areas, sheets, styles, protection, notes) are refused, because a file is saved by
 * patching cells: what they do would be shown and not saved.
 */
const ALLOWED_COMMANDS: ReadonlySet<string> = new Set([
  'sheet.command.set-range-values',
  'sheet.command.clear-selection-content',
  'sheet.command.auto-clear-content',
  'sheet.command.numfmt.set.numfmt',
  'sheet.command.select-range',
  'sheet.command.select-all',
  'sheet.command.expand-selection',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.set-worksheet-activate',
  'sheet.command.set-scroll-relative',
  'sheet.command.scroll-to-cell',
  'sheet.command.scroll-view',
  'sheet.command.scroll-view-reset',
  'sheet.command.change-zoom-ratio',
  'sheet.command.set-zoom-ratio',
  // Widths and heights serve reading; they are not saved.
  'sheet.command.delta-column-width',
  'sheet.command.delta-row-height',
  'sheet.command.set-worksheet-col-width',
  'sheet.command.set-row-height',
  'sheet.command.set-col-auto-width',
  'sheet.command.set-col-is-auto-width',
  'sheet.command.set-row-is-auto-height',
]);

/** Refused although the grid does not call them commands on sheets. */
const REFUSED_OPERATIONS: ReadonlySet<string> = new Set([
  'sheet.operation.rename-sheet',
  'sheet.operation.add-note-popup',
]);

const SHEET_COMMAND = /^sheet\.command\./;

export interface GateKeepers {
  /** Takes over a command: true when it was dealt with and must not run. */
  takeOver(commandId: string, params: object | undefined): boolean;
  /** Told of each command that was refused. */
  refused(commandId: string): void;
}

/** Lets only such commands through as the saved file can follow. */
export function guardCommands(injector: Injector, keepers: GateKeepers): void {
  injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.type !== CommandType.MUTATION && keepers.takeOver(command.id, command.params))
      throw new CanceledError();
    const isRefused = SHEET_COMMAND.test(command.id)
      ? !ALLOWED_COMMANDS.has(command.id)
      : REFUSED_OPERATIONS.has(command.id);
    if (isRefused) {
      keepers.refused(command.id);
      throw new CanceledError();
    }
    if (command.id === SetRangeValuesMutation.id)
      keepOnlyNumberFormats(command.params as ISetRangeValuesMutationParams);
  });
}

/** Formats ride along with values (rich text, filling): they are taken off, so that the picture stays that of the file. */
function keepOnlyNumberFormats(params: ISetRangeValuesMutationParams): void {
  const rows: Record<number, Record<number, Nullable<ICellData>>> = params.cellValue ?? {};
  for (const row of Object.values(rows)) {
    for (const cell of Object.values(row)) {
      if (!cell || cell.s === undefined) continue;
      const pattern = typeof cell.s === 'object' ? cell.s?.n : undefined;
      if (pattern === undefined) delete cell.s;
      else cell.s = { n: pattern };
    }
  }
}
