import { isSpareTemplate } from '../../forms/blank-fields';
import type { Form, Indicator } from '../../forms/form';
import { isBenefit, isCost, type Level1, type Level2 } from '../../forms/indicator-levels';
import { defineFormRule, unchecked, type RuleContext } from '../define-rule';
import { groupListings, placeOfProject } from '../project-listings';
import { isBlankRow, isFilledRow, isRequiredRow } from '../row-content';
import { findRemovedLevel2 } from '../template-rows';

interface NeededType {
  readonly title: string;
  readonly level1: Level1;
  /** Types any of which will do. */
  readonly includes: (type: Level2 | null) => boolean;
}

const QUANTITY: NeededType = { title: '数量指标', level1: 'output', includes: (type) => type === 'quantity' };
const BENEFIT: NeededType = { title: '效益指标', level1: 'benefit', includes: isBenefit };
const SATISFACTION: NeededType = {
  title: '服务对象满意度指标',
  level1: 'satisfaction',
  includes: (type) => type === 'serviceSatisfaction',
};
const COST: NeededType = { title: '成本指标', level1: 'cost', includes: isCost };

export default defineFormRule({
  id: 'form/type-missing',
  severity: 'warning',
  title: '每个项目应有数量、效益、服务对象满意度指标',
  why: '缺少其中一类，项目的产出、效果或服务对象的评价就无从考核。',
  basis: '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
  example: { wrong: '项目只有质量、时效指标', right: '项目另有数量指标、社会效益指标和服务对象满意度指标' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    missing: '{owner}“{name}”没有填写{types}；请补充。',
    costMissing: { severity: 'info', text: '{owner}“{name}”没有填写成本指标；有成本控制要求的请补充。' },
    nothing: '{owner}“{name}”的指标表没有填写任何指标；请填写。',
  },
  *check(form, problem, context) {
    for (const listings of groupListings([form])) {
      const { project } = listings[0];
      const place = placeOfProject(project, form);
      const rows = listings.reduce<Indicator[]>((all, listing) => all.concat(listing.project.indicators), []);
      if (listings.some((listing) => listing.project.isSecret)) {
        yield unchecked(`项目“${project.name}”涉密，未检查内容。`);
        continue;
      }
      if (place === null || rows.length === 0) continue;
      const values = { owner: form.type === 'overall-target' ? '部门' : '项目', name: project.name };
      if (!rows.some(isFilledRow)) {
        if (!isSpareTemplate(project, context)) yield problem('nothing', place, values);
        continue;
      }
      const missing = [QUANTITY, BENEFIT, SATISFACTION].filter((type) => isMissing(type, rows, form, context));
      const isCostMissing = isMissing(COST, rows, form, context);
      if (missing.length > 0) {
        const types = [...missing, ...(isCostMissing ? [COST] : [])].map(({ title }) => title).join('、');
        yield problem('missing', place, { ...values, types }, { expected: `补充${types}` });
      } else if (isCostMissing) yield problem('costMissing', place, values);
    }
  },
});

function isMissing(type: NeededType, rows: readonly Indicator[], form: Form, context: RuleContext): boolean {
  if (rows.filter(isFilledRow).some((row) => mayBe(type, row))) return false;
  const own = rows.filter(({ level2Kind }) => type.includes(level2Kind));
  // form/required-row-empty, form/level2-row-missing and, for 成本, form/blank-row-unmarked speak about these.
  if (form.type === 'coded-indicators') return true;
  if (own.some(isRequiredRow) || (type === COST && own.some(isBlankRow))) return false;
  return own.length > 0 || !findRemovedLevel2(form, context).some(type.includes);
}

/** True for a row of the type, and for one whose label this program does not know but which may be of it. */
function mayBe(type: NeededType, { level1Kind, level2Kind }: Indicator): boolean {
  if (type.includes(level2Kind) || (type === COST && level1Kind === 'cost')) return true;
  if (level2Kind !== null) return false;
  return level1Kind === null || level1Kind === type.level1 || (type === COST && level1Kind === 'output');
}
