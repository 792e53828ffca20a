import { parseLevel1, parseLevel2, type Level1, type Level2, type LevelLabel } from '../../forms/indicator-levels';
import { compactText } from '../../values/normalize-text';
import type { PlacedCell } from '../../workbook/workbook-snapshot';
import { isNoneWord } from './entry-words';
import type { ListedEntry, StatedLevel } from './listed-entry';
import { textOf } from './sheet-grid';

type Levels = Pick<ListedEntry, 'level1' | 'level2' | 'isWithoutLevel'>;

/**
 * The levels that hold for a row: written in it, above it for a whole group, in a row of their own, or in the name of the
 * sheet.
 */
export class LevelTrail {
  private level1: StatedLevel<Level1> | null;
  private level2: StatedLevel<Level2> | null;
  private isWithout1 = false;
  private isWithout2 = false;
  private readonly ofSheet: {
    readonly level1: StatedLevel<Level1> | null;
    readonly level2: StatedLevel<Level2> | null;
  };

  constructor(sheetName: string) {
    this.ofSheet = levelsInTitle(sheetName);
    this.level1 = this.ofSheet.level1;
    this.level2 = this.ofSheet.level2;
  }

  current(): Levels {
    return { level1: this.level1, level2: this.level2, isWithoutLevel: this.isWithout1 || this.isWithout2 };
  }

  /** Takes over the texts of a row's level cells; null: there is no such column. A blank cell goes on as the row above. */
  follow(text1: string | null, text2: string | null): void {
    if (text1 !== null && text1 !== '') {
      this.isWithout1 = isNoneWord(text1);
      const level1 = this.isWithout1 ? null : readLevel1(text1);
      if (!isSame(level1, this.level1)) this.level2 = this.ofSheet.level2;
      this.level1 = level1;
    }
    if (text2 !== null && text2 !== '') {
      this.isWithout2 = isNoneWord(text2);
      this.level2 = this.isWithout2 ? null : readLevel2(text2);
    }
  }

  /** True for a row that names a level and no indicator: "1 | 产出指标", "（一）数量指标". The levels are then its own. */
  takesAsLevel(
    cells: readonly PlacedCell[],
    codeCell: PlacedCell | undefined,
    nameCell: PlacedCell | undefined,
  ): boolean {
    const code = codeCell === undefined ? '' : compactText(textOf(codeCell));
    const text = textOf(nameCell) || (cells.length === 1 ? textOf(cells[0]) : '');
    const label = text === '' && !/^[0-9]+$/.test(code) ? code : text;
    const isAlone = code !== '' || cells.length === 1;
    if (label === '' || !isAlone || cells.length > 4 || !isLevelCode(code, label)) return false;
    const written = /^[0-9]{1,3}$/.test(code) ? `${code}-${label}` : label;
    const level1 = readLevel1(written);
    const level2 = readLevel2(written);
    const isSecond = level2.kind !== null && (level1.kind === null || this.isSecondLevel(label, level1, level2));
    if (isSecond) this.level2 = level2;
    else if (level1.kind !== null) {
      this.level1 = level1;
      this.level2 = level1.kind === 'satisfaction' ? { ...readLevel2(label), digits: null } : null;
    } else return false;
    return true;
  }

  /** 成本指标 and 满意度指标 are names of both levels. */
  private isSecondLevel(label: string, level1: StatedLevel<Level1>, { digits }: StatedLevel<Level2>): boolean {
    if (digits !== null) return digits.length > 1;
    if (SECOND_ORDINAL.test(label)) return true;
    const isUnderOutput = this.level1 !== null && this.level1.kind === 'output';
    return level1.kind === 'cost' && isUnderOutput && !FIRST_ORDINAL.test(label);
  }
}

/** One, two, three: ordinals of first levels; those of second ones stand in brackets. */
const FIRST_ORDINAL = /^[一二三四五六七八九十]{1,2}[、.．]/;
const SECOND_ORDINAL = /^[(（][一二三四五六七八九十]{1,2}[)）]/;

/** A level has few digits, or as many as an indicator with zeros behind: 110000000. */
function isLevelCode(code: string, label: string): boolean {
  if (code === '' || code === compactText(label)) return true;
  return /^[0-9]{1,3}$/.test(code) || /^(?:[0-9]{1,2}\.)?[0-9]{1,2}$/.test(code) || /^[1-9][0-9]?0{4,}$/.test(code);
}

/** Lists of 100 000 rows hold few labels, each of them many times. */
function remembering<Kind>(read: (text: string) => LevelLabel<Kind>): (text: string) => StatedLevel<Kind> {
  const known = new Map<string, StatedLevel<Kind>>();
  return (text) => {
    const former = known.get(text);
    if (former !== undefined) return former;
    const level = stated(text, read(text));
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, level);
    return level;
  };
}

const MOST_REMEMBERED = 500;
const readLevel1 = remembering(parseLevel1);
const readLevel2 = remembering(parseLevel2);

function stated<Kind>(text: string, { kind, code, name }: LevelLabel<Kind>): StatedLevel<Kind> {
  const compact = compactText(text);
  if (/^[0-9]{1,4}$/.test(compact)) return { kind: null, digits: compact, label: '' };
  return { kind, digits: code, label: name };
}

function isSame(one: StatedLevel<Level1> | null, other: StatedLevel<Level1> | null): boolean {
  if (one === null || other === null) return one === other;
  return one.kind === other.kind && one.digits === other.digits && one.label === other.label;
}

/** Sheets are often named after the level they hold: 数量指标, 产出-数量指标, 1-产出指标. */
function levelsInTitle(title: string): {
  readonly level1: StatedLevel<Level1> | null;
  readonly level2: StatedLevel<Level2> | null;
} {
  let level1: StatedLevel<Level1> | null = null;
  let level2: StatedLevel<Level2> | null = null;
  for (const part of [title].concat(title.split(/[-—–_·\s()（）]+/))) {
    const second = readLevel2(part);
    const first = readLevel1(part);
    if (level2 === null && second.kind !== null) level2 = second;
    if (level1 === null && first.kind !== null && second.kind === null) level1 = first;
  }
  return { level1, level2 };
}
