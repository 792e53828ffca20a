import { Decimal } from 'decimal.js';
import type { ColumnRole } from '../forms/column-labels';
import { isBlank, type Project } from '../forms/form';
import { findFieldKey } from '../forms/head-labels';
import { parseLevel1, parseLevel2 } from '../forms/indicator-levels';
import { ALL_PROJECTS, findUnplacedBlock, type UnplacedLine } from '../forms/unplaced-block';
import { findMoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import type { SheetSnapshot } from '../workbook/workbook-snapshot';
import {
  isEmptyRow,
  ROLES,
  type CarriedField,
  type CarriedProject,
  type CarriedRest,
  type CarriedRow,
  type CarriedText,
  type ProjectForm,
} from './carried-project';
import { REMARK_LABEL, TITLE_LABEL, YEAR_LABEL } from './other-texts';
import { projectKeys, rowKeys } from './row-keys';
import { COLUMN_NAMES } from './template-names';

const FORM_LABELS = [TITLE_LABEL, REMARK_LABEL, YEAR_LABEL];

/**
 * A project with what the list beside its form says of it: texts that a former conversion had no place for go back to their fields and
 * columns; those that fit nowhere stay what they are.
 */
export function withListed(
  carried: CarriedProject,
  sheet: SheetSnapshot,
  form: ProjectForm,
  project: Project,
): CarriedProject {
  const block = findUnplacedBlock(sheet);
  if (block === null) return carried;
  const own = projectKeys(form.projects.map(nameOf))[form.projects.indexOf(project)];
  const lines = block.lines.filter(
    (line) => form.projects.length === 1 || line.project === ALL_PROJECTS || line.project === own,
  );
  const keys = rowKeys(
    carried.rows.map(({ texts }) => ({ level2: textAt(texts, 'level2'), name: textAt(texts, 'name') })),
  );
  // Title and year stand on such a sheet because its template has them.
  const standing = carried.rest.filter(({ label }) => label !== TITLE_LABEL && label !== YEAR_LABEL);
  const listed = new Map<string, Map<ColumnRole, CarriedText>>();
  const fields: CarriedField[] = [];
  const rest: CarriedRest[] = [];
  const titles: CarriedRest[] = [];
  for (const line of lines) {
    const text = textOf(line);
    if (line.indicator === '' && FORM_LABELS.indexOf(line.label) < 0) {
      fields.push(fieldOf(line, text, fields.concat(carried.fields)));
      continue;
    }
    const role = ROLES.find((candidate) => COLUMN_NAMES[candidate] === line.label);
    const isRow = keys.indexOf(line.indicator) >= 0;
    if (isRow && role !== undefined) {
      const texts = listed.get(line.indicator) || new Map<ColumnRole, CarriedText>();
      texts.set(role, text);
      listed.set(line.indicator, texts);
      continue;
    }
    const row = isRow ? carried.rows[keys.indexOf(line.indicator)] : null;
    const one: CarriedRest = { ...text, label: line.label, row, indicator: isRow ? '' : line.indicator };
    (line.label === TITLE_LABEL ? titles : rest).push(one);
  }
  const rows = carried.rows.map((row, index) => completed(row, listed.get(keys[index])));
  return {
    ...carried,
    fields: carried.fields.concat(fields),
    rows,
    rest: titles.concat(standing, rest).map((one) => ({ ...one, row: one.row && rows[carried.rows.indexOf(one.row)] })),
    year: carried.year || yearIn(titles.concat(rest)),
  };
}

/** The name as its cell says it. */
export function nameOf(project: Project): string {
  const field = project.fields.find(({ key }) => key === 'projectName');
  return field && !isBlank(field.value) ? field.value.text : '';
}

function textAt(texts: CarriedRow['texts'], role: ColumnRole): string {
  const found = texts.get(role);
  return found ? found.text : '';
}

function textOf({ content }: UnplacedLine): CarriedText {
  return { text: content.text, number: null, sheet: content.sheet, address: content.address };
}

function fieldOf({ label }: UnplacedLine, text: CarriedText, known: readonly CarriedField[]): CarriedField {
  const key = findFieldKey(label);
  const isTaken = key !== null && known.some((field) => field.key === key);
  const isAmount = key === 'totalAmount' || key === 'annualAmount';
  return { ...text, key: isTaken ? null : key, label, amount: isAmount ? amountOf(text.text, label) : null };
}

/** A row with what the list says of its columns; the list knows what stood there before. */
function completed(row: CarriedRow, listed: ReadonlyMap<ColumnRole, CarriedText> | undefined): CarriedRow {
  if (listed === undefined) return row;
  const texts = new Map<ColumnRole, CarriedText>();
  row.texts.forEach((text, role) => texts.set(role, text));
  listed.forEach((text, role) => texts.set(role, text));
  const [level1, level2] = [listed.get('level1'), listed.get('level2')];
  return {
    level1Kind: level1 ? parseLevel1(level1.text).kind : row.level1Kind,
    level2Kind: level2 ? parseLevel2(level2.text).kind : row.level2Kind,
    texts,
    isEmpty: isEmptyRow(texts),
  };
}

function yearIn(rest: readonly CarriedRest[]): string {
  for (const { text } of rest) {
    const match = /20[0-9]{2}(?=年)/.exec(compactText(text));
    if (match) return match[0];
  }
  return '';
}

/** An amount written in a list: its own unit wins over that of its label. */
function amountOf(text: string, label: string): CarriedField['amount'] {
  const match = /^(-?[0-9][0-9,]*(?:\.[0-9]+)?)([千万亿]?元)?$/.exec(compactText(text));
  if (!match) return null;
  return {
    number: new Decimal(match[1].replace(/,/g, '')),
    unit: findMoneyUnit(match[2] || '') || findMoneyUnit(label),
  };
}
