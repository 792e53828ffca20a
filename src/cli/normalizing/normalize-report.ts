import { toPrintable } from '../../core/reporting/text-layout';
import type { FileFailure } from '../../core/reporting/report';
import type { Conversion } from './convert-to-template';
import { madeEditsOf, madeRowsOf, type LabelledEdit, type MadeEdit } from './made-changes';
import type { NormalizedWorkbook } from './normalize-workbook';

/** What `shenbao normalize` did to one workbook. */
export interface NormalizedFile extends NormalizedWorkbook {
  /** Names as the user gave them. */
  readonly file: string;
  /** Null where nothing was written. */
  readonly copy: string | null;
}

export interface NormalizedBatch {
  readonly workbooks: readonly NormalizedFile[];
  readonly failures: readonly FileFailure[];
}

/** Longer contents are not shown. */
const LONGEST_SHOWN = 24;

/** Whether something is left to somebody: flaws, texts that the template has no place for, projects that are not in it. */
export function needsPerson({ left, conversion }: NormalizedFile): boolean {
  if (left.length > 0) return true;
  if (conversion === null) return false;
  const { sheets, notConverted } = conversion;
  return sheets.length === 0 || notConverted.length > 0 || sheets.some(({ unplaced }) => unplaced.length > 0);
}

/** The result as plain data (`shenbao normalize --format json`). A change that breaks readers raises `version`. */
export function describeNormalizing({ workbooks, failures }: NormalizedBatch): object {
  return {
    version: 1,
    workbooks: workbooks.map(({ file, left, conversion, ...made }) => ({
      file,
      edits: madeEditsOf(made).map(({ edit }) => edit),
      ...(made.rows.length > 0 ? { rows: madeRowsOf(made.rows).map(({ label: _label, ...row }) => row) } : {}),
      left: left.map(({ ruleId, sheet, cell, reason }) => ({ ruleId, sheet, cell, reason })),
      ...(conversion === null ? {} : conversion),
    })),
    ...(failures.length > 0 ? { failures } : {}),
  };
}

/** The result for people. */
export function formatNormalizing({ workbooks, failures }: NormalizedBatch, isTrial: boolean): string {
  const lines: string[] = [];
  for (const workbook of workbooks) lines.push(...workbookLines(workbook, isTrial), '');
  if (failures.length > 0) {
    lines.push('没有写入的文件', ...failures.map(({ file, reason }) => `  ${toPrintable(`${file}：${reason}`)}`), '');
  }
  const cells = workbooks.reduce((sum, workbook) => sum + madeEditsOf(workbook).length, 0);
  const rows = workbooks.reduce((sum, workbook) => sum + workbook.rows.length, 0);
  const left = workbooks.reduce((sum, workbook) => sum + leftLines(workbook).length, 0);
  const verb = isTrial ? '会' : '';
  const rowCount = rows > 0 ? `，${verb}增删 ${rows} 行` : '';
  const end = isTrial ? '没有写入任何文件。' : '原文件没有改动。';
  lines.push(`共 ${workbooks.length} 个工作簿：${verb}修改 ${cells} 格${rowCount}，需人工处理 ${left} 处。${end}`, '');
  return lines.join('\n');
}

function workbookLines(workbook: NormalizedFile, isTrial: boolean): readonly string[] {
  const { file, copy, rows } = workbook;
  const left = leftLines(workbook);
  const edits = madeEditsOf(workbook);
  const lines = [toPrintable(file)];
  if (edits.length + rows.length === 0) lines.push('  没有要改的。');
  if (edits.length > 0) lines.push(`  ${isTrial ? '会修改' : '已修改'} ${edits.length} 格`, ...editLines(edits));
  if (rows.length > 0) {
    lines.push(`  ${isTrial ? '会增删' : '已增删'} ${rows.length} 行`);
    for (const { label, sheet, row, change } of madeRowsOf(rows)) {
      lines.push(`    ${toPrintable(`${label}：${change === 'insert' ? '插入' : '删去'} ${sheet} 第 ${row} 行`)}`);
    }
  }
  if (left.length > 0) {
    lines.push(`  需人工处理 ${left.length} 处`, ...left.map((line) => `    ${line}`));
  }
  if (workbook.conversion !== null) lines.push(...conversionLines(workbook.conversion, isTrial));
  if (copy !== null) lines.push(`  已写入 ${toPrintable(copy)}`);
  return lines;
}

function conversionLines({ sheets, notConverted }: Conversion, isTrial: boolean): readonly string[] {
  const lines = [`  ${isTrial ? '会转为' : '已转为'}模板 ${sheets.length} 张表`];
  for (const { name, projects, fieldCount, indicatorCount, unplaced, remarks } of sheets) {
    const rest = unplaced.length > 0 ? `，未放入 ${unplaced.length} 处（列在表旁）` : '';
    const count = projects.length > 1 ? `项目 ${projects.length}，` : '';
    lines.push(`    ${toPrintable(name)}  ${count}栏目 ${fieldCount}，指标 ${indicatorCount}${rest}`);
    lines.push(...remarks.map((remark) => `      ${toPrintable(remark)}`));
  }
  if (notConverted.length > 0) lines.push(`  未转换 ${notConverted.length} 个项目`);
  for (const { sheet, project, reason } of notConverted) {
    lines.push(`    ${toPrintable(`${sheet}  ${project}：${reason}`)}`);
  }
  return lines;
}

/** Several repairs of one cell may have been refused for the same reason: that is said once. */
function leftLines({ left }: NormalizedFile): readonly string[] {
  return Array.from(new Set(left.map(({ sheet, cell, reason }) => toPrintable(`${sheet}!${cell}  ${reason}`))));
}

/** By kind, in the order of the first of each. */
function editLines(edits: readonly LabelledEdit[]): readonly string[] {
  const kinds = new Map<string, MadeEdit[]>();
  for (const { label, edit } of edits) {
    const ofKind = kinds.get(label);
    if (ofKind === undefined) kinds.set(label, [edit]);
    else ofKind.push(edit);
  }
  return Array.from(kinds, ([label, ofKind]) => [
    `    ${toPrintable(label)} ${ofKind.length}`,
    ...ofKind.map((edit) => `      ${editLine(edit)}`),
  ]).flat();
}

/** Place and, where both are short, what stood there and what stands there now. */
function editLine({ sheet, cell, before, after, format, inserted }: MadeEdit): string {
  const place = `${sheet}!${cell}${inserted ? '（新行）' : ''}`;
  const contents = [before, after].map((value) => (value === null ? '（空）' : String(value)));
  if (before === after) return toPrintable(`${place}  ${contents[0]}  格式 ${format ?? ''}`);
  const isShort = contents.every((content) => content.length <= LONGEST_SHOWN);
  return toPrintable(isShort ? `${place}  ${contents.join(' → ')}` : place);
}
