/** Lists of indicators; .xls too, so that whoever picks one is told what to do with it. */
export const READABLE_FILES = '.xlsx,.xls,.csv,.json';
