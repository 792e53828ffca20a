import { z } from 'zod';
import type { PlacedCell } from '../../core/workbook/workbook-snapshot';
import type { HostErrorCode } from '../port/host-error';

/**
 * What crosses between the page that owns the workbook and the pane in its frame:
 *
 *     pane                     page
 *       hello      ->               until a welcome comes back
 *                  <-  welcome      what the host can do
 *       request    ->               one call, numbered
 *                  <-  result       its answer, or
 *                  <-  refusal      the HostError it was rejected with
 *                  <-  change       whenever the user changes the workbook
 *
 * Every message is plain data and is checked on arrival; one that does not fit is ignored.
 */
export const CHANNEL = 'shenbao-workbook';

const ERROR_CODES: [HostErrorCode, ...HostErrorCode[]] = [
  'unreadable-file',
  'file-too-large',
  'not-supported',
  'protected',
  'busy',
  'conflict',
  'gone',
  'lost-connection',
  'internal',
];

const index = z.number().int().nonnegative();
const addressSchema = z.object({ row: index, column: index });
const rangeSchema = z.object({ top: index, left: index, bottom: index, right: index });
const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const contentSchema = z.object({ value: valueSchema, formula: z.string().nullable(), numberFormat: z.string() });
const editSchema = z.object({ sheet: z.string(), address: addressSchema, before: contentSchema, after: contentSchema });
const changeSetSchema = z.object({
  label: z.string(),
  edits: z.array(editSchema),
  isInverse: z.literal(true).optional(),
});
const rowCellsSchema = z.array(z.object({ column: index, content: contentSchema })).readonly();
const rowChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('insert'),
    sheet: z.string(),
    row: index,
    like: index,
    beside: rowCellsSchema,
    cells: rowCellsSchema,
    mergedAreas: z.array(rangeSchema).readonly(),
  }),
  z.object({ kind: z.literal('delete'), sheet: z.string(), row: index, cells: rowCellsSchema }),
]);
const newSheetSchema = z.object({ name: z.string(), file: z.string(), source: z.string() });
const placeSchema = z.object({ sheet: z.string(), address: addressSchema });
const severitySchema = z.enum(['error', 'warning', 'info']);
const markSchema = z.object({ sheet: z.string(), range: rangeSchema, severity: severitySchema });
const capabilitiesSchema = z.object({
  write: z.boolean(),
  mark: z.boolean(),
  select: z.boolean(),
  watch: z.boolean(),
  structure: z.boolean(),
});
const changeSchema = z.object({
  kind: z.enum(['edited', 'opened']),
  sheet: z.string().optional(),
  range: rangeSchema.optional(),
  isMoved: z.boolean().optional(),
});

/** A workbook may hold hundreds of thousands of cells: checked by hand, many times faster than by a schema. */
const placedCellSchema = z.custom<PlacedCell>((candidate) => {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const cell = candidate as Record<keyof PlacedCell, unknown>;
  return (
    typeof cell.row === 'number' &&
    typeof cell.column === 'number' &&
    (cell.value === null || ['string', 'number', 'boolean'].indexOf(typeof cell.value) !== -1) &&
    typeof cell.text === 'string' &&
    (cell.formula === null || typeof cell.formula === 'string') &&
    typeof cell.numberFormat === 'string' &&
    (cell.rawNumber === null || typeof cell.rawNumber === 'string') &&
    typeof cell.isError === 'boolean'
  );
});

const sheetSchema = z.object({
  name: z.string(),
  visibility: z.enum(['visible', 'hidden', 'veryHidden']),
  cells: z.array(placedCellSchema),
  mergedAreas: z.array(rangeSchema),
  hiddenRows: z.array(index),
  hiddenColumns: z.array(index),
  isProtected: z.boolean(),
});

const interruptionSchema = z.object({
  message: z.string(),
  advice: z.string(),
  unwritten: z.array(editSchema),
  uncertain: z.array(editSchema),
});

/** A sheet that is as it was in the answer that the pane still has, by its place there: not sent again. */
const sameSheetSchema = z.object({ sameAs: index });

/** What each call answers with. */
export const resultSchemas = {
  read: z.object({ name: z.string(), sheets: z.array(z.union([sameSheetSchema, sheetSchema])) }),
  apply: z.object({
    written: index,
    conflicts: z.array(z.object({ edit: editSchema, found: contentSchema })),
    interruption: interruptionSchema.optional(),
    reformatted: z
      .array(z.object({ sheet: z.string(), address: addressSchema, from: z.string(), to: z.string() }))
      .optional(),
  }),
  changeRows: z.array(z.object({ change: rowChangeSchema, reason: z.string() })),
  addSheets: z.undefined(),
  removeSheets: z.undefined(),
  findLocked: z.array(placeSchema),
  mark: z.undefined(),
  select: z.object({ isRevealed: z.boolean() }),
  conceal: z.undefined(),
  getSetting: z.string().nullable(),
  setSetting: z.undefined(),
};

export type Method = keyof typeof resultSchemas;
export type Result<M extends Method> = z.infer<(typeof resultSchemas)[M]>;

/** Whose texts: those of this machine or those of the workbook. */
const storeSchema = z.enum(['machine', 'workbook']);

const callSchema = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('read'),
    extent: z.enum(['whole', 'edited']).optional(),
    /** Number of the request whose answer the pane still has; null when it has none. */
    after: index.nullable(),
  }),
  z.object({ method: z.literal('apply'), changes: changeSetSchema }),
  z.object({ method: z.literal('changeRows'), changes: z.array(rowChangeSchema) }),
  z.object({ method: z.literal('addSheets'), sheets: z.array(newSheetSchema), after: z.string() }),
  z.object({ method: z.literal('removeSheets'), names: z.array(z.string()) }),
  z.object({ method: z.literal('findLocked'), cells: z.array(placeSchema) }),
  z.object({ method: z.literal('mark'), marks: z.array(markSchema) }),
  z.object({ method: z.literal('select'), sheet: z.string(), range: rangeSchema }),
  z.object({ method: z.literal('conceal'), sheet: z.string() }),
  z.object({ method: z.literal('getSetting'), store: storeSchema, key: z.string() }),
  z.object({ method: z.literal('setSetting'), store: storeSchema, key: z.string(), value: z.string() }),
]);

export type Call = z.infer<typeof callSchema>;

const channel = z.literal(CHANNEL);

/** Messages of the pane. */
export const paneMessageSchema = z.discriminatedUnion('kind', [
  z.object({ channel, kind: z.literal('hello') }),
  z.object({ channel, kind: z.literal('request'), id: index, call: callSchema }),
]);

export type PaneMessage = z.infer<typeof paneMessageSchema>;

/** Messages of the page. A result is checked against the call it answers, hence unknown here. */
export const pageMessageSchema = z.discriminatedUnion('kind', [
  z.object({ channel, kind: z.literal('welcome'), capabilities: capabilitiesSchema }),
  z.object({ channel, kind: z.literal('result'), id: index, result: z.unknown() }),
  z.object({
    channel,
    kind: z.literal('refusal'),
    id: index,
    error: z.object({ code: z.enum(ERROR_CODES), message: z.string(), advice: z.string() }),
  }),
  z.object({ channel, kind: z.literal('change'), change: changeSchema }),
]);

export type PageMessage = z.infer<typeof pageMessageSchema>;
