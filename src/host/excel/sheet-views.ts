import { formatRange, type CellRange } from '../../core/workbook/cell-address';
import { HostError } from '../port/host-error';
import type { SelectResult } from '../port/workbook-host';
import { officeCodeOf, sheetGone } from './excel-error';

/** A sheet that was hidden, and what was in front before it was shown. */
interface Revealed {
  readonly visibility: 'Hidden' | 'VeryHidden';
  readonly formerSheetId: string;
}

/** Shows cells to the user, on hidden sheets too, and hides these again. */
export class SheetViews {
  /** By sheet id: a sheet may be renamed meanwhile. */
  private readonly revealed: Record<string, Revealed> = {};

  /** Round trips: the sheet, showing and selecting. */
  async select(context: Excel.RequestContext, name: string, range: CellRange): Promise<SelectResult> {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load('id,visibility');
    const active = worksheets.getActiveWorksheet();
    active.load('id');
    await context.sync();
    if (sheet.isNullObject) throw sheetGone(name);
    const { visibility } = sheet;
    if (visibility !== 'Visible') {
      sheet.visibility = 'Visible';
      await change(context, `工作表「${name}」是隐藏的，而工作簿的结构受保护，不能取消隐藏`);
      this.revealed[sheet.id] = {
        visibility: visibility === 'Hidden' ? 'Hidden' : 'VeryHidden',
        formerSheetId: active.id,
      };
    }
    sheet.activate();
    sheet.getRange(formatRange(range)).select();
    await context.sync();
    return { isRevealed: visibility !== 'Visible' };
  }

  /**
   * Hides a sheet as it was hidden before `select` showed it; one that the user showed or hid stays as it is. Where it
   * is in front, the sheet that was in front before it takes its place. Round trips: the sheets, hiding.
   */
  async conceal(context: Excel.RequestContext, name: string): Promise<void> {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name,items/visibility');
    const active = worksheets.getActiveWorksheet();
    active.load('id');
    await context.sync();
    const sheet = worksheets.items.filter((item) => item.name.toLowerCase() === name.toLowerCase())[0];
    if (!sheet) throw sheetGone(name);
    const known = this.revealed[sheet.id];
    if (!known) return;
    delete this.revealed[sheet.id];
    if (sheet.visibility !== 'Visible') return;

    const others = worksheets.items.filter((item) => item.id !== sheet.id && item.visibility === 'Visible');
    if (others.length === 0) {
      this.revealed[sheet.id] = known;
      throw new HostError(
        'not-supported',
        `工作表「${name}」是唯一显示的工作表，不能隐藏。`,
        '请先取消隐藏另一张工作表，然后重试。',
      );
    }
    if (active.id === sheet.id) (others.filter(({ id }) => id === known.formerSheetId)[0] || others[0]).activate();
    sheet.visibility = known.visibility;
    try {
      await change(context, `工作簿的结构受保护，不能重新隐藏工作表「${name}」`);
    } catch (error) {
      this.revealed[sheet.id] = known;
      throw error;
    }
  }
}

async function change(context: Excel.RequestContext, refusal: string): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    const code = officeCodeOf(error);
    // What protection of the structure answers is not documented for every Excel.
    if (code !== 'AccessDenied' && code !== 'InvalidOperation') throw error;
    throw new HostError('protected', `${refusal}。`, '请在「审阅」选项卡中点「保护工作簿」撤消保护，然后重试。');
  }
}
