import { decodeBase64 } from '../core/changes/base64';
import { HostError } from '../host/port/host-error';
import type { SheetReader } from '../host/port/sheet-source';

/** Reads a sheet of a file; only an Excel that cannot insert sheets itself asks, so the reader is loaded then. */
export const readSheetOfFile: SheetReader = async (file, source) => {
  const { openXlsx } = await import('../host/xlsx').catch(refuseUnloaded);
  const workbook = openXlsx(decodeBase64(file));
  const { styles, sheets } = workbook.readAppearance();
  const sheet = workbook.snapshot.findSheet(source);
  const appearance = sheets.filter(({ name }) => name === source)[0];
  if (!sheet || !appearance) throw new HostError('internal', `模板文件里没有工作表「${source}」。`, '请换一个模板。');
  return { content: sheet.content, styles, appearance, page: workbook.readPageSetup(source) };
};

function refuseUnloaded(): never {
  throw new HostError('lost-connection', '读模板文件的程序没有载入。', '请检查与服务器的连接，然后重试。');
}
