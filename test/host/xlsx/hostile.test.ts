import { formatAddress, formatRange } from '../../../src/core/workbook/cell-address';
import { PORTABLE_CODEC, XlsxError, openXlsx, type OpenOptions } from '../../../src/host/xlsx';
import { HOSTILE_WORKBOOKS } from './hostile-workbooks';

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 40)}… (${text.length})` : text;
}

/** One line an error, or one for every cell, merged area, oddity and warning. */
function describeOpening(bytes: Uint8Array, options: OpenOptions): string[] {
  try {
    const { snapshot, warnings } = openXlsx(bytes, options);
    return [
      ...snapshot.sheets.flatMap((sheet) => [
        ...(sheet.visibility === 'visible' ? [] : [`${sheet.name} ${sheet.visibility}`]),
        ...sheet.cells.map((cell) => {
          const value = shorten(JSON.stringify(cell.value));
          const formula = cell.formula === null ? '' : ` [=${shorten(cell.formula)}]`;
          const error = cell.isError ? ' (error)' : '';
          const raw = cell.rawNumber === null || cell.rawNumber === String(cell.value) ? '' : ` raw ${cell.rawNumber}`;
          return `${sheet.name}!${formatAddress(cell)} = ${value}${formula}${error}${raw} “${shorten(cell.text)}”`;
        }),
        ...sheet.mergedAreas.slice(0, 3).map((area) => `${sheet.name} merges ${formatRange(area)}`),
        ...(sheet.mergedAreas.length > 3 ? [`${sheet.name} merges ${sheet.mergedAreas.length} areas`] : []),
        ...(sheet.content.hiddenColumns.length > 0 ? [`${sheet.content.hiddenColumns.length} hidden columns`] : []),
      ]),
      ...warnings,
    ];
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    return [`${error.detail}/${error.code}: ${error.message} ${error.advice}`];
  }
}

describe.each(Object.entries(HOSTILE_WORKBOOKS))('%s', (_group, workbooks) => {
  test.each(workbooks.map((workbook) => [workbook.title, workbook] as const))('%s', (_title, workbook) => {
    const bytes = workbook.build();
    const name = workbook.name ?? 'x.xlsx';
    expect(describeOpening(bytes, { name })).toEqual(workbook.expected);
    expect(describeOpening(bytes, { name, codec: PORTABLE_CODEC })).toEqual(workbook.expected);
  });
});
