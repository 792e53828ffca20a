import { accessDenied, ApiCollection, ApiObject, invalidArgument } from './api-object';
import type { RangeApi } from './range-api';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from './workbook-model';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'];
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];
const STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
const INNER = ['InsideHorizontal', 'InsideVertical'];

const MAX_ROW_HEIGHT = 409.5;
const MAX_COLUMN_WIDTH = 1790;

export class RangeFormatApi extends ApiObject {
  readonly className = 'RangeFormat';

  constructor(private readonly range: RangeApi) {
    super();
  }

  get protection(): FormatProtectionApi {
    return new FormatProtectionApi(this.range);
  }

  get fill(): RangeFillApi {
    return new RangeFillApi(this.range);
  }

  get font(): RangeFontApi {
    return new RangeFontApi(this.range);
  }

  get borders(): BordersApi {
    return new BordersApi(this.range);
  }

  /** Points; 0 of hidden rows, null when they differ. */
  get rowHeight(): number | null {
    const { sheet, place } = this.range;
    return sizeOf(place.top, place.bottom, sheet.rowHeights, DEFAULT_ROW_HEIGHT, sheet.hiddenRows);
  }

  set rowHeight(height: unknown) {
    const { sheet, place } = this.range;
    if (sheet.isProtected) throw accessDenied();
    setSize(place.top, place.bottom, sheet.rowHeights, sizeIn(height, MAX_ROW_HEIGHT), DEFAULT_ROW_HEIGHT);
  }

  get columnWidth(): number | null {
    const { sheet, place } = this.range;
    return sizeOf(place.left, place.right, sheet.columnWidths, DEFAULT_COLUMN_WIDTH, sheet.hiddenColumns);
  }

  set columnWidth(width: unknown) {
    const { sheet, place } = this.range;
    if (sheet.isProtected) throw accessDenied();
    setSize(place.left, place.right, sheet.columnWidths, sizeIn(width, MAX_COLUMN_WIDTH), DEFAULT_COLUMN_WIDTH);
  }

  get horizontalAlignment(): unknown {
    return this.range.lookOf('horizontalAlignment', 'General');
  }

  set horizontalAlignment(alignment: unknown) {
    this.change('horizontalAlignment', oneOf(HORIZONTAL, alignment), 'General');
  }

  get verticalAlignment(): unknown {
    return this.range.lookOf('verticalAlignment', 'Bottom');
  }

  set verticalAlignment(alignment: unknown) {
    this.change('verticalAlignment', oneOf(VERTICAL, alignment), 'Bottom');
  }

  get wrapText(): unknown {
    return this.range.lookOf('wrapText', false);
  }

  set wrapText(wraps: unknown) {
    this.change('wrapText', truth(wraps), false);
  }

  get indentLevel(): unknown {
    return this.range.lookOf('indentLevel', 0);
  }

  set indentLevel(level: unknown) {
    this.change('indentLevel', level, 0);
  }

  get textOrientation(): unknown {
    return this.range.lookOf('textOrientation', 0);
  }

  set textOrientation(degrees: unknown) {
    this.change('textOrientation', degrees, 0);
  }

  private change(name: string, value: unknown, usual: unknown): void {
    this.range.changeLook({ [name]: value === usual ? undefined : value });
  }
}

class RangeFontApi extends ApiObject {
  readonly className = 'RangeFont';

  constructor(private readonly range: RangeApi) {
    super();
  }

  get name(): unknown {
    return this.range.lookOf('font.name', '宋体');
  }

  set name(name: unknown) {
    this.range.changeLook({ 'font.name': name });
  }

  get size(): unknown {
    return this.range.lookOf('font.size', 11);
  }

  set size(size: unknown) {
    this.range.changeLook({ 'font.size': sizeIn(size, 409) });
  }

  get color(): unknown {
    return this.range.lookOf('font.color', '#000000');
  }

  set color(color: unknown) {
    this.range.changeLook({ 'font.color': colorIn(color) });
  }

  get bold(): unknown {
    return this.range.lookOf('font.bold', false);
  }

  set bold(isBold: unknown) {
    this.range.changeLook({ 'font.bold': truth(isBold) || undefined });
  }

  get italic(): unknown {
    return this.range.lookOf('font.italic', false);
  }

  set italic(isItalic: unknown) {
    this.range.changeLook({ 'font.italic': truth(isItalic) || undefined });
  }

  get underline(): unknown {
    return this.range.lookOf('font.underline', 'None');
  }

  set underline(underline: unknown) {
    this.range.changeLook({ 'font.underline': underline === 'None' ? undefined : oneOf(['Single'], underline) });
  }

  get strikethrough(): unknown {
    return this.range.lookOf('font.strikethrough', false);
  }

  set strikethrough(isStruck: unknown) {
    this.range.changeLook({ 'font.strikethrough': truth(isStruck) || undefined });
  }
}

class BordersApi extends ApiCollection<BorderApi> {
  readonly className = 'RangeBorderCollection';

  constructor(private readonly range: RangeApi) {
    super();
  }

  get items(): readonly BorderApi[] {
    return EDGES.map((edge) => new BorderApi(this.range, edge));
  }

  getItem(edge: string): BorderApi {
    return new BorderApi(this.range, oneOf([...EDGES, ...INNER], edge));
  }
}

class BorderApi extends ApiObject {
  readonly className = 'RangeBorder';

  constructor(
    private readonly range: RangeApi,
    private readonly edge: string,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, string>> {
    return { SideIndex: this.edge };
  }

  get style(): unknown {
    return this.range.lookOf(`borders.${this.edge}.style`, 'None');
  }

  /** Without a style a border is none. */
  set style(style: unknown) {
    if (oneOf(STYLES, style) !== 'None') this.change('style', style);
    else for (const name of ['style', 'weight', 'color']) this.change(name, undefined);
  }

  get weight(): unknown {
    return this.range.lookOf(`borders.${this.edge}.weight`, 'Thin');
  }

  set weight(weight: unknown) {
    this.change('weight', oneOf(WEIGHTS, weight));
  }

  get color(): unknown {
    return this.range.lookOf(`borders.${this.edge}.color`, '#000000');
  }

  set color(color: unknown) {
    this.change('color', colorIn(color));
  }

  private change(name: string, value: unknown): void {
    for (const { range, edge } of this.range.bordersAt(this.edge)) {
      range.changeLook({ [`borders.${edge}.${name}`]: value });
    }
  }
}

class RangeFillApi extends ApiObject {
  readonly className = 'RangeFill';

  constructor(private readonly range: RangeApi) {
    super();
  }

  /** White without a fill; null when the cells differ. */
  get color(): string | null {
    const colors = new Set(this.range.fills().map((fill) => fill ?? '#FFFFFF'));
    return colors.size === 1 ? [...colors][0] : null;
  }

  set color(color: unknown) {
    this.range.fillWith(colorIn(color));
  }

  clear(): void {
    this.range.fillWith(null);
  }
}

class FormatProtectionApi extends ApiObject {
  readonly className = 'FormatProtection';

  constructor(private readonly range: RangeApi) {
    super();
  }

  get locked(): boolean | null {
    return this.range.isLocked();
  }

  set locked(isLocked: unknown) {
    this.range.changeLock(truth(isLocked));
  }
}

function sizeOf(
  first: number,
  last: number,
  sizes: Readonly<Record<number, number>>,
  usual: number,
  hidden: ReadonlySet<number>,
): number | null {
  const sizeAt = (line: number): number => (hidden.has(line) ? 0 : (sizes[line] ?? usual));
  // Most of a whole sheet has the usual size.
  const known = last - first > 20000 ? Object.keys(sizes).map(Number) : null;
  if (known !== null) return known.some((line) => line >= first && line <= last) ? null : usual;
  for (let line = first + 1; line <= last; line += 1) if (sizeAt(line) !== sizeAt(first)) return null;
  return sizeAt(first);
}

function setSize(first: number, last: number, sizes: Record<number, number>, size: number, usual: number): void {
  for (let line = first; line <= last; line += 1) {
    if (size === usual) delete sizes[line];
    else sizes[line] = size;
  }
}

function sizeIn(value: unknown, largest: number): number {
  if (typeof value !== 'number' || !(value > 0) || value > largest) throw invalidArgument('size');
  return value;
}

function colorIn(value: unknown): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(String(value))) throw invalidArgument('color');
  return String(value).toUpperCase();
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(String(value));
  return value;
}

function oneOf(known: readonly string[], value: unknown): string {
  if (!known.includes(String(value))) throw invalidArgument(String(value));
  return String(value);
}
