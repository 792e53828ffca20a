import { readSheetOfFile } from '../checking/lazy-sheet-reader';
import { ExcelHost } from '../host/excel';
import { FrameHost } from '../host/frame';
import type { WorkbookHost } from '../host/port/workbook-host';

/** The workbook this page was opened for; null when it stands alone. Rejects with a HostError. */
export function connectHost(page: Window = window): Promise<WorkbookHost | null> {
  // Internet Explorer 11 has no URLSearchParams.
  if (/[?&]host=frame(?:&|$)/.test(page.location.search)) return FrameHost.connect(page);
  return ExcelHost.connect(page, readSheetOfFile);
}
