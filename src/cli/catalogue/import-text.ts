import type { CatalogueColumn, CatalogueImport, FoundTable, RowRemark } from '../../core/catalogue/importing';
import { toPrintable } from '../../core/reporting/text-layout';
import { wordLine } from './match-words';
import { formatRange } from '../../core/workbook/cell-address';

/** Rows listed of each sort of remark; the JSON form of the report has all of them. */
const MOST_LISTED = 50;

const ROLE_NAMES: Readonly<Record<CatalogueColumn, string>> = {
  code: '编码',
  name: '名称',
  codedName: '编码和名称',
  level1: '一级指标',
  level2: '二级指标',
  unit: '计量单位',
  kind: '取值类型',
  direction: '指标方向',
  explanation: '指标解释',
  aliases: '别名',
  year: '年度',
  source: '来源',
};

/** What was found in a list of indicators: tables with their columns, remarks, and what comes of it. */
export function importLines(found: CatalogueImport): readonly string[] {
  return [...found.tables.map(tableLine), ...remarkLines(found), outcomeLine(found)];
}

/** The same as plain data, for JSON. A change that breaks readers raises `version`. */
export function describeImport(source: string, found: CatalogueImport): object {
  const { file, problem, tables, rejected, duplicates, conflicts } = found;
  const catalogue = file && {
    id: file.id,
    name: file.name,
    isComplete: file.isComplete,
    codeScheme: file.codeScheme,
    entryCount: file.entries.length,
  };
  return {
    version: 1,
    file: source,
    catalogue,
    problem,
    tables: tables.map((table) => ({ ...table, head: formatRange(table.head) })),
    rejected,
    duplicates,
    conflicts,
  };
}

function outcomeLine({ file, problem }: CatalogueImport): string {
  if (file === null) return `  不能用作指标库：${toPrintable(problem ?? '')}`;
  const complete = file.isComplete ? '完整，库中没有的编码算错' : '不完整，库中没有的编码不算错';
  return `  指标库“${toPrintable(file.name)}”（编号 ${file.id}，${complete}）：条目 ${file.entries.length}`;
}

/** Rows that were not taken over as they stand, each sort under its heading. */
export function remarkLines({ rejected, duplicates, conflicts }: CatalogueImport): readonly string[] {
  return [...section('未采用', rejected), ...section('重复', duplicates), ...section('冲突', conflicts)];
}

function tableLine({ sheet, head, rowCount, columns }: FoundTable): string {
  const used = columns.flatMap(({ role, heading }) => (role === null ? [] : [`${ROLE_NAMES[role]}←${heading}`]));
  return `  ${wordLine([`工作表“${sheet}”`, `表头 ${formatRange(head)}`, `数据 ${rowCount} 行`, used.join('，')])}`;
}

function section(title: string, remarks: readonly RowRemark[]): readonly string[] {
  if (remarks.length === 0) return [];
  const listed = remarks
    .slice(0, MOST_LISTED)
    .map(({ sheet, cell, text, reason }) => wordLine([`${sheet}!${cell}`, text, reason]));
  const more = remarks.length - listed.length;
  return [
    `  ${title} ${remarks.length} 行`,
    ...listed.map((line) => `    ${line}`),
    ...(more > 0 ? [`    另有 ${more} 行`] : []),
  ];
}
