import type { PlacedCell, WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../port/host-error';
import type { HostStorage, WorkbookHost } from '../port/workbook-host';
import { CHANNEL, paneMessageSchema, type Call, type PageMessage, type Result } from './messages';

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
    answer(host, message.call).then(
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

async function answer(host: WorkbookHost, call: Call): Promise<unknown> {
  switch (call.method) {
    case 'read':
      return plainSnapshot(await host.read(call.extent));
    case 'apply':
      return host.apply(call.changes);
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
function plainSnapshot(snapshot: WorkbookSnapshot): Result<'read'> {
  return {
    name: snapshot.name,
    sheets: snapshot.sheets.map(({ content }) => ({
      name: content.name,
      visibility: content.visibility,
      cells: content.cells.map(plainCell),
      mergedAreas: content.mergedAreas.map((area) => ({ ...area })),
      hiddenRows: content.hiddenRows.slice(),
      hiddenColumns: content.hiddenColumns.slice(),
      isProtected: content.isProtected,
    })),
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
