import { WorkbookSnapshot } from '../../../src/core/workbook/workbook-snapshot';
import type { WorkbookHost } from '../../../src/host/port/workbook-host';
import { CONTRACT_NAME, CONTRACT_SHEETS, describeWorkbookHost } from '../../contracts/workbook-host-contract';
import type { ModelWorkbook } from '../../support/excel-host/workbook-model';
import { openInExcel, settle } from './open-in-excel';

describe.each(['1.7', '1.9', '1.13', '1.15'])('ExcelApi %s', (level) => {
  const tellsMergedAreas = level === '1.13' || level === '1.15';

  describeWorkbookHost('ExcelHost', async () => {
    const { host, excel, model } = openInExcel(CONTRACT_SHEETS, level, CONTRACT_NAME);
    return {
      host: tellsMergedAreas ? host : withMergedAreas(host, model),
      async typeText(address, text) {
        await settle();
        excel.type('目标表', address, text);
        await settle();
      },
      close: settle,
    };
  });
});

/** Below 1.13 Excel tells no merged areas: those that are there are put in, so that all the rest of the contract is tried. */
function withMergedAreas(host: WorkbookHost, model: ModelWorkbook): WorkbookHost {
  return {
    capabilities: host.capabilities,
    storage: host.storage,
    workbookStorage: host.workbookStorage,
    conceal: (sheet) => host.conceal(sheet),
    async read() {
      const { name, sheets } = await host.read();
      for (const { mergedAreas } of sheets) expect(mergedAreas).toEqual([]);
      return new WorkbookSnapshot(
        name,
        sheets.map(({ content }, place) => ({ ...content, mergedAreas: model.sheets[place].mergedAreas })),
      );
    },
    apply: (changes) => host.apply(changes),
    mark: (marks) => host.mark(marks),
    select: (sheet, range) => host.select(sheet, range),
    watch: (listener) => host.watch(listener),
    changeRows: (changes) => host.changeRows(changes),
    addSheets: (sheets, after) => host.addSheets(sheets, after),
    removeSheets: (names) => host.removeSheets(names),
    findLocked: (cells) => host.findLocked(cells),
  };
}
