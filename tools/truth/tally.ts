import { formatAddress } from '../../src/core/workbook/cell-address';
import type { Field, FormCell } from '../../src/core/forms/form';
import type { TruthHeader, TruthNode } from './truth-file';

export interface Difference {
  readonly sheet: string;
  /** Cell or range that the truth names; for something read that is not there, its cell. */
  readonly cell: string;
  /** What was compared, e.g. "level3" or "head field projectCode". */
  readonly part: string;
  readonly expected: string;
  readonly found: string;
}

export interface TruthScore {
  readonly total: number;
  readonly right: number;
  readonly differences: readonly Difference[];
}

export const NOTHING = '(nothing)';

/** Counts what was compared, and keeps what differs. */
export class Tally implements TruthScore {
  total = 0;
  right = 0;
  readonly differences: Difference[] = [];

  add(compared: Difference): void {
    this.total += 1;
    if (compared.expected === compared.found) this.right += 1;
    else this.differences.push(compared);
  }

  addCell(
    sheet: string,
    part: string,
    expected: TruthNode | null | undefined,
    found: FormCell | null | undefined,
  ): void {
    if (!expected && !found) return;
    const cell = expected ? expected.cell : found ? formatAddress(found.address) : '';
    this.add({ sheet, cell, part, expected: describeNode(expected), found: describeCell(found, expected) });
  }

  /** Label and value count as one: a value under the wrong label is of no use. */
  addField(sheet: string, part: string, expected: TruthHeader | undefined, found: Field | undefined): void {
    const cell = expected ? expected.value.cell : found ? formatAddress(found.value.address) : '';
    const expectedLabel = expected && expected.label ? `${describeNode(expected.label)}: ` : '';
    const foundLabel = found && (!expected || expected.label) ? `${describeCell(found.label)}: ` : '';
    this.add({
      sheet,
      cell,
      part,
      expected: expectedLabel + describeNode(expected && expected.value),
      found: foundLabel + describeCell(found && found.value, expected && expected.value),
    });
  }
}

function describeNode(node: TruthNode | null | undefined): string {
  return node ? `${node.cell} ${JSON.stringify(node.text.trim())}` : NOTHING;
}

function describeCell(cell: FormCell | null | undefined, expected?: TruthNode | null): string {
  if (!cell) return NOTHING;
  const isStored = expected?.displayNote !== undefined && typeof cell.value === 'number';
  const text = (isStored && cell.rawNumber) || cell.text.trim();
  return `${formatAddress(cell.address)} ${JSON.stringify(text)}`;
}
