import type { ChangeSet } from '../../core/changes/change-set';
import { formatRange, type CellRange } from '../../core/workbook/cell-address';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../port/host-error';
import type {
  ApplyResult,
  CellMark,
  HostCapabilities,
  HostStorage,
  SelectResult,
  WorkbookChange,
  WorkbookHost,
} from '../port/workbook-host';
import { createBrowserStorage } from './browser-storage';
import { replaceMarks } from './cell-marks';
import { EditWatch } from './edit-watch';
import { sheetGone, toHostError } from './excel-error';
import { hasMarks } from './find-marks';
import { loadOffice } from './load-office';
import { hasApi, type Batch, type OfficeLibrary } from './office-library';
import { OwnWrites } from './own-writes';
import { readWorkbook } from './reading/read-workbook';
import { applyEdits, refuseUnwritable } from './writing/apply-edits';

/** The workbook open in Excel, reached by Office.js. What works depends on the level of its API: see `API_LEVELS`. */
export class ExcelHost implements WorkbookHost {
  readonly capabilities: HostCapabilities;
  private readonly ownWrites = new OwnWrites();
  private readonly editWatch: EditWatch;
  /** Settles when the conversation before has ended: two at a time could remove or add the same marks twice. */
  private former: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly library: OfficeLibrary,
    readonly storage: HostStorage,
    readonly workbookStorage: HostStorage = storage,
  ) {
    const write = !isReadOnly(library);
    this.capabilities = {
      write,
      mark: write && hasApi(library, 'conditionalFormats'),
      select: true,
      watch: hasApi(library, 'sheetEvents'),
    };
    this.editWatch = new EditWatch(library, (batch) => this.run(batch), this.ownWrites);
  }

  /** Loads office.js; null when the page was opened outside any Office program. */
  static async connect(page: Window = window): Promise<ExcelHost | null> {
    const library = await loadOffice(page);
    if (library === null) return null;
    return ExcelHost.open(library, createBrowserStorage(page, library.Office.context.partitionKey));
  }

  /** Over an office.js that is ready; refuses an Excel that is too old. */
  static open(library: OfficeLibrary, storage: HostStorage): ExcelHost {
    if (!hasApi(library, 'minimum')) {
      throw new HostError(
        'not-supported',
        '这个版本的 Excel 太旧，无法运行申报表助手。',
        '需要 Excel 2019 或更高版本；也可以在工作台中打开这个文件，或用命令行校验。',
      );
    }
    return new ExcelHost(library, storage);
  }

  read(): Promise<WorkbookSnapshot> {
    return this.run((context) => readWorkbook(context, this.library));
  }

  apply(changes: ChangeSet): Promise<ApplyResult> {
    if (changes.edits.length === 0) return Promise.resolve({ written: 0, conflicts: [] });
    return this.run((context) => {
      refuseUnwritable(changes.edits);
      return applyEdits(context, changes.edits, this.ownWrites);
    });
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    return this.run((context) => replaceMarks(context, marks, this.library));
  }

  /** True when marks of ours are in the workbook, whoever put them there and when. */
  hasMarks(): Promise<boolean> {
    return this.run((context) => hasMarks(context, this.library));
  }

  select(sheet: string, range: CellRange): Promise<SelectResult> {
    return this.run(async (context) => {
      const found = context.workbook.worksheets.getItemOrNullObject(sheet);
      found.load('visibility');
      await context.sync();
      if (found.isNullObject) throw sheetGone(sheet);
      if (found.visibility !== 'Visible') {
        throw new HostError(
          'not-supported',
          `工作表「${sheet}」是隐藏的，无法定位到单元格。`,
          '请先取消隐藏，然后重试。',
        );
      }
      found.activate();
      found.getRange(formatRange(range)).select();
      await context.sync();
      return { isRevealed: false };
    });
  }

  async conceal(): Promise<void> {}

  watch(listener: (change: WorkbookChange) => void): () => void {
    return this.editWatch.add(listener);
  }

  private run<T>(batch: Batch<T>): Promise<T> {
    const result = this.former.then(async (): Promise<T> => {
      try {
        return await this.library.Excel.run(batch);
      } catch (error) {
        throw toHostError(error);
      }
    });
    this.former = result.catch(() => undefined);
    return result;
  }
}

/** Opened for viewing only, as in Excel on the web. */
function isReadOnly({ Office: office }: OfficeLibrary): boolean {
  return String(office.context.document.mode) === 'readOnly';
}
