import { isAtLeast } from './api-levels';
import type { ExcelSimulator, Outcome, RefusalCode } from './excel-simulator';
import type { EventEntry } from './wire';

/** What the page around the pane and the pane tell each other: JSON texts of this shape, by postMessage. */
interface Message {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _errorCode?: number;
  readonly _responseType?: number;
  readonly _serializerVersion: number;
}

interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  /** Of a completed command: its id. */
  readonly 0?: string;
  readonly ArrayData?: readonly unknown[];
}

const MESSAGE = { request: 0, response: 1 } as const;
const CALL = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const RESPONSE = { answer: 0, event: 1 } as const;

const RICH_API = 93;
const COMMAND_COMPLETED = 94;
const DIALOG_CLOSED_BY_USER = 12006;
const NOT_SUPPORTED = 5000;

/** Place of the body in the arguments of a rich API call. */
const BODY = 4;

/** Refusals that Excel on the web words as a number, before it looks at the batch. */
const ERROR_NUMBERS: Readonly<Record<RefusalCode, number>> = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

const LOCALE = 'zh-CN';
const EXCEL_ON_THE_WEB = 16;

/** Excel 2021, the oldest of volume licences that has functions in cells. */
const FUNCTIONS_LEVEL = '1.14';
const CLIENT_MODE = { readOnly: 0, readWrite: 1 } as const;

let conversations = 0;

/** Excel on the web, as the unmodified client in a frame of its page hears it. */
export class WebConversation {
  /** What the pane asked for that this host does not know; empty in a test that goes well. */
  readonly unknownCalls: string[] = [];
  private readonly id = `conversation${(conversations += 1)}`;
  private readonly registrations = new Map<string, Message>();
  /** Told when the work behind a button is done; by the id of the command. */
  private readonly commands = new Map<string, () => void>();

  constructor(
    private readonly excel: ExcelSimulator,
    /** Of the page around the pane; https and the pane's host name, else the client trusts nobody. */
    private readonly origin: string,
    private readonly post: (text: string) => void,
    /** Whether the client may report to its host what it does. */
    private readonly isLogging = false,
  ) {
    excel.onEvent((entries) => this.pushEvents(entries));
  }

  /** `window.name` of the pane's frame, from which the client learns where it is. */
  get frameName(): string {
    return JSON.stringify({
      baseFrameName: 'excel',
      serializerVersion: 1,
      flights: '[]',
      hostInfo: `Excel|Web|16.00|${LOCALE}|${this.id}||${this.isLogging ? '' : 'disableLogging'}|0`,
      xdmInfo: `${this.id}|${this.id}|${this.origin}`,
    });
  }

  /** A message of the pane. */
  receive(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message._conversationId !== this.id || message._messageType !== MESSAGE.request) return;
    if (message._actionType === CALL.registerEvent) {
      this.registrations.set(message._actionName, message);
      this.answer(message, { Error: 0 });
    } else if (message._actionType === CALL.unregisterEvent) {
      this.registrations.delete(message._actionName);
      this.answer(message, { Error: 0 });
    } else this.invoked(message);
  }

  /** True when the page has loaded far enough for buttons to work. */
  get hasButtons(): boolean {
    return this.registrations.has('appCommandInvoked');
  }

  /** The user presses a button with this function behind it; resolves when the page says that its work is done. */
  pressButton(functionName: string): Promise<void> {
    const id = `command${this.commands.size}`;
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      this.push('appCommandInvoked', [id, functionName, JSON.stringify({ source: { id: functionName } })]);
    });
  }

  /** The address shown in a dialog beside the pane; null when there is none. */
  get dialog(): string | null {
    const shown = this.registrations.get('dialogMessageReceived');
    if (shown === undefined) return null;
    const { targetId } = shown._data as { readonly targetId: string };
    return (JSON.parse(targetId) as { readonly url: string }).url;
  }

  /** The user closes it. */
  closeDialog(): void {
    this.push('dialogMessageReceived', { messageType: DIALOG_CLOSED_BY_USER });
    this.registrations.delete('dialogMessageReceived');
  }

  /** The selection moved: an event of the older common API, without a word on where it is now. */
  pushSelectionChanged(): void {
    this.push('documentSelectionChanged', {});
  }

  private invoked(message: Message): void {
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        this.answer(message, this.appContext());
        return;
      case 'ContextActivationManager_notifyHost':
        this.answer(message, null);
        return;
      case 'executeMethod':
        this.execute(message, message._data as MethodCall);
        return;
    }
    this.unknownCalls.push(message._actionName);
    this.answer(message, null);
  }

  private execute(message: Message, called: MethodCall): void {
    const {
      DdaMethod: { DispatchId: method },
      ArrayData: call = [],
    } = called;
    if (method === COMMAND_COMPLETED) {
      this.answer(message, { Version: 1, Error: 0 });
      this.commands.get(String(called[0]))?.();
      return;
    }
    if (method !== RICH_API) {
      this.unknownCalls.push(`method ${method}`);
      this.answer(message, { Version: 1, Error: NOT_SUPPORTED });
      return;
    }
    this.excel.answerLater(String(call[BODY])).then(
      (outcome) => this.answer(message, resultOf(outcome)),
      // Kept among the simulator's defects; the pane gets no answer.
      () => undefined,
    );
  }

  private appContext(): object {
    const { model, level, mode } = this.excel;
    return {
      _id: this.id,
      _appInstanceId: this.id,
      _appName: EXCEL_ON_THE_WEB,
      _appVersion: '16',
      _appMinorVersion: 0,
      _appUILocale: LOCALE,
      _dataLocale: LOCALE,
      _docUrl: `${this.origin}/文档/${model.name}`,
      _clientMode: CLIENT_MODE[mode],
      _settings: [],
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: this.id,
      _hostFullVersion: '16.0.0.0',
      _requirementMatrix: JSON.stringify({
        ...(isAtLeast(level, '1.1') ? { ExcelApi: level } : {}),
        ...(isAtLeast(level, FUNCTIONS_LEVEL) ? { CustomFunctionsRuntime: '1.3' } : {}),
        AddinCommands: '1.1',
        DialogApi: '1.1',
      }),
      _initialDisplayMode: 2,
      _featureGates: {},
      _appDomains: [],
    };
  }

  private pushEvents(entries: readonly EventEntry[]): void {
    this.push('richApiMessage', { ArrayData: entries });
  }

  private push(event: string, data: object): void {
    const registration = this.registrations.get(event);
    if (registration) this.answer(registration, data, RESPONSE.event);
  }

  private answer(to: Message, data: unknown, responseType: number = RESPONSE.answer): void {
    const message: Message = {
      _messageType: MESSAGE.response,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: this.origin,
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.post(JSON.stringify(message));
  }
}

function resultOf(outcome: Outcome): object {
  if ('refusal' in outcome) return { Version: 1, Error: ERROR_NUMBERS[outcome.refusal] };
  return { Version: 1, Error: 0, Data: [200, ['Content-Type', 'application/json'], outcome.body] };
}
