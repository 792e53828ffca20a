import type { ComparisonClause } from './comparison-clause';
import type { NumberMark } from './number-marks';

/** An amount stated for something: "2023年部门预算收入2,211万元". */
export interface StatedAmount {
  readonly mark: NumberMark;
  /** From the start of the clause to the amount, squeezed; without the words that open a list. */
  readonly label: string;
  /** Where the label begins in the squeezed text. */
  readonly start: number;
  /** The label is the last of several things that share the amount: "货物、服务采购50万元". */
  readonly isJoint: boolean;
  /** Which sentence of the text, and which clause of it. */
  readonly sentence: number;
  readonly clause: number;
  /** The sentence before, where it is no more than a name: "2.公务接待费。"; "" otherwise. */
  readonly lead: string;
  /** The year named last before the label, in this sentence or at the start of an earlier one; null where none is. */
  readonly yearBefore: number | null;
  /** The mark before the clause. */
  readonly separator: string;
  /** Follows 其中, 包括 or the like. */
  readonly isPart: boolean;
  /** The list it is a part of; null where the total of the list is not certain. */
  readonly list: PartList | null;
}

/** How surely the parts of a list are all there are. */
export type ListStrength =
  /** 包括, 分别为, 由…组成. */
  | 'complete'
  /** 其中. */
  | 'among'
  /** 主要包括, … 等. */
  | 'open';

/** A total and its parts. Filled while a sentence is read. */
export interface PartList {
  readonly total: StatedAmount;
  readonly strength: ListStrength;
  readonly parts: readonly StatedAmount[];
  /** Amounts behind the list that seem to begin another statement, though they may be parts. */
  readonly followers: readonly StatedAmount[];
  /** Words or numbers stand between that could change what belongs to the list. */
  readonly isUnclear: boolean;
  /** Ends with a full stop: nothing follows that could be a part. */
  readonly isClosed: boolean;
}

/** What a text says about an amount and an earlier year. */
export interface Comparison extends ComparisonClause {
  /** The amount that is compared; null where the clause names a subject of its own or none is near. */
  readonly value: StatedAmount | null;
  /** Other amounts that may be meant instead. */
  readonly others: readonly StatedAmount[];
  readonly sentence: number;
  /** Of the clause, in the squeezed text. */
  readonly start: number;
  readonly end: number;
}

/** What is said not to be: "无政府性基金预算支出". */
export interface StatedAbsence {
  /** What stands before 无: "本部门", a year, or words that make it another statement. */
  readonly subject: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Everything a paragraph says about money. */
export interface MoneyStatements {
  readonly amounts: readonly StatedAmount[];
  readonly lists: readonly PartList[];
  readonly comparisons: readonly Comparison[];
  readonly absences: readonly StatedAbsence[];
  /** The total behind which the text breaks off in "包括：", for parts in the paragraphs below; null without one. */
  readonly openTotal: { readonly total: StatedAmount; readonly strength: ListStrength } | null;
  /** A place of the squeezed text in the text as written. */
  offsetOf(place: number): number;
}
