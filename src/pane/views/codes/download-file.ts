import type { ExportFormat } from '../../../session/catalogues/catalogue-works';
import type { ExportedFile } from '../../state/codes/catalogue-effects';
import { textOf } from '../read-picked-file';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
};

/** Longer texts are no matter for a clipboard. */
const LONGEST_COPY = 8000000;

/** Longer than any browser takes to begin. */
const KEPT_FOR = 60000;

interface OldNavigator {
  msSaveBlob?(blob: Blob, name: string): boolean;
}

/**
 * Gives a file to the browser to be saved. Not every Excel lets its panes do so, and none says that it does not.
 * @returns What the user may copy instead; null where it is no text, or too long a one.
 */
export async function downloadFile(
  { fileName, bytes }: ExportedFile,
  format: ExportFormat,
): Promise<{ readonly fileName: string; readonly text: string | null }> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: TYPES[format] });
  const { msSaveBlob } = navigator as OldNavigator;
  if (msSaveBlob) msSaveBlob.call(navigator, blob, fileName);
  else save(blob, fileName);
  const isCopyable = format !== 'xlsx' && bytes.length <= LONGEST_COPY;
  return { fileName, text: isCopyable ? await textOf(blob).catch(() => null) : null };
}

function save(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
