import type { BorderLook, BorderStyle, CellLook, FontLook } from '../appearance';
import type { XlsxLimits } from '../limits';
import { scanBytes, withoutPrefix, type XmlHandler, type XmlTag } from '../xml/xml-scanner';
import { isTrue } from '../xml/xml-text';
import type { ColorTable } from './colors';
import type { StyleTable } from './style-table';

type Changeable<T> = { -readonly [Key in keyof T]: T[Key] };
type Side = 'top' | 'right' | 'bottom' | 'left';

const BORDER_STYLES: readonly BorderStyle[] = [
  'thin',
  'hair',
  'dotted',
  'dashed',
  'dashDot',
  'dashDotDot',
  'double',
  'medium',
  'mediumDashed',
  'mediumDashDot',
  'mediumDashDotDot',
  'slantDashDot',
  'thick',
];
const HORIZONTAL = [
  'general',
  'left',
  'center',
  'right',
  'fill',
  'justify',
  'centerContinuous',
  'distributed',
] as const;
const VERTICAL = ['top', 'center', 'bottom', 'justify', 'distributed'] as const;
const SIDES: Readonly<Record<string, Side>> = {
  top: 'top',
  right: 'right',
  end: 'right',
  bottom: 'bottom',
  left: 'left',
  start: 'left',
};

/** What cells wear when the file says nothing. */
export const PLAIN_FONT: FontLook = {
  name: '宋体',
  size: 11,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  color: null,
};

/** Reads children of a `font` or `rPr` element into a font. */
export function readFontProperty(font: Changeable<FontLook>, name: string, tag: XmlTag, colors: ColorTable): void {
  const value = tag.attribute('val');
  const isOn = isTrue(value ?? '1');
  if (name === 'name' || name === 'rFont') font.name = value ?? font.name;
  else if (name === 'sz') font.size = Number(value) > 0 ? Number(value) : font.size;
  else if (name === 'b') font.isBold = isOn;
  else if (name === 'i') font.isItalic = isOn;
  else if (name === 'strike') font.isStruck = isOn;
  else if (name === 'u') font.isUnderlined = value !== 'none';
  else if (name === 'color') font.color = colors.read(tag);
}

/** The word if it is one of the list, else the fallback. */
function oneOf<T extends string>(words: readonly T[], word: string | undefined, fallback: T): T {
  return words.find((candidate) => candidate === word) ?? fallback;
}

interface Format {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  horizontal: CellLook['horizontal'];
  vertical: CellLook['vertical'];
  wrapsText: boolean;
  indent: number;
  rotation: number;
}

/** Degrees as the file counts them: 0 to 90 up, 91 to 180 down, 255 stacked. */
function readRotation(value: string | undefined): number {
  const stated = Number(value ?? 0);
  if (!(stated > 0) || (stated > 180 && stated !== 255)) return 0;
  return stated > 90 && stated !== 255 ? 90 - stated : stated;
}

class LookReader implements XmlHandler {
  private readonly fonts: FontLook[] = [];
  private readonly fills: (string | null)[] = [];
  private readonly borders: CellLook['borders'][] = [];
  private readonly formats: Format[] = [];
  private readonly path: string[] = [];
  private font: Changeable<FontLook> = { ...PLAIN_FONT };
  private pattern = 'none';
  private foreground: string | null = null;
  private background: string | null = null;
  private border: Partial<Record<Side, BorderLook>> = {};
  private side: Side | undefined;

  constructor(private readonly colors: ColorTable) {}

  open(name: string, tag: XmlTag, isEmpty: boolean): void {
    const [, list, item] = this.path;
    if (list === 'fonts') this.openFont(name, tag);
    else if (list === 'fills') this.openFill(name, tag);
    else if (list === 'borders') this.openBorder(name, tag);
    else if (list === 'cellXfs' && name === 'xf') this.openFormat(tag);
    else if (list === 'cellXfs' && name === 'alignment' && item !== undefined) this.openAlignment(tag);
    if (!isEmpty) this.path.push(name);
  }

  close(name: string, start: number, end: number): void {
    if (start !== end) this.path.pop();
    const list = this.path[1];
    if (list === 'fonts' && name === 'font') this.fonts.push(this.font);
    else if (list === 'fills' && name === 'fill') this.fills.push(this.shownFill());
    else if (list === 'borders' && name === 'border') this.borders.push(this.border);
  }

  finish(styles: StyleTable): CellLook[] {
    const blank: Format = {
      font: 0,
      fill: 0,
      border: 0,
      horizontal: 'general',
      vertical: 'bottom',
      wrapsText: false,
      indent: 0,
      rotation: 0,
    };
    return (this.formats.length > 0 ? this.formats : [blank]).map((format, index) => ({
      font: this.fonts[format.font] ?? this.fonts[0] ?? PLAIN_FONT,
      fill: this.fills[format.fill] ?? null,
      horizontal: format.horizontal,
      vertical: format.vertical,
      wrapsText: format.wrapsText,
      indent: format.indent,
      rotation: format.rotation,
      numberFormat: styles.numberFormatOf(index),
      borders: this.borders[format.border] ?? {},
      isLocked: styles.isLocked(index),
    }));
  }

  private openFont(name: string, tag: XmlTag): void {
    if (name === 'font') this.font = { ...PLAIN_FONT };
    else readFontProperty(this.font, name, tag, this.colors);
  }

  private openFill(name: string, tag: XmlTag): void {
    if (name === 'fill') {
      this.pattern = 'none';
      this.foreground = null;
      this.background = null;
    } else if (name === 'patternFill') this.pattern = tag.rawAttribute('patternType') ?? 'none';
    else if (name === 'gradientFill') this.pattern = 'solid';
    else if (name === 'fgColor') this.foreground = this.colors.read(tag);
    else if (name === 'bgColor') this.background = this.colors.read(tag);
    // A gradient is shown by its first colour.
    else if (name === 'color') this.foreground = this.foreground ?? this.colors.read(tag);
  }

  /** Patterns other than solid are shown by the colour that lies below. */
  private shownFill(): string | null {
    if (this.pattern === 'none') return null;
    return this.pattern === 'solid' ? (this.foreground ?? this.background) : this.background;
  }

  private openBorder(name: string, tag: XmlTag): void {
    if (name === 'border') this.border = {};
    else if (name === 'color' && this.side !== undefined) {
      const drawn = this.border[this.side];
      if (drawn) this.border[this.side] = { ...drawn, color: this.colors.read(tag) ?? drawn.color };
    } else if (name !== 'color') {
      this.side = Object.keys(SIDES).includes(name) ? SIDES[name] : undefined;
      const style = BORDER_STYLES.find((candidate) => candidate === tag.rawAttribute('style'));
      if (this.side !== undefined && style !== undefined) this.border[this.side] = { style, color: '#000000' };
    }
  }

  private openFormat(tag: XmlTag): void {
    this.formats.push({
      font: Number(tag.rawAttribute('fontId') ?? 0),
      fill: Number(tag.rawAttribute('fillId') ?? 0),
      border: Number(tag.rawAttribute('borderId') ?? 0),
      horizontal: 'general',
      vertical: 'bottom',
      wrapsText: false,
      indent: 0,
      rotation: 0,
    });
  }

  private openAlignment(tag: XmlTag): void {
    const format = this.formats[this.formats.length - 1];
    format.horizontal = oneOf(HORIZONTAL, tag.rawAttribute('horizontal'), 'general');
    format.vertical = oneOf(VERTICAL, tag.rawAttribute('vertical'), 'bottom');
    format.wrapsText = isTrue(tag.rawAttribute('wrapText'));
    format.indent = Math.min(250, Math.max(0, Number(tag.rawAttribute('indent') ?? 0) || 0));
    format.rotation = readRotation(tag.rawAttribute('textRotation'));
  }
}

/** The workbook's own palette; it stands at the end of styles.xml, after the colours that refer to it. */
function readPalette(bytes: Uint8Array, part: string, limits: XlsxLimits): string[] {
  const palette: string[] = [];
  const handler: XmlHandler = {
    open(name, tag) {
      if (name === 'rgbColor') palette.push((tag.rawAttribute('rgb') ?? '').slice(-6).toUpperCase() || '000000');
    },
  };
  scanBytes(bytes, part, limits, withoutPrefix(handler));
  return palette;
}

/** Reads the looks of all cell formats of styles.xml, in their order. */
export function readLooks(
  bytes: Uint8Array,
  part: string,
  limits: XlsxLimits,
  colors: ColorTable,
  styles: StyleTable,
): CellLook[] {
  colors.setPalette(readPalette(bytes, part, limits));
  const reader = new LookReader(colors);
  scanBytes(bytes, part, limits, withoutPrefix(reader));
  return reader.finish(styles);
}

/** The looks of a workbook without styles.xml: one, the plain one. */
export function plainLooks(colors: ColorTable, styles: StyleTable): CellLook[] {
  return new LookReader(colors).finish(styles);
}
