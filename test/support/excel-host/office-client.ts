import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { OfficeLibrary } from '../../../src/host/excel/office-library';
import { isAtLeast } from './api-levels';
import type { ExcelSimulator } from './excel-simulator';

const CLIENT_FILE = require.resolve('@microsoft/office-js/dist/excel-web-16.00.js');

let client: vm.Script | undefined;

/** The unmodified client of office.js, a fresh one for each simulator, talking to it over the client's own bridge. */
export function loadOfficeClient(excel: ExcelSimulator): OfficeLibrary {
  client = client ?? new vm.Script(readFileSync(CLIENT_FILE, 'utf8'), { filename: CLIENT_FILE });
  const page: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    navigator: { userAgent: 'node' },
    location: { search: '', hash: '', href: 'https://pane.test/', protocol: 'https:', origin: 'https://pane.test' },
    document: { getElementsByTagName: () => [], createElement: () => ({}), addEventListener: () => undefined, URL: '' },
    addEventListener: () => undefined,
    _richApiNativeBridge: bridgeTo(excel),
  };
  for (const name of ['window', 'self', 'top', 'parent']) page[name] = page;
  client.runInContext(vm.createContext(page));
  const office = officeOf(excel);
  // The client asks for the level too: it words its requests accordingly.
  page.Office = office;
  return { Office: office as unknown as typeof Office, Excel: page.Excel as typeof Excel };
}

/** What office.js itself provides once it has found Excel. */
function officeOf({ level, model, mode }: ExcelSimulator) {
  const isSetSupported = (name: string, version = '1.1'): boolean =>
    name.toLowerCase() === 'excelapi' && isAtLeast(level, version);
  return {
    context: {
      requirements: { isSetSupported },
      document: { url: `C:\\申报\\${model.name}`, mode },
      partitionKey: undefined,
    },
  };
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: unknown };
}

interface Bridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost?(text: string): void;
}

const REQUEST = 1;
const RESPONSE = 2;
const EVENTS = 3;

function bridgeTo(excel: ExcelSimulator): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, type, message } = JSON.parse(text) as BridgeMessage;
      if (type !== REQUEST || excel.isConnectionLost) return;
      const body = excel.execute(typeof message.body === 'string' ? message.body : JSON.stringify(message.body));
      const answer = { id, type: RESPONSE, message: { statusCode: 200, headers: {}, body } };
      setImmediate(() => bridge.onMessageFromHost?.(JSON.stringify(answer)));
    },
  };
  excel.onEvent((entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: EVENTS, message: { entries } })));
  return bridge;
}
