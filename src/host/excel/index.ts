export { ExcelHost } from './excel-host';
export { showDialog } from './dialog';
export { serveRibbon } from './ribbon-functions';
