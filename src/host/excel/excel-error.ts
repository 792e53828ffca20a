import { HostError, type HostErrorCode } from '../port/host-error';

interface ErrorText {
  readonly code: HostErrorCode;
  readonly message: string;
  readonly advice: string;
}

const BUSY: ErrorText = {
  code: 'busy',
  message: 'Excel 正处于单元格编辑状态，无法继续。',
  advice: '请按回车键或 Esc 键结束编辑，然后重试。',
};

const OVERLOADED: ErrorText = { code: 'busy', message: 'Excel 正忙，没有完成操作。', advice: '请稍候片刻，然后重试。' };

const DIALOG_OPEN: ErrorText = {
  code: 'busy',
  message: 'Excel 正打开着对话框，无法继续。',
  advice: '请先关闭对话框，然后重试。',
};

const PROTECTED: ErrorText = {
  code: 'protected',
  message: '工作簿或工作表受保护，无法修改。',
  advice: '请在「审阅」选项卡中撤消保护，然后重试。',
};

const GONE: ErrorText = {
  code: 'gone',
  message: '工作表或单元格已不存在，可能刚被删除或改名。',
  advice: '请重新校验。',
};

const TOO_LARGE: ErrorText = {
  code: 'file-too-large',
  message: '工作簿内容太多，超出了 Excel 一次能传送的数据量。',
  advice: '请删除与申报表无关的工作表，或改用命令行校验。',
};

const LOST: ErrorText = {
  code: 'lost-connection',
  message: '与 Excel 的连接中断了。',
  advice: '请关闭窗格后重新打开；网页版请刷新页面。',
};

const MISSING_API: ErrorText = {
  code: 'not-supported',
  message: '当前版本的 Excel 没有这项功能。',
  advice: '请更新 Excel，或在工作台中打开这个文件。',
};

/** Codes as the client of office.js reports them; a number where the older common API speaks. */
const TEXTS: Readonly<Record<string, ErrorText>> = {
  InvalidOperationInCellEditMode: BUSY,
  '5004': BUSY,
  '5016': DIALOG_OPEN,
  ActivityLimitReached: OVERLOADED,
  '5102': OVERLOADED,
  AccessDenied: PROTECTED,
  '7000': PROTECTED,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  InvalidBinding: GONE,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  '5103': TOO_LARGE,
  '5104': TOO_LARGE,
  InvalidOrTimedOutSession: LOST,
  ConnectionFailure: LOST,
  Timeout: LOST,
  '5012': LOST,
  ApiNotFound: MISSING_API,
  NotImplemented: MISSING_API,
  UnsupportedOperation: MISSING_API,
  '5000': MISSING_API,
};

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
    readonly debugInfo?: { readonly errorLocation?: string };
  };
  const place = debugInfo && debugInfo.errorLocation ? ` (${debugInfo.errorLocation})` : '';
  return `${officeCode === undefined ? '' : `${officeCode}: `}${String(message)}${place}`;
}
