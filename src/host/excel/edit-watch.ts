import { parseRange } from '../../core/workbook/cell-address';
import type { WorkbookChange } from '../port/workbook-host';
import { hasApi, type Batch, type OfficeLibrary } from './office-library';
import type { OwnWrites } from './own-writes';

type Listener = (change: WorkbookChange) => void;

/** What the two ways of watching, whole workbook and sheet by sheet, need of an event. */
type ChangeEvent = Pick<Excel.WorksheetChangedEventArgs, 'address' | 'changeType' | 'worksheetId' | 'triggerSource'>;

/**
 * Tells listeners what the user changes. Handlers are registered in Excel with the first listener and stay as long as
 * the pane; without listeners an event costs nothing.
 */
export class EditWatch {
  private readonly listeners: Listener[] = [];
  private isRegistered = false;

  constructor(
    private readonly library: OfficeLibrary,
    private readonly run: <T>(batch: Batch<T>) => Promise<T>,
    private readonly ownWrites: OwnWrites,
  ) {}

  add(listener: Listener): () => void {
    const entry: Listener = (change) => listener(change);
    this.listeners.push(entry);
    this.register();
    return () => {
      const place = this.listeners.indexOf(entry);
      if (place !== -1) this.listeners.splice(place, 1);
    };
  }

  private register(): void {
    if (this.isRegistered || !hasApi(this.library, 'sheetEvents')) return;
    this.isRegistered = true;
    this.run((context) => this.addHandlers(context)).catch(() => {
      // Excel was busy, say: the next listener tries again; until then the user checks by hand.
      this.isRegistered = false;
    });
  }

  private async addHandlers(context: Excel.RequestContext): Promise<void> {
    const { worksheets } = context.workbook;
    worksheets.onDeleted.add(async () => this.tell({ kind: 'edited' }));
    worksheets.onAdded.add(async ({ worksheetId }) => this.sheetAdded(worksheetId));
    if (hasApi(this.library, 'rangeAreas')) {
      worksheets.onChanged.add((event) => this.changed(event));
      await context.sync();
      return;
    }
    worksheets.load('items/id');
    await context.sync();
    for (const sheet of worksheets.items) sheet.onChanged.add((event) => this.changed(event));
    await context.sync();
  }

  private async sheetAdded(id: string): Promise<void> {
    this.tell({ kind: 'edited' });
    if (hasApi(this.library, 'rangeAreas')) return;
    const addHandler: Batch<void> = async (context) => {
      context.workbook.worksheets.getItem(id).onChanged.add((event) => this.changed(event));
      await context.sync();
    };
    // Deleted again at once: nothing to watch.
    await this.run(addHandler).catch(() => undefined);
  }

  private async changed(event: ChangeEvent): Promise<void> {
    if (this.listeners.length === 0 || this.isOwn(event)) return;
    const name = await this.nameOf(event.worksheetId);
    // Rows or columns that came or went move all that lies behind them.
    const range = event.changeType === 'RangeEdited' ? parseRange(event.address) : undefined;
    this.tell(name !== null && range ? { kind: 'edited', sheet: name, range } : { kind: 'edited' });
  }

  private isOwn({ worksheetId, address, triggerSource }: ChangeEvent): boolean {
    // Asked in any case: what was expected has come.
    const wasExpected = this.ownWrites.takes(worksheetId, address);
    return hasApi(this.library, 'triggerSource') ? triggerSource === 'ThisLocalAddin' : wasExpected;
  }

  private nameOf(sheetId: string): Promise<string | null> {
    const readName: Batch<string | null> = async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
      sheet.load('name');
      await context.sync();
      return sheet.isNullObject ? null : sheet.name;
    };
    // The listener hears of the edit even when Excel cannot say where it was.
    return this.run(readName).catch(() => null);
  }

  private tell(change: WorkbookChange): void {
    for (const listener of this.listeners.slice()) listener(change);
  }
}
