import type { IndicatorCatalogue } from '../catalogue/indicator-catalogue';
import { isBlank, type Form, type FormCell, type Indicator } from '../forms/form';
import { parseLevel1, parseLevel2, type LevelLabel } from '../forms/indicator-levels';
import { oncePer } from '../forms/once-per';
import { hasLostDigits, readCodeCell, type WrittenCode } from '../values/indicator-code';
import { codedNameOf, codeTestOf } from './active-catalogue';
import { isCodedLabel } from './level-code';

/** A cell that holds a code, as it is written. */
export interface CodedCell {
  readonly cell: FormCell;
  /** `column`: in a column of codes, without a name. */
  readonly kind: 'name' | 'column' | 'level1' | 'level2';
  readonly code: string;
  readonly name: string;
  readonly isCanonical: boolean;
  /** True when only full-width forms keep it from being canonical. */
  readonly isWideOnly: boolean;
}

/** A number in a column of codes; `hidden` where it does not show its digits. */
export interface NumberCell {
  readonly cell: FormCell;
  readonly code: string;
  readonly flaw: WrittenCode['flaw'];
}

/** The cells of a form that hold codes, each once. */
export interface CodedCells {
  readonly names: readonly CodedCell[];
  readonly levels: readonly CodedCell[];
  readonly numbers: readonly NumberCell[];
  /** What is left in a column of codes of numbers whose digits are gone. */
  readonly lost: readonly FormCell[];
}

/** The coded cells of a form, with the codes of a catalogue known. */
export const codedCellsOf = (form: Form, catalogue: IndicatorCatalogue | null): CodedCells =>
  (catalogue === null ? withoutCatalogue : withCatalogue(catalogue))(form);

const cellsWith = (catalogue: IndicatorCatalogue | null): ((form: Form) => CodedCells) => {
  const isCode = catalogue === null ? undefined : codeTestOf(catalogue);
  return oncePer(({ projects }: Form): CodedCells => {
    const names = new Map<string, CodedCell>();
    const levels = new Map<string, CodedCell>();
    const numbers = new Map<string, NumberCell>();
    const lost = new Map<string, FormCell>();
    for (const { indicators } of projects) {
      for (const indicator of indicators) {
        const { level1, level2, code } = indicator;
        const number = code && typeof code.value === 'number' ? readCodeCell(code, isCode) : undefined;
        if (code && number) numbers.set(keyOf(code), { cell: code, ...number });
        else put(names, nameOf(indicator, catalogue));
        put(levels, levelOf(level1, 'level1', parseLevel1(level1.text)));
        put(levels, levelOf(level2, 'level2', parseLevel2(level2.text)));
        if (code && !isBlank(code) && typeof code.value !== 'number' && hasLostDigits(code.text))
          lost.set(keyOf(code), code);
      }
    }
    return { names: valuesOf(names), levels: valuesOf(levels), numbers: valuesOf(numbers), lost: valuesOf(lost) };
  });
};

const withoutCatalogue = cellsWith(null);
const withCatalogue = oncePer((catalogue: IndicatorCatalogue) => cellsWith(catalogue));

function nameOf(indicator: Indicator, catalogue: IndicatorCatalogue | null): CodedCell | undefined {
  const coded = codedNameOf(indicator, catalogue);
  if (coded === undefined) return undefined;
  return { ...coded, kind: coded.cell === indicator.code ? 'column' : 'name' };
}

function levelOf(cell: FormCell, kind: CodedCell['kind'], label: LevelLabel<string>): CodedCell | undefined {
  const { code, name, mark } = label;
  if (label.kind === null || code === null || mark !== '') return undefined;
  return { cell, kind, code, name, isCanonical: isCodedLabel(cell.text), isWideOnly: false };
}

function put(cells: Map<string, CodedCell>, coded: CodedCell | undefined): void {
  if (coded) cells.set(keyOf(coded.cell), coded);
}

function keyOf({ address }: FormCell): string {
  return `${address.row},${address.column}`;
}

function valuesOf<Value>(map: ReadonlyMap<string, Value>): readonly Value[] {
  return Array.from(map.values());
}
