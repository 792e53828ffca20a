import type { CellRange } from '../../../src/core/workbook/cell-address';
import { accessDenied, ApiCollection, ApiError, ApiObject, invalidArgument, itemNotFound } from './api-object';
import { nextIdOf, type ModelConditionalFormat, type ModelSheet } from './workbook-model';
import { RangeApi, RangeAreasApi } from './range-api';
import type { WorkbookApi } from './workbook-api';

/** The conditional formats that touch some ranges of a sheet. */
export class ConditionalFormatsApi extends ApiCollection<ConditionalFormatApi> {
  readonly className = 'ConditionalFormatCollection';

  constructor(
    private readonly workbook: WorkbookApi,
    private readonly sheet: ModelSheet,
    private readonly ranges: readonly CellRange[],
  ) {
    super();
  }

  get items(): readonly ConditionalFormatApi[] {
    return this.sheet.conditionalFormats
      .filter((format) => this.touches(format))
      .map((format) => new ConditionalFormatApi(this.workbook, this.sheet, format));
  }

  add(type: string): ConditionalFormatApi {
    refuseProtected(this.sheet);
    const format: ModelConditionalFormat = {
      id: nextIdOf(this.workbook.model),
      type,
      ranges: this.ranges,
      formula: '',
      fill: '',
    };
    this.sheet.conditionalFormats.unshift(format);
    return new ConditionalFormatApi(this.workbook, this.sheet, format);
  }

  private touches({ ranges }: ModelConditionalFormat): boolean {
    return ranges.some((own) => this.ranges.some((range) => overlaps(own, range)));
  }

  getItem(id: string): ConditionalFormatApi {
    const found = this.sheet.conditionalFormats.find((format) => format.id === id);
    if (!found || !this.touches(found)) throw itemNotFound();
    return new ConditionalFormatApi(this.workbook, this.sheet, found);
  }
}

class ConditionalFormatApi extends ApiObject {
  readonly className = 'ConditionalFormat';

  constructor(
    private readonly workbook: WorkbookApi,
    private readonly sheet: ModelSheet,
    private readonly format: ModelConditionalFormat,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, string>> {
    return { Id: this.format.id };
  }

  get id(): string {
    return this.format.id;
  }

  get type(): string {
    return this.format.type;
  }

  get custom(): CustomFormatApi {
    if (this.format.type !== 'Custom') throw new ApiError('InvalidOperation');
    return new CustomFormatApi(this.sheet, this.format);
  }

  getRanges(): RangeAreasApi {
    return new RangeAreasApi(this.workbook, this.sheet, this.format.ranges);
  }

  /** Null when there are several. */
  getRangeOrNullObject(): RangeApi | null {
    const { ranges } = this.format;
    return ranges.length === 1 ? new RangeApi(this.workbook, this.sheet, ranges[0]) : null;
  }

  delete(): void {
    refuseProtected(this.sheet);
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((format) => format !== this.format);
  }
}

class CustomFormatApi extends ApiObject {
  readonly className = 'CustomConditionalFormat';
  readonly rule: FormatRuleApi;
  readonly format: ConditionalRangeFormatApi;

  constructor(sheet: ModelSheet, model: ModelConditionalFormat) {
    super();
    this.rule = new FormatRuleApi(sheet, model);
    this.format = new ConditionalRangeFormatApi(model);
  }
}

class FormatRuleApi extends ApiObject {
  readonly className = 'ConditionalFormatRule';

  constructor(
    private readonly sheet: ModelSheet,
    private readonly model: ModelConditionalFormat,
  ) {
    super();
  }

  get formula(): string {
    return this.model.formula;
  }

  set formula(formula: string) {
    refuseProtected(this.sheet);
    if (!formula.startsWith('=')) throw invalidArgument('formula');
    this.model.formula = formula;
  }
}

class ConditionalRangeFormatApi extends ApiObject {
  readonly className = 'ConditionalRangeFormat';
  readonly fill: FillApi;

  constructor(model: ModelConditionalFormat) {
    super();
    this.fill = new FillApi(model);
  }
}

class FillApi extends ApiObject {
  readonly className = 'ConditionalRangeFill';

  constructor(private readonly model: ModelConditionalFormat) {
    super();
  }

  get color(): string {
    return this.model.fill;
  }

  set color(color: string) {
    if (!/^#[0-9A-F]{6}$/.test(color)) throw invalidArgument('color');
    this.model.fill = color;
  }
}

function refuseProtected(sheet: ModelSheet): void {
  if (sheet.isProtected && !sheet.allowsFormats) throw accessDenied();
}

function overlaps(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
