import type { CellValue } from '../../core/workbook/workbook-snapshot';

type JsonRecord = Readonly<Record<string, unknown>>;

/** Systems nest lists in an envelope or two: {"data": {"rows": […]}}. */
const MOST_ENVELOPES = 4;
const CHILDREN = /^(?:children|child|childs|childList|subList|nodes|items|sub|下级|子级|子项)$/i;

/**
 * The records of a JSON file as a table: their keys as headings, then a row for each. Records within records (trees) follow
 * the one that holds them. Null for data that holds no list of records.
 */
export function readJsonRows(data: unknown): readonly (readonly CellValue[])[] | null {
  const list = findRecords(data, MOST_ENVELOPES);
  if (list === null) return null;
  const records = flatten(list);
  const keys: string[] = [];
  const placeOf = new Map<string, number>();
  for (const record of records) {
    for (const key of Object.keys(record)) {
      if (placeOf.has(key) || cellValue(record[key]) === undefined) continue;
      placeOf.set(key, keys.length);
      keys.push(key);
    }
  }
  if (keys.length === 0) return null;
  const rows = records.map((record) => keys.map((key) => cellValue(record[key]) || null));
  return [keys as readonly CellValue[]].concat(rows);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findRecords(data: unknown, depth: number): readonly JsonRecord[] | null {
  if (Array.isArray(data)) {
    const records = data.filter(isRecord);
    return records.length > 0 ? records : null;
  }
  if (!isRecord(data) || depth === 0) return null;
  let longest: readonly JsonRecord[] | null = null;
  for (const key of Object.keys(data)) {
    const found = findRecords(data[key], depth - 1);
    if (found !== null && (longest === null || found.length > longest.length)) longest = found;
  }
  return longest;
}

function flatten(list: readonly JsonRecord[]): readonly JsonRecord[] {
  const flat: JsonRecord[] = [];
  const waiting = list.slice().reverse();
  while (waiting.length > 0) {
    const record = waiting.pop() as JsonRecord;
    flat.push(record);
    for (const key of Object.keys(record)) {
      const below = record[key];
      if (!CHILDREN.test(key) || !Array.isArray(below)) continue;
      for (let index = below.length - 1; index >= 0; index -= 1) if (isRecord(below[index])) waiting.push(below[index]);
    }
  }
  return flat;
}

/** Undefined for lists and records; lists of texts (别名) as lines. */
function cellValue(value: unknown): CellValue | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return undefined;
  return value.join('\n');
}
