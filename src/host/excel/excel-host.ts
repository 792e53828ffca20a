import type { RowChange, RowConflict } from '../../core/changes/row-change';
import type { ChangeSet } from '../../core/changes/change-set';
import type { NewSheet } from '../../core/changes/operation';
import type { CellRange } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../port/host-error';
import type { SheetReader } from '../port/sheet-source';
import type {
  ApplyResult,
  CellPlace,
  CellMark,
  HostCapabilities,
  HostStorage,
  ReadExtent,
  SelectResult,
  WorkbookChange,
  WorkbookHost,
} from '../port/workbook-host';
import { createBrowserStorage } from './browser-storage';
import { Conversation } from './conversation';
import { EditWatch } from './edit-watch';
import { EditedSheets } from './edited-sheets';
import { openedReadOnly } from './excel-error';
import { openFunctionStorage } from './function-storage';
import { loadOffice } from './load-office';
import { CellMarks } from './marking/cell-marks';
import { hasApi, type OfficeLibrary } from './office-library';
import { OwnWrites } from './own-writes';
import { WorkbookReader } from './reading/workbook-reader';
import { SheetViews } from './sheet-views';
import { addSheets } from './structure/add-sheets';
import { changeRows } from './structure/change-rows';
import { findLocked } from './structure/locked-cells';
import { removeSheets } from './structure/remove-sheets';
import { ExcelWorkbookStorage } from './workbook-storage';
import { applyEdits, refuseUnwritable } from './writing/apply-edits';

/** The workbook open in Excel, reached by Office.js. What works depends on the level of its API: see `API_LEVELS`. */
export class ExcelHost implements WorkbookHost {
  readonly capabilities: HostCapabilities;
  private readonly edited = new EditedSheets();
  private readonly ownWrites = new OwnWrites(this.edited);
  private readonly editWatch: EditWatch;
  private readonly marks: CellMarks;
  private readonly reader: WorkbookReader;
  private waiting: WaitingRead | null = null;
  private readonly sheetViews = new SheetViews();
  readonly workbookStorage: ExcelWorkbookStorage;
  functionStorage?: HostStorage;

  private constructor(
    private readonly library: OfficeLibrary,
    private readonly conversation: Conversation,
    readonly storage: HostStorage,
    private readonly readSheet: SheetReader | null,
  ) {
    const write = !isReadOnly(library);
    this.capabilities = {
      write,
      mark: write,
      select: true,
      watch: hasApi(library, 'sheetEvents'),
      structure: write,
    };
    this.marks = new CellMarks(library);
    this.workbookStorage = new ExcelWorkbookStorage(library, conversation, write);
    this.reader = new WorkbookReader(library, this.edited, [this.marks, this.workbookStorage]);
    this.editWatch = new EditWatch(library, conversation, this.ownWrites, this.edited);
  }

  /**
   * Loads office.js; null when the page was opened outside any Office program.
   * @param readSheet For sheets that are added below ExcelApi 1.13; without it they are refused there.
   */
  static async connect(page: Window = window, readSheet?: SheetReader): Promise<ExcelHost | null> {
    const library = await loadOffice(page);
    if (library === null) return null;
    const storage = createBrowserStorage(page, library.Office.context.partitionKey);
    const host = ExcelHost.open(library, storage, { readSheet });
    host.functionStorage = openFunctionStorage(page, library);
    return host;
  }

  /**
   * Over an office.js that is ready; refuses an Excel that is too old.
   * @param patience How long to wait for one answer of Excel, in milliseconds; usually left out.
   */
  static open(
    library: OfficeLibrary,
    storage: HostStorage,
    { patience, readSheet = null }: { readonly patience?: number; readonly readSheet?: SheetReader | null } = {},
  ): ExcelHost {
    if (!hasApi(library, 'minimum')) {
      throw new HostError(
        'not-supported',
        '这个版本的 Excel 太旧，无法运行申报表助手。',
        '需要 Excel 2019 或更高版本；也可以在工作台中打开这个文件，或用命令行校验。',
      );
    }
    return new ExcelHost(library, new Conversation(library, patience), storage, readSheet);
  }

  /** A read that waits its turn answers all who ask meanwhile: a slow Excel is not asked once for each edit. */
  read(extent: ReadExtent = 'whole'): Promise<WorkbookSnapshot> {
    this.editWatch.ensureHandlers();
    if (this.waiting !== null) {
      if (extent === 'whole') this.waiting.extent = extent;
      return this.waiting.snapshot;
    }
    const begin = (): void => {
      if (this.waiting === own) this.waiting = null;
    };
    const own: WaitingRead = {
      extent,
      snapshot: this.conversation.run((context) => {
        begin();
        return this.reader.read(context, own.extent);
      }),
    };
    this.waiting = own;
    own.snapshot.catch(begin);
    return own.snapshot;
  }

  apply(changes: ChangeSet): Promise<ApplyResult> {
    if (changes.edits.length === 0) return Promise.resolve({ written: 0, conflicts: [] });
    if (!this.capabilities.write) return Promise.reject(openedReadOnly());
    return this.conversation.run((context) => {
      refuseUnwritable(changes.edits);
      return applyEdits(context, changes, this.ownWrites);
    });
  }

  async changeRows(changes: readonly RowChange[]): Promise<readonly RowConflict[]> {
    if (!this.capabilities.write) throw openedReadOnly();
    if (changes.length === 0) return [];
    const { library, ownWrites, marks } = this;
    return this.conversation.run((context) =>
      this.editWatch.duringOwnFormats(() => changeRows(context, changes, { library, ownWrites, marks })),
    );
  }

  async addSheets(sheets: readonly NewSheet[], after: string): Promise<void> {
    if (!this.capabilities.write) throw openedReadOnly();
    if (sheets.length === 0) return;
    const { library, ownWrites, readSheet } = this;
    await this.conversation.run((context) => addSheets(context, sheets, after, { library, ownWrites, readSheet }));
  }

  async removeSheets(names: readonly string[]): Promise<void> {
    if (!this.capabilities.write) throw openedReadOnly();
    if (names.length === 0) return;
    const { library, ownWrites } = this;
    await this.conversation.run((context) => removeSheets(context, names, { library, ownWrites }));
  }

  async findLocked(cells: readonly CellPlace[]): Promise<readonly CellPlace[]> {
    if (cells.every(({ sheet }) => this.reader.isUnprotected(sheet))) return [];
    return this.conversation.run((context) => findLocked(context, cells));
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    if (!this.capabilities.write) return Promise.reject(openedReadOnly());
    return this.conversation.run((context) =>
      this.editWatch.duringOwnFormats(() => this.marks.replace(context, marks)),
    );
  }

  /** True when marks of ours are in the workbook, whoever put them there and when. */
  hasMarks(): Promise<boolean> {
    return this.conversation.run((context) => this.marks.exist(context));
  }

  select(sheet: string, range: CellRange): Promise<SelectResult> {
    return this.conversation.run((context) => this.sheetViews.select(context, sheet, range));
  }

  conceal(sheet: string): Promise<void> {
    return this.conversation.run((context) => this.sheetViews.conceal(context, sheet));
  }

  watch(listener: (change: WorkbookChange) => void): () => void {
    return this.editWatch.add(listener);
  }
}

interface WaitingRead {
  extent: ReadExtent;
  readonly snapshot: Promise<WorkbookSnapshot>;
}

/** Opened for viewing only, as in Excel on the web. */
function isReadOnly({ Office: office }: OfficeLibrary): boolean {
  return String(office.context.document.mode) === 'readOnly';
}
