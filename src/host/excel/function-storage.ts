import { HostError } from '../port/host-error';
import type { HostStorage } from '../port/workbook-host';
import type { OfficeLibrary } from './office-library';

/** `OfficeRuntime.storage`, the only store that functions in cells share with the pane: 10 MB for all of a server. */
export interface RuntimeStorage {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
  getKeys(): Promise<readonly string[]>;
}

interface RuntimeLibrary {
  readonly OfficeRuntime?: { readonly storage?: RuntimeStorage };
}

/** Characters of one item. How long one may be is written nowhere; some Excels hand each over in one message. */
const PORTION = 500000;

/** Stands in place of a text that is kept in portions: how many, their length, when written. Alone: not written to the end. */
const IN_PORTIONS = 'shenbao-portions';

/** The store that functions in cells read; undefined where this Excel has no such functions. */
export function openFunctionStorage(page: Window, { Office: office }: Pick<OfficeLibrary, 'Office'>) {
  const { OfficeRuntime: runtime } = page as Window & RuntimeLibrary;
  const hasFunctions = office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1');
  return hasFunctions && runtime && runtime.storage ? createFunctionStorage(runtime.storage) : undefined;
}

/**
 * Texts of any length that fits. A long one that was not written to the end is no text at all: `get` rejects until another
 * one is set. Setting "" takes an entry out.
 */
export function createFunctionStorage(storage: RuntimeStorage): HostStorage {
  return {
    get: (key) => readText(storage, key).catch((error: unknown) => Promise.reject(asHostError(error, notRead))),
    set: (key, text) =>
      writeText(storage, key, text).catch((error: unknown) => Promise.reject(asHostError(error, notKept))),
  };
}

async function readText(storage: RuntimeStorage, key: string): Promise<string | null> {
  const head = await storage.getItem(key);
  if (head === null || head === undefined || head === '') return null;
  if (head.indexOf(IN_PORTIONS) !== 0) return head;
  const [, count, length] = head.split(':').map(Number);
  if (!(count > 0)) throw notRead();
  const portions = await Promise.all(portionKeys(key, count).map((portion) => storage.getItem(portion)));
  const text = portions.map((portion) => portion || '').join('');
  // Another window may have begun to write meanwhile.
  if (text.length !== length || (await storage.getItem(key)) !== head) throw notRead();
  return text;
}

async function writeText(storage: RuntimeStorage, key: string, text: string): Promise<void> {
  if (text.length <= PORTION) {
    if (text === '') await storage.removeItem(key);
    else await storage.setItem(key, text);
    await removePortions(storage, key);
    return;
  }
  await storage.setItem(key, IN_PORTIONS);
  try {
    // First: there may not be room for both.
    await removePortions(storage, key);
    const keys = portionKeys(key, Math.ceil(text.length / PORTION));
    for (let place = 0; place < keys.length; place += 1) {
      await storage.setItem(keys[place], text.slice(place * PORTION, (place + 1) * PORTION));
    }
    await storage.setItem(key, [IN_PORTIONS, keys.length, text.length, Date.now()].join(':'));
  } catch (error) {
    await removePortions(storage, key).catch(() => undefined);
    throw error;
  }
}

async function removePortions(storage: RuntimeStorage, key: string): Promise<void> {
  for (const name of await storage.getKeys()) {
    if (name.indexOf(`${key}:`) === 0) await storage.removeItem(name);
  }
}

function portionKeys(key: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_portion, place) => `${key}:${place}`);
}

function asHostError(error: unknown, otherwise: () => HostError): HostError {
  return error instanceof HostError ? error : otherwise();
}

function notRead(): HostError {
  return new HostError(
    'internal',
    '没有读到供单元格函数使用的内容。',
    '请在申报表助手的窗格中重新选择指标库，然后按 Ctrl+Alt+F9 重新计算。',
  );
}

function notKept(): HostError {
  return new HostError(
    'file-too-large',
    '供单元格函数使用的内容没有保存成功，可能是太大，或空间不足。',
    '请换一个较小的指标库；窗格中的其他功能不受影响。',
  );
}
