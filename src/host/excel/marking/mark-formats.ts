import { formatRange, type CellRange } from '../../../core/workbook/cell-address';
import type { MarkSeverity } from '../../port/workbook-host';
import type { Question } from '../reading/question';
import { rangeOf, PLACE_PROPERTIES } from '../reading/merged-areas';
import { addressRanges, parseRanges } from './mark-ranges';

/**
 * Marks are conditional formats of this formula, always true. The text in it tells them from the user's own: any later
 * opening, on any machine, finds and removes them. No function and no separator, so that no language of Excel rewrites it.
 */
const MARKER = '"shenbao-mark"';

export const FILLS: Readonly<Record<MarkSeverity, string>> = {
  error: '#FDE7E9',
  warning: '#FFF4CE',
  info: '#E8F1FB',
};

/** Added last is shown first. */
export const SEVERITIES: readonly MarkSeverity[] = ['info', 'warning', 'error'];

/** So many conditional formats are looked into by one question. */
const FORMATS_PER_QUESTION = 500;

/** A conditional format of ours. */
export interface MarkFormat {
  readonly id: string;
  /** As its formula says; a later version may know others than we do. */
  readonly severity: string;
  /** Null when Excel does not tell. */
  readonly ranges: readonly CellRange[] | null;
}

/** Ids of the conditional formats of a sheet that have a formula; ours are among them. */
export function askFormulaFormats(sheet: Excel.Worksheet, take: (ids: readonly string[]) => void): Question {
  return {
    ask() {
      const formats = sheet.getRange().conditionalFormats;
      formats.load('items/id,items/type');
      return () => take(formats.items.filter(({ type }) => type === 'Custom').map(({ id }) => id));
    },
    divide: () => null,
  };
}

/**
 * Which of these conditional formats are ours, and where they are. One without a formula counts as ours only where an
 * adding of ours broke off (`hasBrokenOff`): it shows nothing, and Excel may not tell the formula of one of the user's.
 */
export function askMarkFormats(
  { sheet, name }: { readonly sheet: Excel.Worksheet; readonly name: string },
  ids: readonly string[],
  { hasRangeAreas, hasBrokenOff }: { readonly hasRangeAreas: boolean; readonly hasBrokenOff: boolean },
  take: (formats: readonly MarkFormat[]) => void,
): Question[] {
  const questions: Question[] = [];
  for (let start = 0; start < ids.length; start += FORMATS_PER_QUESTION) {
    questions.push(askPart(ids.slice(start, start + FORMATS_PER_QUESTION)));
  }
  return questions;

  function askPart(part: readonly string[]): Question {
    return {
      ask() {
        const { conditionalFormats } = sheet.getRange();
        const formats = part.map((id) => {
          const format = conditionalFormats.getItem(id);
          const { rule } = format.custom;
          rule.load('formula');
          return { id, rule, rangesOf: hasRangeAreas ? askAreas(format) : askRange(format) };
        });
        return () => {
          take(
            formats
              .filter(({ rule }) => isOurs(rule.formula) || (hasBrokenOff && rule.formula === ''))
              .map(({ id, rule, rangesOf }) => ({ id, severity: severityOf(rule.formula), ranges: rangesOf() })),
          );
        };
      },
      divide() {
        if (part.length < 2) return null;
        const middle = part.length >> 1;
        return [askPart(part.slice(0, middle)), askPart(part.slice(middle))];
      },
    };
  }

  function askAreas(format: Excel.ConditionalFormat): () => CellRange[] | null {
    const areas = format.getRanges();
    areas.load('address');
    return () => parseRanges(areas.address, name);
  }
}

function askRange(format: Excel.ConditionalFormat): () => CellRange[] | null {
  const range = format.getRangeOrNullObject();
  range.load(PLACE_PROPERTIES);
  return () => (range.isNullObject ? null : [rangeOf(range)]);
}

function isOurs(formula: string): boolean {
  return formula.indexOf(MARKER) !== -1;
}

function severityOf(formula: string): string {
  const match = /<>"(\w*)"/.exec(formula);
  return match ? match[1] : '';
}

/** What an addition puts into a request, in characters; measured, and rounded up. */
const ADDITION_LENGTH = 1750;

/** A conditional format to be added. */
export interface MarkAddition {
  readonly severity: MarkSeverity;
  readonly address: string;
  /** Its share of a request, in characters. */
  readonly length: number;
}

/** One conditional format for all ranges, or as few as addresses allow; one for each range below ExcelApi 1.9. */
export function planAdditions(
  severity: MarkSeverity,
  ranges: readonly CellRange[],
  sheetName: string,
  hasRangeAreas: boolean,
): MarkAddition[] {
  const addresses = hasRangeAreas ? addressRanges(ranges, sheetName) : ranges.map(formatRange);
  return addresses.map((address) => ({ address, severity, length: ADDITION_LENGTH + address.length }));
}

/** Adds a mark above all conditional formats of the sheet. */
export function addMarkFormat(
  sheet: Excel.Worksheet,
  { severity, address }: MarkAddition,
  hasRangeAreas: boolean,
): void {
  const place = hasRangeAreas ? sheet.getRanges(address) : sheet.getRange(address);
  const { custom } = place.conditionalFormats.add('Custom');
  custom.rule.formula = `=${MARKER}<>"${severity}"`;
  custom.format.fill.color = FILLS[severity];
}
