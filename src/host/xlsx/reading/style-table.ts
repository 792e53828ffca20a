import type { XlsxLimits } from '../limits';
import { builtInFormat } from './number-formats';
import { scanBytes, withoutPrefix } from '../xml/xml-scanner';
import { isTrue } from '../xml/xml-text';

interface CellFormat {
  readonly numberFormat: string;
  isLocked: boolean;
  readonly hasQuotePrefix: boolean;
}

const DEFAULT_FORMAT: CellFormat = { numberFormat: 'General', isLocked: true, hasQuotePrefix: false };

/** What the cell formats of a workbook (`cellXfs`) say about content; looks are read by `readAppearance`. */
export class StyleTable {
  constructor(private readonly formats: readonly CellFormat[]) {}

  get count(): number {
    return this.formats.length;
  }

  numberFormatOf(style: number): string {
    return this.formatOf(style).numberFormat;
  }

  isLocked(style: number): boolean {
    return this.formatOf(style).isLocked;
  }

  hasQuotePrefix(style: number): boolean {
    return this.formatOf(style).hasQuotePrefix;
  }

  private formatOf(style: number): CellFormat {
    return this.formats[style] ?? DEFAULT_FORMAT;
  }
}

/** Reads styles.xml. */
export function readStyleTable(bytes: Uint8Array, part: string, limits: XlsxLimits): StyleTable {
  const codes = new Map<number, string>();
  const pending: { id: number; isLocked: boolean; hasQuotePrefix: boolean }[] = [];
  const path: string[] = [];
  scanBytes(
    bytes,
    part,
    limits,
    withoutPrefix({
      open(name, tag, isEmpty) {
        const isOfCells = path.includes('cellXfs');
        if (name === 'numFmt' && path.includes('numFmts')) {
          codes.set(Number(tag.rawAttribute('numFmtId')), tag.attribute('formatCode') ?? 'General');
        } else if (name === 'xf' && isOfCells) {
          const id = Number(tag.rawAttribute('numFmtId') ?? 0);
          pending.push({ id, isLocked: true, hasQuotePrefix: isTrue(tag.rawAttribute('quotePrefix')) });
        } else if (name === 'protection' && isOfCells && pending.length > 0) {
          pending[pending.length - 1].isLocked = isTrue(tag.rawAttribute('locked') ?? '1');
        }
        if (!isEmpty) path.push(name);
      },
      close(_name, start, end) {
        if (start !== end) path.pop();
      },
    }),
  );
  return new StyleTable(
    pending.map(({ id, isLocked, hasQuotePrefix }) => {
      const numberFormat = codes.get(id) || builtInFormat(id);
      return { numberFormat, isLocked, hasQuotePrefix };
    }),
  );
}
