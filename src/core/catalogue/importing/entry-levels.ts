import type { Level1, Level2 } from '../../forms/indicator-levels';
import type { CatalogueEntry, CodeScheme } from '../catalogue-file';
import type { CodeParts } from '../code-scheme';
import type { ListedEntry } from './listed-entry';

/** First levels of the second levels that stand under one only, whatever the template. */
const ONLY_PARENTS: Readonly<Partial<Record<Level2, Level1>>> = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  economicBenefit: 'benefit',
  socialBenefit: 'benefit',
  ecologicalBenefit: 'benefit',
  sustainableImpact: 'benefit',
};

/** The levels of an entry: after its code, else as the list states them, else as far as they follow from one another. */
export function resolveLevels(
  { level1, level2, isWithoutLevel }: ListedEntry,
  parts: CodeParts | null,
  scheme: CodeScheme | null,
): Pick<CatalogueEntry, 'level1' | 'level2'> {
  const stated1 = level1 && (level1.kind || kindOfDigits(level1.digits, scheme && scheme.level1));
  const stated2 = level2 && (level2.kind || kindOfDigits(level2.digits, scheme && scheme.level2));
  const isSatisfaction = !isWithoutLevel && level2 === null && stated1 === 'satisfaction';
  const found2 = (parts && parts.level2) || stated2 || (isSatisfaction ? 'serviceSatisfaction' : null);
  const only = isWithoutLevel || level1 !== null || found2 === null ? null : ONLY_PARENTS[found2] || null;
  return { level1: (parts && parts.level1) || stated1 || only, level2: found2 };
}

function kindOfDigits<Kind>(digits: string | null, kinds: Readonly<Record<string, Kind>> | null): Kind | null {
  return (digits !== null && kinds !== null && kinds[digits]) || null;
}
