import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  IPermissionService,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Injector,
  type IWorkbookData,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverDocsPlugin } from '@univerjs/docs';
import { IEditorService, UniverDocsUIPlugin } from '@univerjs/docs-ui';
import {
  GlobalComputingStatusService,
  SetFormulaCalculationStartMutation,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
import { DeviceInputEventType, UniverRenderEnginePlugin } from '@univerjs/engine-render';
import sheetTexts from '@univerjs/preset-sheets-core/locales/zh-CN';
import noteTexts from '@univerjs/preset-sheets-note/locales/zh-CN';
import {
  SetRangeValuesMutation,
  UniverSheetsPlugin,
  WorkbookRenameSheetPermission,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNoteUIPlugin } from '@univerjs/sheets-note-ui';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import { SetCellEditVisibleOperation, UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { defaultTheme } from '@univerjs/themes';
import { ILayoutService, UniverUIPlugin } from '@univerjs/ui';
import type { FWorkbook } from '@univerjs/sheets/facade';
import '@univerjs/sheets/facade';
import '@univerjs/sheets-ui/facade';
import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';
import '@univerjs/sheets-formula-ui/lib/index.css';
import '@univerjs/sheets-numfmt-ui/lib/index.css';
import '@univerjs/sheets-note-ui/lib/index.css';
import { HostError } from '../../host/port/host-error';
import { GRID_UNIT_ID } from './grid-workbook';

/** The blues of the pane's Fabric theme, so that grid, page and pane are of one piece. */
const ACCENT_SHADES = {
  50: '#EFF6FC',
  100: '#DEECF9',
  200: '#C7E0F4',
  300: '#71AFE5',
  400: '#2B88D8',
  500: '#0078D4',
  600: '#106EBE',
  700: '#005A9E',
  800: '#004578',
  900: '#00305A',
};

/** Milliseconds that a change of rows or sheets waits for results. */
const LONGEST_CALCULATION = 2000;

/** The spreadsheet component: its plug-ins, and the one workbook it shows. */
export class UniverGrid {
  readonly injector: Injector;
  private readonly univer: Univer;
  private readonly api: FUniver;
  private isResultLate = false;

  constructor(container: HTMLElement) {
    this.univer = new Univer({
      theme: { ...defaultTheme, primary: ACCENT_SHADES },
      locale: LocaleType.ZH_CN,
      logLevel: LogLevel.WARN,
      locales: { [LocaleType.ZH_CN]: mergeLocales(sheetTexts, noteTexts) },
    });
    this.injector = this.univer.__getInjector();
    this.registerPlugins(container);
    this.api = FUniver.newAPI(this.univer);
    this.keepEntryAlive();
    this.dropLateResults();
  }

  /** Results of a calculation that began over the former workbook belong nowhere in the one shown now. */
  private dropLateResults(): void {
    this.injector.get(ICommandService).beforeCommandExecuted(({ id, params }, options) => {
      if (id === SetFormulaCalculationStartMutation.id) this.isResultLate = false;
      if (id !== SetRangeValuesMutation.id || !this.isResultLate || !options?.applyFormulaCalculationResult) return;
      (params as ISetRangeValuesMutationParams).cellValue = {};
    });
  }

  /** What takes typing is made anew with each workbook; the grid goes on thinking of the former, and nothing typed would arrive. */
  private keepEntryAlive(): void {
    const units = this.injector.get(IUniverInstanceService);
    units.getTypeOfUnitAdded$(UniverInstanceType.UNIVER_DOC).subscribe(({ unit }) => {
      if (unit.getUnitId() !== DOCS_NORMAL_EDITOR_UNIT_ID_KEY) return;
      queueMicrotask(() => {
        this.injector.get(IEditorService).blur();
        units.setCurrentUnitForType(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
      });
    });
  }

  private registerPlugins(container: HTMLElement): void {
    const { univer } = this;
    univer.registerPlugin(UniverRenderEnginePlugin);
    univer.registerPlugin(UniverFormulaEnginePlugin);
    univer.registerPlugin(UniverUIPlugin, {
      container,
      header: true,
      toolbar: false,
      footer: true,
      contextMenu: false,
    });
    univer.registerPlugin(UniverDocsPlugin);
    univer.registerPlugin(UniverDocsUIPlugin);
    univer.registerPlugin(UniverSheetsPlugin);
    univer.registerPlugin(UniverSheetsUIPlugin, {
      formulaBar: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: true,
        addSheetButtonConfig: { show: false },
      },
      // The default track is half transparent and lets the sheet shine through.
      scrollConfig: {
        trackBackgroundColor: '#F7F7F5',
        trackBorderColor: '#E6E6E3',
        thumbBackgroundColor: '#C2C2BE',
      },
      disableForceStringAlert: true,
      disableForceStringMark: true,
    });
    // The results in the file are trusted: Excel computed them. Formulas follow edits.
    univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.WHEN_EMPTY });
    univer.registerPlugin(UniverSheetsFormulaUIPlugin);
    univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatMark: true, disableTextFormatAlert: true });
    univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
    univer.registerPlugin(UniverSheetsNotePlugin);
    univer.registerPlugin(UniverSheetsNoteUIPlugin);
  }

  /** Shows a workbook in the place of the former one. */
  show(workbook: IWorkbookData): void {
    this.isResultLate = true;
    if (this.api.getWorkbook(GRID_UNIT_ID)) this.injector.get(IUniverInstanceService).disposeUnit(GRID_UNIT_ID);
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbook);
    // The grid would undo steps of the former workbook in this one.
    this.injector.get(IUndoRedoService).clearUndoRedo(GRID_UNIT_ID);
    // Otherwise a double click on a tab offers to rename the sheet, which a saved copy could not follow.
    const renaming = new WorkbookRenameSheetPermission(GRID_UNIT_ID);
    this.injector.get(IPermissionService).updatePermissionPoint(renaming.id, false);
  }

  get workbook(): FWorkbook {
    const workbook = this.api.getWorkbook(GRID_UNIT_ID);
    if (!workbook) throw new Error('the grid shows no workbook yet');
    return workbook;
  }

  /** Runs a command of the grid and waits for it. */
  async run(commandId: string, params?: object): Promise<void> {
    await this.injector.get(ICommandService).executeCommand(commandId, params);
  }

  /** Takes over what is being typed into a cell, as a click elsewhere does. Throws a `HostError` where typing goes on. */
  async endEntry(): Promise<void> {
    if (!this.api.getWorkbook(GRID_UNIT_ID)?.isCellEditing()) return;
    await this.run(SetCellEditVisibleOperation.id, {
      unitId: GRID_UNIT_ID,
      eventType: DeviceInputEventType.PointerDown,
      visible: false,
    });
    await new Promise((resolve) => window.setTimeout(resolve, 0));
    if (this.workbook.isCellEditing())
      throw new HostError('busy', '正在输入单元格内容。', '请按回车结束输入，然后重试。');
  }

  /** Waits for formulas that follow an edit, though not for ever. */
  settle(): Promise<void> {
    const computing = this.injector.get(GlobalComputingStatusService);
    if (computing.computingStatus) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        window.clearTimeout(timer);
        subscription.unsubscribe();
        resolve();
      };
      const timer = window.setTimeout(end, LONGEST_CALCULATION);
      const subscription = computing.computingStatus$.subscribe((isComplete) => {
        if (isComplete) window.setTimeout(end, 0);
      });
    });
  }

  /** Draws the sheet anew, for changes that are not part of the model. */
  redraw(): void {
    this.workbook.getActiveSheet().refreshCanvas();
  }

  /** Gives the keyboard to the selected cell. */
  focus(): void {
    this.injector.get(ILayoutService).focus();
  }

  dispose(): void {
    this.univer.dispose();
  }
}
