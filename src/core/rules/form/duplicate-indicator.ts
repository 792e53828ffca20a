import type { Indicator } from '../../forms/form';
import { areAlike, comparableName, type ComparableName } from '../../values/name-likeness';
import { compactText } from '../../values/normalize-text';
import { isSecretText } from '../../values/special-texts';
import { formatTargetValue } from '../../values/target-value';
import { isSameAddress } from '../../workbook/cell-address';
import { codedNameOf } from '../active-catalogue';
import { defineFormRule } from '../define-rule';
import { groupListings } from '../project-listings';
import { hasContent } from '../row-content';

interface Candidate {
  readonly indicator: Indicator;
  readonly code: string | null;
  readonly name: ComparableName;
  readonly target: string;
}

type Likeness = 'sameCode' | 'sameNameAndTarget' | 'sameName' | 'alike';

const STRONGEST_FIRST: readonly Likeness[] = ['sameCode', 'sameNameAndTarget', 'sameName', 'alike'];

export default defineFormRule({
  id: 'form/duplicate-indicator',
  severity: 'warning',
  title: '同一项目的三级指标不应重复',
  why: '重复的指标会被重复计分，也使另一项产出少了考核。',
  basis: '填报惯例',
  example: { wrong: '数量指标“培训人数”填写两行', right: '每项指标只填一行' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    sameCode: {
      severity: 'error',
      text: '三级指标编码“{code}”与第{row}行重复；请删去其中一行，或改用所要考核的指标的编码。',
    },
    sameNameAndTarget: {
      severity: 'error',
      text: '三级指标“{name}”与第{row}行的名称和指标值都相同；请删去重复的一行。',
    },
    sameName: '三级指标“{name}”与第{row}行同名；请合并为一行，或在名称中写明两者的区别。',
    alike: '三级指标“{name}”与第{row}行“{other}”说法相近；请确认是否同一指标，重复的请合并。',
  },
  *check(form, problem) {
    for (const listings of groupListings([form])) {
      const known: Candidate[] = [];
      for (const { project } of listings) {
        for (const indicator of project.indicators) {
          if (!hasContent(indicator.name) || isSecretText(indicator.name.text)) continue;
          const candidate = candidateOf(indicator);
          const found = findClosest(candidate, known);
          known.push(candidate);
          if (!found) continue;
          const row = found.other.indicator.row + 1;
          const name = indicator.name.text.trim();
          const values = { name, row, code: candidate.code || '', other: found.other.indicator.name.text.trim() };
          yield problem(found.likeness, indicator.name, values);
        }
      }
    }
  },
});

function candidateOf(indicator: Indicator): Candidate {
  const coded = codedNameOf(indicator, null);
  return {
    indicator,
    code: coded ? coded.code : null,
    name: comparableName(indicator.plainName),
    target: compactText(formatTargetValue(indicator.target)),
  };
}

/** The earlier row that is most like this one; the first of those equally like it. */
function findClosest(
  candidate: Candidate,
  known: readonly Candidate[],
): { readonly likeness: Likeness; readonly other: Candidate } | undefined {
  let closest: { likeness: Likeness; other: Candidate } | undefined;
  for (const other of known) {
    // One name merged over several rows, each with a target of its own.
    if (isSameAddress(candidate.indicator.name.address, other.indicator.name.address)) continue;
    const likeness = likenessOf(candidate, other);
    if (!likeness) continue;
    if (!closest || STRONGEST_FIRST.indexOf(likeness) < STRONGEST_FIRST.indexOf(closest.likeness)) {
      closest = { likeness, other };
    }
  }
  return closest;
}

function likenessOf(a: Candidate, b: Candidate): Likeness | null {
  if (a.code !== null && a.code === b.code) return 'sameCode';
  if (a.name.bare !== '' && a.name.bare === b.name.bare) {
    return a.target !== '' && a.target === b.target ? 'sameNameAndTarget' : 'sameName';
  }
  return areAlike(a.name, b.name) ? 'alike' : null;
}
