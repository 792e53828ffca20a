import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
} from '@univerjs/core';
import type { BorderLook, BorderStyle, CellLook, FontLook } from '../../host/xlsx/appearance';

const BORDER_STYLES: Record<BorderStyle, BorderStyleTypes> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

/** `general` and `fill` are left to the kind of value, as Excel does for the former. */
const HORIZONTAL: Record<CellLook['horizontal'], HorizontalAlign | undefined> = {
  general: undefined,
  fill: undefined,
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};

const VERTICAL: Record<CellLook['vertical'], VerticalAlign> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
  justify: VerticalAlign.MIDDLE,
  distributed: VerticalAlign.MIDDLE,
};

/**
 * The fonts of Chinese office files under their names on other systems, nearest first. Without them a machine that
 * lacks 宋体 shows it in a face without serifs, and digits in Times.
 */
const FONT_STACKS: Readonly<Record<string, string>> = {
  宋体: '宋体, SimSun, NSimSun, Songti SC, Noto Serif CJK SC, Source Han Serif SC, serif',
  新宋体: '新宋体, NSimSun, SimSun, Songti SC, Noto Serif CJK SC, serif',
  仿宋: '仿宋, FangSong, STFangsong, Noto Serif CJK SC, serif',
  仿宋_GB2312: '仿宋_GB2312, 仿宋, FangSong, STFangsong, Noto Serif CJK SC, serif',
  楷体: '楷体, KaiTi, STKaiti, Kaiti SC, Noto Serif CJK SC, serif',
  楷体_GB2312: '楷体_GB2312, 楷体, KaiTi, STKaiti, Kaiti SC, Noto Serif CJK SC, serif',
  黑体: '黑体, SimHei, Heiti SC, Noto Sans CJK SC, Source Han Sans SC, sans-serif',
  等线: '等线, DengXian, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif',
  微软雅黑: '微软雅黑, Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif',
};

/** Pixels of one indent step, and the padding every cell has. */
const INDENT_WIDTH = 9;
const CELL_PADDING = 2;

/** Excel's code for letters stacked on top of each other. */
const STACKED_LETTERS = 255;

/** The grid's style of a cell that looks like this in the file. */
export function styleOfLook(look: CellLook): IStyleData {
  const style: IStyleData = { ...styleOfFont(look.font), vt: VERTICAL[look.vertical] };
  const horizontal = HORIZONTAL[look.horizontal];
  if (horizontal !== undefined) style.ht = horizontal;
  if (look.fill !== null) style.bg = { rgb: look.fill };
  if (look.wrapsText) style.tb = WrapStrategy.WRAP;
  if (look.numberFormat !== 'General') style.n = { pattern: look.numberFormat };
  if (look.indent > 0) {
    const padding = CELL_PADDING + look.indent * INDENT_WIDTH;
    style.pd = look.horizontal === 'right' ? { r: padding } : { l: padding };
  }
  if (look.rotation === STACKED_LETTERS) style.tr = { a: 0, v: BooleanNumber.TRUE };
  else if (look.rotation !== 0) style.tr = { a: -look.rotation };
  const borders = styleOfBorders(look.borders);
  if (borders) style.bd = borders;
  return style;
}

/** The grid's style of one font; used for whole cells and for runs of rich text. */
export function styleOfFont(font: FontLook): IStyleData {
  const style: IStyleData = { ff: FONT_STACKS[font.name] ?? font.name, fs: font.size };
  if (font.isBold) style.bl = BooleanNumber.TRUE;
  if (font.isItalic) style.it = BooleanNumber.TRUE;
  if (font.isUnderlined) style.ul = { s: BooleanNumber.TRUE };
  if (font.isStruck) style.st = { s: BooleanNumber.TRUE };
  if (font.color !== null) style.cl = { rgb: font.color };
  return style;
}

function styleOfBorders(borders: CellLook['borders']): IBorderData | undefined {
  const data: IBorderData = {};
  if (borders.top) data.t = styleOfBorder(borders.top);
  if (borders.right) data.r = styleOfBorder(borders.right);
  if (borders.bottom) data.b = styleOfBorder(borders.bottom);
  if (borders.left) data.l = styleOfBorder(borders.left);
  return Object.keys(data).length > 0 ? data : undefined;
}

function styleOfBorder(border: BorderLook): IBorderStyleData {
  return { s: BORDER_STYLES[border.style], cl: { rgb: border.color } };
}
