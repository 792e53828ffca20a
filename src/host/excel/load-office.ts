import { HostError } from '../port/host-error';
import type { OfficeLibrary } from './office-library';

/** Served beside the page; webpack copies it there from the npm package. The loader takes its own folder from it. */
const SCRIPT = 'office/office.js';

/** How long Excel may take to answer the loader. */
const PATIENCE = 30000;

type OfficeWindow = Window & Partial<OfficeLibrary>;

/**
 * Loads office.js and waits until it has found the program around the page. Null when there is none, that is, when the
 * page was opened in a browser tab; rejects with a HostError when the program is not Excel or does not answer.
 */
export function loadOffice(page: Window = window, patience: number = PATIENCE): Promise<OfficeLibrary | null> {
  if (!isInsideOffice(page)) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const timer = page.setTimeout(() => reject(noAnswer()), patience);
    const settle = (finish: () => void): void => {
      page.clearTimeout(timer);
      finish();
    };
    insertScript(page).then(
      ({ Office: office }) => {
        if (!office) {
          settle(() => reject(scriptMissing()));
          return;
        }
        void office.onReady(({ host }) => settle(() => finishLoading(page, host, resolve, reject)));
      },
      (error: HostError) => settle(() => reject(error)),
    );
  });
}

/**
 * Asks in the places where the loader looks for the program around it. Without one it would load its helper for Office
 * 2013, which calls a telemetry server outside: neither is loaded then.
 */
function isInsideOffice(page: Window): boolean {
  const inOffice = page as unknown as Readonly<Record<'external' | 'agaveHost', OfficeExternal>>;
  return (
    answerOf(() => inOffice.external.GetHostInfo()) ||
    answerOf(() => inOffice.agaveHost.GetHostInfo()) ||
    page.location.href.indexOf('_host_Info=') !== -1 ||
    answerOf(() => (JSON.parse(page.name) as { readonly hostInfo?: string }).hostInfo) ||
    answerOf(() => page.sessionStorage.getItem('hostInfoValue'))
  );
}

interface OfficeExternal {
  GetHostInfo(): string;
}

/** Objects of the program around the page may be missing, or throw when touched: then there is no answer. */
function answerOf(ask: () => string | null | undefined): boolean {
  try {
    return Boolean(ask());
  } catch {
    return false;
  }
}

function finishLoading(
  { Office: office, Excel: excel }: OfficeWindow,
  host: Office.HostType | null,
  resolve: (library: OfficeLibrary | null) => void,
  reject: (error: HostError) => void,
): void {
  if (host === null || host === undefined) resolve(null);
  else if (office && excel) resolve({ Office: office, Excel: excel });
  else
    reject(new HostError('not-supported', '申报表助手只能在 Excel 中使用。', '请在 Excel 中打开申报表后再打开窗格。'));
}

function insertScript(page: OfficeWindow): Promise<OfficeWindow> {
  if (page.Office) return Promise.resolve(page);
  return new Promise((resolve, reject) => {
    // The loader sets both to null, although the page may need them.
    const { pushState, replaceState } = page.history;
    const script = page.document.createElement('script');
    script.src = SCRIPT;
    script.onload = () => {
      page.history.pushState = pushState;
      page.history.replaceState = replaceState;
      resolve(page);
    };
    script.onerror = () => reject(scriptMissing());
    page.document.head.appendChild(script);
  });
}

function scriptMissing(): HostError {
  return new HostError(
    'lost-connection',
    '连接 Excel 的组件没有加载成功。',
    '请检查网络后刷新窗格；仍不成功时，请联系管理员。',
  );
}

function noAnswer(): HostError {
  return new HostError('lost-connection', 'Excel 没有应答。', '请关闭窗格后重新打开；仍不成功时，请重新启动 Excel。');
}
