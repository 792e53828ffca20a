import {
  isPossibleParent,
  isUsualLevel2,
  parseLevel1,
  parseLevel2,
  type Level1,
  type Level2,
} from '../forms/indicator-levels';
import type { ColumnRole } from '../forms/column-labels';
import type { CarriedRow, CarriedText } from './carried-project';

const COSTS: readonly Level2[] = ['cost', 'economicCost', 'socialCost', 'ecologicalCost'];

/** The kind of rows that a row belongs to in a template which has these kinds; null where it has none for it. */
export function kindIn(row: Pick<CarriedRow, 'level1Kind' | 'level2Kind'>, known: readonly Level2[]): Level2 | null {
  const kind = row.level2Kind === null && row.level1Kind === 'cost' ? 'cost' : row.level2Kind;
  if (kind === null || known.indexOf(kind) >= 0) return kind;
  // 成本 stands for its kinds where a template does not tell them apart, and its first kind for it where one does.
  if (COSTS.indexOf(kind) < 0) return null;
  return (kind === 'cost' ? COSTS.slice(1) : COSTS.slice(0, 1)).find((other) => known.indexOf(other) >= 0) || null;
}

/** The first level under which a second level of this kind belongs. */
export function parentOf(kind: Level2 | null, level1: Level1 | null): Level1 | null {
  if (kind === null) return level1;
  if (level1 !== null && isPossibleParent(level1, kind)) return level1;
  const parents: readonly Level1[] = ['output', 'benefit', 'satisfaction', 'cost'];
  return parents.find((parent) => isPossibleParent(parent, kind)) || null;
}

/**
 * Of the level labels of a row those that the copy does not say, by what the copy prints: another kind of costs, a first level that does
 * not go with the second, whose satisfaction it is.
 */
export function unsaidLevels(
  row: CarriedRow,
  level1: string,
  level2: string,
): readonly (readonly [ColumnRole, CarriedText])[] {
  const unsaid: (readonly [ColumnRole, CarriedText])[] = [];
  const first = row.texts.get('level1');
  const second = row.texts.get('level2');
  if (second && !saysSame(second.text, level2)) unsaid.push(['level2', second]);
  if (first) {
    const { kind } = parseLevel1(first.text);
    const printed = parseLevel1(level1).kind;
    // A first level that goes with the second is said by it, wherever a template puts that.
    const goesWithSecond = kind !== null && row.level2Kind !== null && isPossibleParent(kind, row.level2Kind);
    const isSaid = kind === null ? first.text.trim() === level1.trim() : kind === printed || goesWithSecond;
    if (!isSaid) unsaid.push(['level1', first]);
  }
  return unsaid;
}

function saysSame(source: string, printed: string): boolean {
  const [from, to] = [parseLevel2(source), parseLevel2(printed)];
  if (from.kind === null) return from.name === to.name;
  return from.kind === to.kind && (isUsualLevel2(source) || from.name === to.name);
}
