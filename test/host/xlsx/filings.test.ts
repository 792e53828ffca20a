import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRange, parseAddress } from '../../../src/core/workbook/cell-address';
import { openXlsx, type XlsxWorkbook } from '../../../src/host/xlsx';

const FOLDER = join(__dirname, '../../fixtures/filings');

interface Node {
  readonly text: string;
  readonly cell: string;
  readonly range?: string;
  readonly storage: 'text' | 'number' | 'formula' | 'empty';
  readonly raw?: number;
  readonly numFmt?: string;
  readonly displayNote?: string;
}

interface Truth {
  readonly sheets: readonly { readonly name: string; readonly hiddenColumns?: readonly string[] }[];
  readonly forms: readonly { readonly sheet: string }[];
  readonly tables: readonly { readonly sheet: string }[];
  readonly textSheets: readonly { readonly sheet: string }[];
}

function isNode(value: object): value is Node {
  return 'cell' in value && 'text' in value && 'storage' in value;
}

function collectNodes(value: unknown, nodes: Node[]): Node[] {
  if (typeof value === 'object' && value !== null) {
    if (isNode(value)) nodes.push(value);
    for (const child of Object.values(value)) collectNodes(child, nodes);
  }
  return nodes;
}

function describeCell(workbook: XlsxWorkbook, sheetName: string, node: Node) {
  const address = parseAddress(node.cell);
  const sheet = workbook.snapshot.findSheet(sheetName);
  if (!address || !sheet) throw new Error(`${sheetName}!${node.cell}`);
  const cell = sheet.cellAt(address.row, address.column);
  const area = sheet.areaAt(address.row, address.column);
  const range = { cell: node.cell, range: formatRange(area) };
  if (!cell) return { ...range, storage: 'empty', text: '' };
  if (cell.formula !== null) return { ...range, storage: 'formula', text: cell.text };
  if (typeof cell.value !== 'number') return { ...range, storage: 'text', text: cell.text };
  return { ...range, storage: 'number', text: cell.text, raw: cell.value, numFmt: cell.numberFormat };
}

function describeNode(node: Node) {
  const range = { cell: node.cell, range: node.range ?? node.cell };
  if (node.storage !== 'number') return { ...range, storage: node.storage, text: node.text };
  return { ...range, storage: node.storage, text: node.text, raw: node.raw, numFmt: node.numFmt };
}

const CASES: [name: string, nodes: number][] = [
  ['futian-qifu-2024', 890],
  ['futian-qifu-3forms-et-style', 287],
  ['futian-zhengwu-2023', 525],
  ['yantian-2023', 1042],
  ['zhuhai-gaoxin-2024', 481],
];

describe.each(CASES)('%s', (name, expectedNodes) => {
  const workbook = openXlsx(readFileSync(join(FOLDER, `${name}.xlsx`)), { name: `${name}.xlsx` });
  const truth = JSON.parse(readFileSync(join(FOLDER, `${name}.truth.json`), 'utf8')) as Truth;

  test('工作表齐全且次序一致，没有警告', () => {
    expect(workbook.snapshot.sheets.map((sheet) => sheet.name)).toEqual(truth.sheets.map((sheet) => sheet.name));
    expect(workbook.warnings).toEqual([]);
  });

  test('每个单元格的文字、存储方式、数值、格式和合并区域与原表一致', () => {
    let checked = 0;
    for (const part of [...truth.forms, ...truth.tables, ...truth.textSheets]) {
      const nodes = collectNodes(part, []);
      checked += nodes.length;
      const shown = nodes.filter((node) => node.displayNote === undefined);
      expect(shown.map((node) => describeCell(workbook, part.sheet, node))).toEqual(shown.map(describeNode));
    }
    expect(checked).toBe(expectedNodes);
  });
});
