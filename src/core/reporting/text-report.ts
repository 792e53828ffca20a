import { SEVERITIES, type Finding, type NotChecked, type Severity } from '../review/finding';
import type { Form } from '../forms/form';
import type { Review } from '../review/run-review';
import { formatRange } from '../workbook/cell-address';
import { calculationLines } from './calculation-text';
import { isAtLeast, listUncheckedFiles, notCheckedOf, type CheckedWorkbook, type ReviewBatch } from './report';
import { groupNotChecked } from './not-checked-groups';
import { padEnd, shorten, toPrintable, wrap, type MeasureWidth } from './text-layout';

/** Colours a piece of text; without colours each function returns its text unchanged. */
export interface Painter {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  heading(text: string): string;
  faint(text: string): string;
}

export interface TextReportOptions {
  readonly measure: MeasureWidth;
  readonly painter: Painter;
  /** Width that messages are broken at; null: one line for each finding (and its calculation), for files and pipes. */
  readonly columns: number | null;
  /** Findings below it are counted, not listed. */
  readonly leastSeverity: Severity;
  /** True: only what could not be checked and the closing line. */
  readonly isBrief: boolean;
}

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' };

const QUOTE_COLUMNS = 24;
const NARROWEST_MESSAGE = 30;
const SUBJECTS_LISTED = 3;
const CALCULATION_LINES = 2;
const UNBROKEN_CALCULATION = 200;

/** The report for people: per workbook, per form, one aligned line or paragraph for each finding; ends in a newline. */
export function formatTextReport(batch: ReviewBatch, options: TextReportOptions): string {
  const blocks: string[][] = [];
  if (!options.isBrief) for (const workbook of batch.workbooks) blocks.push(workbookBlock(workbook, options));
  const unchecked = listUncheckedFiles(batch);
  if (unchecked.length > 0) {
    blocks.push([
      options.painter.heading('未能完整校验'),
      ...unchecked.map(({ file, reason }) => `  ${options.painter.error(toPrintable(file))}  ${toPrintable(reason)}`),
    ]);
  }
  blocks.push(summaryLines(batch, options));
  return blocks.map((lines) => lines.join('\n') + '\n').join('\n');
}

function workbookBlock({ file, review }: CheckedWorkbook, options: TextReportOptions): string[] {
  const { painter, measure } = options;
  const { forms } = review.workbookForms;
  const name = painter.heading(toPrintable(file));
  // Without a form there was nothing to go by a profile with.
  const lines = [forms.length === 0 ? name : `${name}  ${painter.faint(profileWords(review))}`];
  const shown = review.findings.filter((finding) => isAtLeast(finding.severity, options.leastSeverity));
  const rows = shown.map((finding) => ({
    finding,
    // Outside of every form the heading names no sheet.
    place: finding.form === null ? `${finding.sheet}!${finding.cell}` : finding.cell,
    quote: quoteOf(finding, options),
  }));
  const placeColumns = Math.max(0, ...rows.map(({ place }) => measure(place)));
  const quoteColumns = Math.max(0, ...rows.map(({ quote }) => measure(quote)));
  const list = (formId: string | null): string[] => {
    const found: string[] = [];
    for (const { finding, place, quote } of rows) {
      if (finding.form !== formId) continue;
      const lead = [
        SEVERITY_NAMES[finding.severity],
        padEnd(place, placeColumns, measure),
        padEnd(quote, quoteColumns, measure),
      ];
      found.push(...findingLines(finding, lead, options));
    }
    return found;
  };
  for (const form of forms) {
    const found = list(form.id);
    const title = `  ${toPrintable(form.caption)}  ${painter.faint(placeOf(form))}`;
    if (found.length === 0) lines.push(`${title}  ${cleanWord(form, review.findings)}`);
    else lines.push(title, ...found);
  }
  const elsewhere = list(null);
  if (elsewhere.length > 0) lines.push('  表格之外', ...elsewhere);
  lines.push(...notCheckedLines(notCheckedOf(review), options));
  return lines;
}

function profileWords({ profile }: Review): string {
  return `校验方案：${toPrintable(profile.name)}${profile.isAutomatic ? '（自动）' : ''}`;
}

function findingLines(finding: Finding, lead: readonly string[], options: TextReportOptions): string[] {
  const { painter, measure, columns } = options;
  const [severity, place, quote] = lead;
  const indent = '    ';
  const start = `${indent}${painter[finding.severity](severity)}  ${place}  ${painter.faint(quote)}  `;
  const message = toPrintable(finding.message);
  const ruleId = painter.faint(finding.ruleId);
  const margin = measure(`${indent}${severity}  ${place}  ${quote}  `);
  const room = columns === null ? UNBROKEN_CALCULATION : Math.max(NARROWEST_MESSAGE, columns - margin);
  const lines = columns === null ? 1 : CALCULATION_LINES;
  const calculation = finding.calculation
    ? calculationLines(finding.calculation, finding.sheet, { columns: room, lines, measure })
    : [];
  const below = calculation.map((line) => ' '.repeat(margin) + painter.faint(line));
  if (columns === null) return [`${start}${message}  ${ruleId}`, ...below];
  const parts = wrap(message, room, measure);
  const last = parts.length - 1;
  const doesFit = last >= 0 && measure(parts[last]) + 2 + measure(finding.ruleId) <= room;
  const text = doesFit
    ? parts.map((part, index) => (index === last ? `${part}  ${ruleId}` : part))
    : [...parts, ruleId];
  return [...text.map((part, index) => (index === 0 ? start : ' '.repeat(margin)) + part), ...below];
}

function quoteOf(finding: Finding, { measure }: TextReportOptions): string {
  return shorten(toPrintable(finding.quote) || '（空）', QUOTE_COLUMNS, measure);
}

function placeOf(form: Form): string {
  return `${toPrintable(form.sheet)}!${formatRange(form.range)}`;
}

function cleanWord(form: Form, findings: readonly Finding[]): string {
  const hidden = findings.filter((finding) => finding.form === form.id).length;
  return hidden === 0 ? '未发现问题' : `另有 ${hidden} 条未列出`;
}

/** One line for each reason: what ten sheets or ten rules have in common is said once. */
function notCheckedLines(notChecked: readonly NotChecked[], { painter }: TextReportOptions): string[] {
  if (notChecked.length === 0) return [];
  const sheets = new Map<string, string[]>();
  const others: NotChecked[] = [];
  for (const one of notChecked) {
    const sheet = /^工作表(“.+”)：(.+)$/.exec(one.reason);
    if (sheet) sheets.set(sheet[2], [...(sheets.get(sheet[2]) || []), sheet[1]]);
    else others.push(one);
  }
  const lines = ['  未检查'];
  for (const { reason, ruleIds } of groupNotChecked(others, SUBJECTS_LISTED)) {
    const rules = ruleIds.filter((id) => id !== '*');
    const subject = rules.length === 0 ? '' : `${painter.faint(listSome(rules, '、', '条规则'))}  `;
    lines.push(`    ${subject}${toPrintable(reason)}`);
  }
  sheets.forEach((names, reason) => {
    lines.push(`    ${painter.faint(`工作表${listSome(names, '', '张')}`)}  ${toPrintable(reason)}`);
  });
  return lines;
}

function listSome(names: readonly string[], separator: string, unit: string): string {
  const rest = names.length > SUBJECTS_LISTED ? `等 ${names.length} ${unit}` : '';
  return toPrintable(names.slice(0, SUBJECTS_LISTED).join(separator)) + rest;
}

function summaryLines(batch: ReviewBatch, options: TextReportOptions): string[] {
  const { painter, leastSeverity } = options;
  const findings = batch.workbooks.reduce<Finding[]>((all, { review }) => all.concat(review.findings), []);
  const forms = batch.workbooks.reduce((sum, { review }) => sum + review.workbookForms.forms.length, 0);
  const counts = SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const text = `${SEVERITY_NAMES[severity]} ${count}`;
    return count === 0 ? text : painter[severity](text);
  });
  const hidden = findings.filter((finding) => !isAtLeast(finding.severity, leastSeverity)).length;
  const failed = listUncheckedFiles(batch).length;
  return [
    `共校验 ${batch.workbooks.length} 个工作簿、${forms} 张申报表：${counts.join('，')}` +
      (hidden > 0 && !options.isBrief ? `（其中 ${hidden} 条未列出）` : '') +
      (failed > 0 ? `；${painter.error(`${failed} 个文件未能完整校验`)}` : '') +
      '。',
  ];
}
