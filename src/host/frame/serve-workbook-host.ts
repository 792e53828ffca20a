import type { PlacedCell, SheetContent } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../port/host-error';
import type { HostStorage, WorkbookHost } from '../port/workbook-host';
import { CHANNEL, paneMessageSchema, type Call, type PageMessage, type Result } from './messages';

type ReadCall = Extract<Call, { readonly method: 'read' }>;

/**
 * Lets the pane inside `frame` reach a host of this page; returns the function that ends it.
 * @param origin Where the pane comes from: messages from elsewhere are ignored, answers go nowhere else.
 */
export function serveWorkbookHost(
  host: WorkbookHost,
  frame: Window,
  origin: string,
  page: Window = window,
): () => void {
  let sent: { readonly id: number | null; readonly sheets: readonly SheetContent[] } = { id: null, sheets: [] };
  const readSnapshot = async (id: number, { extent, after }: ReadCall): Promise<Result<'read'>> => {
    const { name, sheets } = await host.read(extent);
    const known = after === sent.id ? sent.sheets : [];
    sent = { id, sheets: sheets.map(({ content }) => content) };
    return { name, sheets: sent.sheets.map((content) => sheetMessage(content, known)) };
  };

  const send = (message: PageMessage): void => frame.postMessage(message, origin);

  const listener = (event: MessageEvent): void => {
    if (event.source !== frame || event.origin !== origin) return;
    const parsed = paneMessageSchema.safeParse(event.data);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.kind === 'hello') {
      send({ channel: CHANNEL, kind: 'welcome', capabilities: { ...host.capabilities } });
      return;
    }
    const { call } = message;
    const answered = call.method === 'read' ? readSnapshot(message.id, call) : answer(host, call);
    answered.then(
      (result) => send({ channel: CHANNEL, kind: 'result', id: message.id, result }),
      (error: unknown) => send({ channel: CHANNEL, kind: 'refusal', id: message.id, error: describe(error) }),
    );
  };

  page.addEventListener('message', listener);
  const stopWatching = host.watch((change) => send({ channel: CHANNEL, kind: 'change', change }));
  return () => {
    stopWatching();
    page.removeEventListener('message', listener);
  };
}

async function answer(host: WorkbookHost, call: Exclude<Call, ReadCall>): Promise<unknown> {
  switch (call.method) {
    case 'apply':
      return host.apply(call.changes);
    case 'changeRows':
      return host.changeRows(call.changes);
    case 'addSheets':
      return host.addSheets(call.sheets, call.after);
    case 'removeSheets':
      return host.removeSheets(call.names);
    case 'findLocked':
      return host.findLocked(call.cells);
    case 'mark':
      return host.mark(call.marks);
    case 'select':
      return host.select(call.sheet, call.range);
    case 'conceal':
      return host.conceal(call.sheet);
    case 'getSetting':
      return storageOf(host, call.store).get(call.key);
    case 'setSetting':
      return storageOf(host, call.store).set(call.key, call.value);
  }
}

function storageOf(host: WorkbookHost, store: 'machine' | 'workbook'): HostStorage {
  return store === 'machine' ? host.storage : host.workbookStorage;
}

/** Readers compute `text` on demand; a getter does not survive structured cloning. */
function sheetMessage(content: SheetContent, known: readonly SheetContent[]): Result<'read'>['sheets'][number] {
  const place = known.indexOf(content);
  if (place !== -1) return { sameAs: place };
  return {
    name: content.name,
    visibility: content.visibility,
    cells: content.cells.map(plainCell),
    mergedAreas: content.mergedAreas.map((area) => ({ ...area })),
    hiddenRows: content.hiddenRows.slice(),
    hiddenColumns: content.hiddenColumns.slice(),
    isProtected: content.isProtected,
  };
}

function plainCell(cell: PlacedCell): PlacedCell {
  const { row, column, value, text, formula, numberFormat, rawNumber, isError } = cell;
  return { row, column, value, text, formula, numberFormat, rawNumber, isError };
}

function describe(error: unknown): { code: HostError['code']; message: string; advice: string } {
  if (error instanceof HostError) return { code: error.code, message: error.message, advice: error.advice };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: '工作台内部出错，操作没有完成。', advice: `请重试；仍不成功时请报告：${reason}` };
}
