import type { XlsxLimits } from '../limits';
import { scanBytes, type XmlTag } from '../xml/xml-scanner';
import { isTrue } from '../xml/xml-text';
import { localName } from './package-parts';

const STANDARD_PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 ' +
  '000000 FFFFFF';

/** Colours of the Office theme, for files without a theme part: lt1, dk1, lt2, dk2, accents, links. */
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72';

/** Position of each scheme colour under the number that cells use; light and dark are swapped against the file's order. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** Reads the twelve colours of a theme part. */
export function readThemeColors(bytes: Uint8Array, part: string, limits: XlsxLimits): string[] {
  const colors = OFFICE_THEME.split(' ');
  let slot = -1;
  scanBytes(bytes, part, limits, {
    open(name, tag) {
      const local = localName(name);
      if (THEME_ORDER.includes(local)) slot = THEME_ORDER.indexOf(local);
      const value =
        local === 'srgbClr' ? tag.attribute('val') : local === 'sysClr' ? tag.attribute('lastClr') : undefined;
      if (slot >= 0 && value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value)) colors[slot] = value.toUpperCase();
    },
    close(name) {
      if (THEME_ORDER.includes(localName(name))) slot = -1;
    },
  });
  return colors;
}

/** Lightens (above 0) or darkens a colour the way Excel does: by the lightness of its HSL form. */
export function tintColor(color: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const high = Math.max(...channels);
  const low = Math.min(...channels);
  const lightness = (high + low) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness + (1 - lightness) * tint;
  // Keeping hue and saturation means scaling the distance of each channel from the lightness.
  const reach = (value: number): number => 1 - Math.abs(2 * value - 1);
  const scale = reach(lightness) === 0 ? 0 : reach(target) / reach(lightness);
  return channels
    .map((channel) => Math.round(Math.min(1, Math.max(0, target + (channel - lightness) * scale)) * 255))
    .map((channel) => channel.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}

/** Turns the colour elements of a workbook into "#RRGGBB". */
export class ColorTable {
  private palette = STANDARD_PALETTE.split(' ');

  constructor(private readonly theme: readonly string[] = OFFICE_THEME.split(' ')) {}

  /** Sets the workbook's own palette, as far as it reaches. */
  setPalette(colors: readonly string[]): void {
    this.palette = this.palette.map((color, index) => colors[index] ?? color);
  }

  /** Null for automatic colours and for such as make no sense. */
  read(tag: XmlTag): string | null {
    if (isTrue(tag.rawAttribute('auto'))) return null;
    const base = this.baseOf(tag);
    if (base === undefined) return null;
    const tint = Number(tag.rawAttribute('tint') ?? 0);
    return `#${tint >= -1 && tint <= 1 && tint !== 0 ? tintColor(base, tint) : base}`;
  }

  private baseOf(tag: XmlTag): string | undefined {
    const rgb = tag.rawAttribute('rgb');
    // Eight digits start with the opacity, which Excel ignores.
    if (rgb !== undefined)
      return /^(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(rgb) ? rgb.slice(-6).toUpperCase() : undefined;
    const theme = tag.rawAttribute('theme');
    if (theme !== undefined) return this.theme[Number(theme)];
    const indexed = tag.rawAttribute('indexed');
    return indexed === undefined ? undefined : this.palette[Number(indexed)];
  }
}
