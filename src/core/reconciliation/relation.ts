import { addUpExactly, type AmountCell } from '../forms/budget/amount-cell';
import { judge, type Equation } from './equation';

/** So many breaks may be slips of the person who filled in the table. */
const FEW = 2;
/** So many lines that hold show that a relation is meant; broken ones must be so much rarer. */
const SHOWN = 4;

/**
 * One relation all over a table: how often it holds to the last digit, and its equations where it does not. Most hold, in large
 * tables hundreds of thousands: they are counted without making equations of them.
 */
export class Relation {
  private holding = 0;
  /** Of `holding`, those that add up more than zeros. */
  private telling = 0;
  private readonly open: Equation[] = [];

  /** @param make Called only where the amounts do not add up. Undefined: nothing is stated there. */
  add(total: AmountCell, terms: readonly AmountCell[], make: () => Equation | undefined): void {
    if (addUpExactly(total, terms)) {
      this.holding += 1;
      if (total.units !== 0) this.telling += 1;
      return;
    }
    const equation = make();
    if (equation) this.open.push(equation);
  }

  /** The equations that do not hold to the last digit. */
  get unheld(): readonly Equation[] {
    return this.open;
  }

  /**
   * The same, but none where more equations are broken than hold: then the relation was read into a table that is built
   * otherwise, and no number of it is wrong.
   */
  unheldIfPlausible(): readonly Equation[] {
    const broken = this.countBroken();
    return broken > FEW && broken * 2 > this.holding + this.open.length ? [] : this.open;
  }

  /** The same for a relation that only the numbers themselves can show: none where they do not. */
  unheldIfShown(): readonly Equation[] {
    const broken = this.countBroken();
    const holding = this.telling + this.open.length - broken;
    return holding >= SHOWN && broken * SHOWN <= holding ? this.open : [];
  }

  /** True where most of its equations that add up more than zeros hold. */
  isBorneOut(): boolean {
    const broken = this.countBroken();
    return (this.telling + this.open.length - broken) * 2 > this.telling + this.open.length;
  }

  private countBroken(): number {
    return this.open.filter((equation) => judge(equation).outcome === 'broken').length;
  }
}
