import type { CellValue, PlacedCell } from '../../../core/workbook/workbook-snapshot';
import { displayText } from './number-text';

/** A cell as it stands in a worksheet part. Its text is made on first use: most texts of a large sheet are never asked for. */
export class StoredCell implements PlacedCell {
  formula: string | null = null;
  private shownText: string | undefined = undefined;

  constructor(
    readonly row: number,
    readonly column: number,
    readonly value: CellValue,
    readonly numberFormat: string,
    readonly rawNumber: string | null,
    readonly isError: boolean,
    /** Index into the workbook's cell formats. */
    readonly style: number,
    private readonly isDate1904: boolean,
  ) {}

  get text(): string {
    if (this.shownText === undefined) {
      this.shownText = this.isError ? String(this.value) : displayText(this.value, this.numberFormat, this.isDate1904);
    }
    return this.shownText;
  }

  /** False for a blank cell that only has a format. */
  get hasContent(): boolean {
    return this.formula !== null || (this.value !== null && this.value !== '');
  }
}
