import { HostError, type HostErrorCode } from '../port/host-error';

interface ErrorText {
  readonly code: HostErrorCode;
  readonly message: string;
  readonly advice: string;
}

const text = (code: HostErrorCode, message: string, advice: string): ErrorText => ({ code, message, advice });

const EDITING_CELL = text('busy', 'Excel 正处于单元格编辑状态，无法继续。', '请按回车键或 Esc 键结束编辑，然后重试。');
const DIALOG_OPEN = text('busy', 'Excel 正打开着对话框，无法继续。', '请先关闭对话框，然后重试。');
const OVERLOADED = text('busy', 'Excel 正忙，没有完成操作。', '请稍候片刻，然后重试。');
const IN_BACKGROUND = text('busy', '这个工作簿不在最前面，Excel 暂时不处理。', '请点一下这个工作簿的窗口，然后重试。');
const CONFLICT = text('busy', '工作簿同时在被别处修改，Excel 没有完成操作。', '请稍候片刻，然后重试。');
const PROTECTED = text('protected', '工作簿或工作表受保护，无法修改。', '请在「审阅」选项卡中撤消保护，然后重试。');
const READ_ONLY = text(
  'protected',
  '工作簿是以只读方式打开的，无法修改。',
  '请点「启用编辑」，或另存一份后在新文件中修改。',
);
const MERGED = text('protected', '有合并的单元格，Excel 不允许这样修改。', '请先取消合并，或直接在 Excel 中修改。');
const FILTERED = text('protected', '单元格处于筛选状态，Excel 不允许这样修改。', '请先清除筛选，然后重试。');
const PIVOT_TABLE = text('protected', '单元格属于数据透视表，不能修改。', '请修改数据透视表的来源数据。');
const GONE = text('gone', '工作表或单元格已不存在，可能刚被删除或改名。', '请重新校验。');
const TOO_LARGE = text(
  'file-too-large',
  '工作簿内容太多，超出了 Excel 一次能传送的数据量。',
  '请删除与申报表无关的工作表，或改用命令行校验。',
);
const FORMULA_TOO_LONG = text('not-supported', '要写入的公式太长，Excel 放不下。', '请在 Excel 中把公式拆开来写。');
const OTHER_SHEET_KIND = text('not-supported', '宏表和图表工作表不支持这个操作。', '请把内容移到普通工作表后重试。');
const MISSING_API = text(
  'not-supported',
  '当前版本的 Excel 没有这项功能。',
  '请更新 Excel，或在工作台中打开这个文件。',
);
const LOST = text('lost-connection', '与 Excel 的连接中断了。', '请关闭窗格后重新打开；网页版请刷新页面。');
const RESTART = text('lost-connection', 'Excel 需要重新启动才能继续。', '请保存工作簿，重新启动 Excel 后再打开窗格。');

/**
 * Codes as the client of office.js reports them (`Excel.ErrorCodes`, `OfficeExtension.ErrorCodes`); a number where the
 * older common API speaks. Those that no operation of ours leads to are left to the general sentence.
 */
const TEXTS: Readonly<Record<string, ErrorText>> = {
  InvalidOperationInCellEditMode: EDITING_CELL,
  '5004': EDITING_CELL,
  WriteNotSupportedWhenModalDialogOpen: DIALOG_OPEN,
  '5016': DIALOG_OPEN,
  ActivityLimitReached: OVERLOADED,
  RequestAborted: OVERLOADED,
  DirtySupportingFormula: OVERLOADED,
  '5100': OVERLOADED,
  '5102': OVERLOADED,
  InactiveWorkbook: IN_BACKGROUND,
  '5015': IN_BACKGROUND,
  Conflict: CONFLICT,
  AccessDenied: PROTECTED,
  '7000': PROTECTED,
  '8001': PROTECTED,
  '5002': READ_ONLY,
  MergedRangeConflict: MERGED,
  FilteredRangeConflict: FILTERED,
  PivotTableRangeConflict: PIVOT_TABLE,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  InvalidBinding: GONE,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  OperationCellsExceedLimit: TOO_LARGE,
  '5103': TOO_LARGE,
  '5104': TOO_LARGE,
  FormulaLengthExceedsLimit: FORMULA_TOO_LONG,
  UnsupportedSheet: OTHER_SHEET_KIND,
  ApiNotFound: MISSING_API,
  ApiNotAvailable: MISSING_API,
  NotImplemented: MISSING_API,
  UnsupportedOperation: MISSING_API,
  UnsupportedFeature: MISSING_API,
  '5000': MISSING_API,
  InvalidOrTimedOutSession: LOST,
  ConnectionFailure: LOST,
  Timeout: LOST,
  '5005': LOST,
  '5011': LOST,
  '5012': LOST,
  HostRestartNeeded: RESTART,
};

/** Refusals of a request as such: its form is checked before Excel looks at what is asked. */
const REFUSED_WHOLE: readonly string[] = [
  'InvalidOperationInCellEditMode',
  'WriteNotSupportedWhenModalDialogOpen',
  'ActivityLimitReached',
  'RequestPayloadSizeLimitExceeded',
];

/** The code of an OfficeExtension.Error; undefined for anything else. */
export function officeCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
}

/** Turns whatever office.js threw into a HostError; HostErrors pass. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const officeCode = officeCodeOf(error);
  const known = officeCode === undefined ? undefined : TEXTS[officeCode];
  if (known) return new HostError(known.code, known.message, known.advice);
  return new HostError(
    'internal',
    'Excel 没有完成操作。',
    `请重新校验后再试；仍不成功时请报告：${reasonOf(error, officeCode)}`,
  );
}

/** True when a request asked for more than Excel on the web sends at once. */
export function isPayloadError(error: unknown): boolean {
  return officeCodeOf(error) !== undefined && toHostError(error).code === 'file-too-large';
}

/** True when Excel refused a request before it did any of it. */
export function isRefusedWhole(error: unknown): boolean {
  const officeCode = officeCodeOf(error);
  return officeCode !== undefined && REFUSED_WHOLE.indexOf(officeCode) !== -1;
}

/** True when Excel does not answer any more: asking again would take as long. */
export function isOutOfReach(error: unknown): boolean {
  return toHostError(error).code === 'lost-connection';
}

/** Excel has not answered for a long time, and is no longer waited for. */
export function noAnswer(): HostError {
  return new HostError(
    'lost-connection',
    'Excel 很久没有应答，已不再等待。',
    '请看看 Excel 是否正在计算或打开着对话框，等它结束后重试；仍不成功时，请关闭窗格后重新打开。',
  );
}

/** A workbook that may only be looked at. */
export function openedReadOnly(): HostError {
  return new HostError(READ_ONLY.code, READ_ONLY.message, READ_ONLY.advice);
}

/** A sheet that the workbook does not have. */
export function sheetGone(name: string): HostError {
  return new HostError('gone', `工作簿里没有工作表「${name}」，可能刚被删除或改名。`, '请重新校验。');
}

/** @param subject What was to be done, e.g. "无法标记问题单元格". */
export function sheetProtected(name: string, subject: string): HostError {
  return new HostError(
    'protected',
    `工作表「${name}」受保护，${subject}。`,
    '请在「审阅」选项卡中点「撤消工作表保护」，然后重试。',
  );
}

function reasonOf(error: unknown, officeCode: string | undefined): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message, debugInfo } = error as {
    readonly message?: unknown;
    readonly debugInfo?: {
      readonly errorLocation?: string;
      readonly innerError?: { readonly code?: string; readonly message?: string };
    };
  };
  const { errorLocation, innerError } = debugInfo || {};
  const details = [errorLocation, innerError && (innerError.code || innerError.message)].filter(Boolean).join(', ');
  const place = details === '' ? '' : ` (${details})`;
  return `${officeCode === undefined ? '' : `${officeCode}: `}${String(message)}${place}`;
}
