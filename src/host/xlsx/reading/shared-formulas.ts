import { shiftFormula } from './formula-shift';
import type { XlsxLimits } from '../limits';
import type { StoredCell } from './stored-cell';
import { XlsxError } from '../xlsx-error';

interface Group {
  master: StoredCell | null;
  readonly followers: StoredCell[];
}

/** A formula that several cells share; `master` is missing in damaged files. */
export type SharedFormula = Readonly<Group>;

/** Formulas that a sheet writes out once and lets other cells share: the group's master has the text. */
export class SharedFormulas {
  private readonly groups: Group[] = [];
  private readonly current = new Map<string, Group>();

  constructor(private readonly limits: XlsxLimits) {}

  get all(): readonly SharedFormula[] {
    return this.groups;
  }

  /** True when a follower's master is missing; such a cell keeps its value, its formula is unknown (''). */
  get hasOrphans(): boolean {
    return this.groups.some((group) => group.master === null);
  }

  add(index: string, cell: StoredCell): void {
    const isMaster = cell.formula !== '';
    let group = this.current.get(index);
    // A second text under the same index stands for itself and for what follows it.
    if (!group || (isMaster && group.master !== null)) {
      group = { master: null, followers: [] };
      this.groups.push(group);
      this.current.set(index, group);
    }
    if (isMaster) group.master = cell;
    else group.followers.push(cell);
  }

  /** Gives every follower its own text. */
  expand(): void {
    let characters = 0;
    for (const { master, followers } of this.groups) {
      if (master === null || master.formula === null) continue;
      characters += master.formula.length * followers.length;
      if (characters > this.limits.maxFormulaCharacters) throw new XlsxError('too-big', { reason: 'shared formulas' });
      for (const cell of followers) {
        cell.formula = shiftFormula(master.formula, cell.row - master.row, cell.column - master.column);
      }
    }
  }

  /** Cells that get their text from this one; empty unless it is a master. */
  followersOf(row: number, column: number): readonly StoredCell[] {
    for (const { master, followers } of this.groups) {
      if (master !== null && master.row === row && master.column === column) return followers;
    }
    return [];
  }
}
