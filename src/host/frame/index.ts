export { FrameHost } from './frame-host';
export { serveWorkbookHost } from './serve-workbook-host';
