import { z } from 'zod';
import type { CellContent, Edit } from '../../core/changes/change-set';
import type { NewSheet, Step } from '../../core/changes/operation';
import { MAX_COLUMNS, MAX_ROWS } from '../../core/workbook/cell-address';
import { parseJson } from '../parse-json';
import type { HistoryDocument, KeptOperation } from './history-document';

const VERSION = 1;

const row = z.number().int().min(0).max(MAX_ROWS - 1); // prettier-ignore
const column = z.number().int().min(0).max(MAX_COLUMNS - 1); // prettier-ignore
const name = z.string().max(300);
const text = z.string();
const value = z.union([text, z.number(), z.boolean(), z.null()]);

/** Value, formula, number format; what is usual is left out at the end. */
const contentSchema = z.union([
  z.tuple([]),
  z.tuple([value]),
  z.tuple([value, text.nullable()]),
  z.tuple([value, text.nullable(), text]),
]);
type StoredContent = z.infer<typeof contentSchema>;

const rowCellsSchema = z.array(z.tuple([column, contentSchema])).max(MAX_COLUMNS);
const areaSchema = z.tuple([row, column, row, column]);
const sheetSchema = z.tuple([name, z.number().int().min(-1), name]);

const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cells'),
    edits: z.array(z.tuple([name, z.array(z.tuple([row, column, contentSchema, contentSchema]))])),
  }),
  z.object({
    kind: z.literal('rows'),
    changes: z.array(
      z.union([
        z.tuple([z.literal('insert'), name, row, row, rowCellsSchema, rowCellsSchema, z.array(areaSchema)]),
        z.tuple([z.literal('delete'), name, row, rowCellsSchema]),
      ]),
    ),
  }),
  z.object({ kind: z.literal('addSheets'), sheets: z.array(sheetSchema), after: name }),
  z.object({ kind: z.literal('removeSheets'), sheets: z.array(sheetSchema), after: name }),
]);
type StoredStep = z.infer<typeof stepSchema>;

const operationSchema = z.object({
  id: z.string().max(60),
  label: z.string().max(300),
  at: z.string().max(40),
  counts: z.tuple([z.number().int().min(0), z.number().int().min(0)]),
  sheets: z.array(name),
  steps: z.array(stepSchema).nullable(),
  /** Base64, referred to by number. */
  files: z.array(z.string()),
  rowPrints: z.record(z.string()),
  sheetPrints: z.record(z.string()),
});
type StoredOperation = z.infer<typeof operationSchema>;

const documentSchema = z.object({
  version: z.literal(VERSION),
  shortened: z.boolean(),
  done: z.array(operationSchema).max(1000),
  undone: z.array(operationSchema).max(1000),
});

const newerSchema = z.object({ version: z.number().gt(VERSION) });

/** What stands in the workbook: a history, nothing, or what cannot be used. */
export function readHistory(stored: string): HistoryDocument | 'newer' | 'unreadable' {
  const json = parseJson(stored);
  const document = documentSchema.safeParse(json);
  if (!document.success) return newerSchema.safeParse(json).success ? 'newer' : 'unreadable';
  const { shortened, done, undone } = document.data;
  return { isShortened: shortened, done: done.map(operationFrom), undone: undone.map(operationFrom) };
}

type Omission = 'nothing' | 'files' | 'steps';

/** One operation as JSON; where it is too large, without the files of its sheets, or without all that switching it takes. */
export function writeOperation(kept: KeptOperation, omission: Omission = 'nothing'): string {
  const { id, label, at, cells, rows, sheets, rowPrints, sheetPrints } = kept;
  const files: string[] = [];
  const steps =
    kept.switch === null || omission === 'steps'
      ? null
      : kept.switch.steps.map((step) =>
          storedStep(step, (file) => (omission === 'files' ? -1 : numberOf(files, file))),
        );
  const stored: StoredOperation = {
    id,
    label: label.slice(0, 300),
    at,
    counts: [cells, rows],
    sheets: [...sheets],
    steps,
    files,
    rowPrints: steps === null ? {} : rowPrints,
    sheetPrints,
  };
  return JSON.stringify(stored);
}

/** @param done Operations as `writeOperation` gives them. */
export function writeHistory(done: readonly string[], undone: readonly string[], isShortened: boolean): string {
  return `{"version":${VERSION},"shortened":${String(isShortened)},"done":[${done.join()}],"undone":[${undone.join()}]}`;
}

function numberOf(files: string[], file: string): number {
  if (file === '') return -1;
  const known = files.indexOf(file);
  return known >= 0 ? known : files.push(file) - 1;
}

function storedStep(step: Step, numberOfFile: (file: string) => number): StoredStep {
  if (step.kind === 'cells') return { kind: 'cells', edits: storedEdits(step.changes.edits) };
  if (step.kind === 'rows') {
    return {
      kind: 'rows',
      changes: step.changes.map((change) => {
        const cells = change.cells.map((cell): [number, StoredContent] => [cell.column, storedContent(cell.content)]);
        if (change.kind === 'delete') return ['delete', change.sheet, change.row, cells];
        const beside = change.beside.map((one): [number, StoredContent] => [one.column, storedContent(one.content)]);
        const areas = change.mergedAreas.map((area): [number, number, number, number] => [
          area.top,
          area.left,
          area.bottom,
          area.right,
        ]);
        return ['insert', change.sheet, change.row, change.like, beside, cells, areas];
      }),
    };
  }
  const sheets = step.sheets.map((sheet): [string, number, string] => [
    sheet.name,
    numberOfFile(sheet.file),
    sheet.source,
  ]);
  return { kind: step.kind, sheets, after: step.after };
}

function storedEdits(edits: readonly Edit[]): [string, [number, number, StoredContent, StoredContent][]][] {
  const bySheet: [string, [number, number, StoredContent, StoredContent][]][] = [];
  for (const { sheet, address, before, after } of edits) {
    const last = bySheet[bySheet.length - 1];
    const ofSheet = last !== undefined && last[0] === sheet ? last : undefined;
    const entry: [number, number, StoredContent, StoredContent] = [
      address.row,
      address.column,
      storedContent(before),
      storedContent(after),
    ];
    if (ofSheet) ofSheet[1].push(entry);
    else bySheet.push([sheet, [entry]]);
  }
  return bySheet;
}

function storedContent({ value: held, formula, numberFormat }: CellContent): StoredContent {
  if (numberFormat !== 'General') return [held, formula, numberFormat];
  if (formula !== null) return [held, formula];
  return held === null ? [] : [held];
}

function contentFrom([held = null, formula = null, numberFormat = 'General']: StoredContent): CellContent {
  return { value: held, formula, numberFormat };
}

function operationFrom(stored: StoredOperation): KeptOperation {
  const { id, label, at, counts, sheets, steps, files, rowPrints, sheetPrints } = stored;
  return {
    id,
    label,
    at,
    cells: counts[0],
    rows: counts[1],
    sheets,
    switch: steps === null ? null : { label, steps: steps.map((step) => stepFrom(step, files)) },
    rowPrints,
    sheetPrints,
  };
}

function stepFrom(step: StoredStep, files: readonly string[]): Step {
  if (step.kind === 'cells') {
    const edits: Edit[] = [];
    for (const [sheet, ofSheet] of step.edits) {
      for (const [atRow, atColumn, before, after] of ofSheet) {
        const address = { row: atRow, column: atColumn };
        edits.push({ sheet, address, before: contentFrom(before), after: contentFrom(after) });
      }
    }
    return { kind: 'cells', changes: { label: '', edits } };
  }
  if (step.kind === 'rows') {
    return {
      kind: 'rows',
      changes: step.changes.map((change) => {
        if (change[0] === 'delete') {
          return { kind: 'delete', sheet: change[1], row: change[2], cells: rowCellsFrom(change[3]) };
        }
        const [, sheet, atRow, like, beside, cells, areas] = change;
        return {
          kind: 'insert',
          sheet,
          row: atRow,
          like,
          beside: rowCellsFrom(beside),
          cells: rowCellsFrom(cells),
          mergedAreas: areas.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
        };
      }),
    };
  }
  const sheets = step.sheets.map(([sheetName, file, source]): NewSheet => ({
    name: sheetName,
    file: files[file] || '',
    source,
  }));
  return { kind: step.kind, sheets, after: step.after };
}

function rowCellsFrom(cells: z.infer<typeof rowCellsSchema>) {
  return cells.map(([atColumn, content]) => ({ column: atColumn, content: contentFrom(content) }));
}
