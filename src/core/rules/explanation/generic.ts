import type { FormCell, Indicator } from '../../forms/form';
import { aspectAgreement, aspectsOf } from '../../values/measured-aspect';
import { bareText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { comparableText } from '../../values/text-similarity';
import { defineRule } from '../define-rule';
import { isGenericExplanation, subjectOf } from '../explanation-subject';

interface Explained {
  readonly indicator: Indicator;
  readonly cell: FormCell;
  readonly bare: string;
}

/** Shorter texts ("见附件") are no explanation that could be shared. */
const SHORTEST_SHARED = 4;
/** A formula or a definition of terms holds for every row it stands in. */
const FORMULA = /[÷×\/]|之比|比值|占.{1,30}(?:比|的百分)|公式/;

export default defineRule({
  id: 'explanation/generic',
  severity: 'info',
  title: '指标解释应说明这一项指标的口径',
  why: '放在哪一行都成立的解释等于没有解释，审核人不知道考核什么。',
  basis: '填报惯例',
  example: {
    wrong: '方便群众办事：考察社会效益',
    right: '方便群众办事：窗口平均等候时间较上年缩短的情况，以叫号系统记录为准',
  },
  forms: ['project-target'],
  yieldsTo: [
    { rule: 'explanation/repeats-name', within: 'cell' },
    { rule: 'explanation/unrelated', within: 'cell' },
  ],
  messages: {
    empty: '指标解释“{found}”没有说明“{name}”考核什么，换到哪一行都成立；请写明口径和计算方法。',
    shared: '指标解释“{found}”与第{rows}行的相同，名称却不同；请分别写明各项指标考核什么、怎么计算。',
  },
  *check({ project }, problem) {
    const groups = groupByText(project.indicators);
    for (const group of groups) {
      const shared = isShared(group) ? group : null;
      for (const { indicator, cell } of group) {
        const found = cell.text.trim();
        if (saysNothing(indicator, found)) yield problem('empty', cell, { found, name: indicator.plainName });
        else if (shared !== null && indicator === shared[0].indicator) {
          const rows = shared
            .slice(1)
            .map((other) => other.indicator.row + 1)
            .join('、');
          yield problem('shared', cell, { found, rows });
        }
      }
    }
  },
});

function groupByText(indicators: readonly Indicator[]): readonly (readonly Explained[])[] {
  const groups = new Map<string, Explained[]>();
  for (const indicator of indicators) {
    const { explanation: cell, plainName } = indicator;
    if (cell === null || isNotApplicable(plainName) || isSecretText(plainName) || plainName === '') continue;
    const bare = bareText(cell.text);
    if (bare === '' || isNotApplicable(cell.text) || isSecretText(cell.text)) continue;
    const group = groups.get(bare);
    if (group) group.push({ indicator, cell, bare });
    else groups.set(bare, [{ indicator, cell, bare }]);
  }
  return Array.from(groups.values());
}

/** 考察工作完成时间 goes with any row, but under 完成时间 it says what is meant. */
function saysNothing({ plainName }: Indicator, found: string): boolean {
  if (!isGenericExplanation(found)) return false;
  const isEcho =
    /影响|作用|贡献|效果|成效/.test(plainName) || pairsIn(found).some((pair) => pairsIn(plainName).indexOf(pair) >= 0);
  return !isEcho && aspectAgreement(aspectsOf(plainName), aspectsOf(found)) < 1;
}

function pairsIn(text: string): readonly string[] {
  return Array.from(comparableText(text).features).filter((feature) => feature.length > 1);
}

/** One text on rows that are about different things, and that it does not speak of by turns. */
function isShared(group: readonly Explained[]): boolean {
  const [{ bare, cell }] = group;
  const names = group.map(({ indicator }) => bareText(indicator.plainName));
  if (bare.length < SHORTEST_SHARED || names.every((name) => name === names[0])) return false;
  if (FORMULA.test(cell.text)) return false;
  const said = subjectOf(cell.text).features;
  const speaksOfAll = group.every(({ indicator }) => {
    const subject = Array.from(subjectOf(indicator.plainName).features);
    return (
      subject.length > 0 && subject.filter((feature) => said.has(feature)).length >= subject.length * SHARE_OF_SUBJECT
    );
  });
  return !speaksOfAll || !isSameMeasure(group);
}

const SHARE_OF_SUBJECT = 0.4;

function isSameMeasure(group: readonly Explained[]): boolean {
  const aspects = group.map(({ indicator }) => Array.from(aspectsOf(indicator.plainName)).sort().join());
  return aspects.every((aspect) => aspect === aspects[0]);
}
