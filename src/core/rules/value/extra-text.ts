import { compactText } from '../../values/normalize-text';
import type { TargetValue } from '../../values/target-value';
import { defineRule } from '../define-rule';

/** Words before a number that belong to it: 约50人, 前3名, 每亩500元, 新增3家, 完成12场, 不低于低保标准的1.3倍. */
const BELONGS_TO_NUMBER =
  /^(?:约|近|大约|共|总计|合计|共计|总共|累计|全年|当年|本年|年度|每年|年均|月均|日均|人均|户均|亩均|平均|每.{1,4}|各.{0,4}|新增|净增|新建|新认定|增加|减少|完成|实现|达|(?:全[国省市区县州]|各[市区县])?(?:综合)?(?:排名|排位|名次)?(?:前|第)|为|单价|不超|提前|同比.{0,8}|环比.{0,8}|较.{1,12}|比.{1,12}|上浮|下浮|下调|上调|.{0,12}(?:压缩|压减|缩短|提速)|(?:不[低高少多大小]于|高于|低于|相当于|达到).{1,16}的)$/;

const SHARE_AND_PROSE = /^(?:[≥≤<>=]|不低于|不少于)?[0-9.]{1,8}%(?:及?以上|以下|以内)?([^0-9%≥≤,;()]{5,80})$/;

export default defineRule({
  id: 'value/extra-text',
  severity: 'info',
  title: '目标值只写数、单位和达标方向',
  why: '数字前后夹着说明文字，系统取不出数，也容易与指标名称说的不是一回事。',
  basis: '填报惯例',
  example: { wrong: '开展家庭教育讲座≥12场', right: '≥12场' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages: {
    before: '“{name}”的目标值“{value}”在数字前夹有文字“{text}”，请只写数和单位，说明写入指标名称或解释。',
    after: '“{name}”的目标值“{value}”在数字后夹有文字“{text}”，请只写数和单位，说明写入指标名称或解释。',
  },
  thresholds: {
    longestUnit: { value: 7, meaning: '单位连同所数之物（如“家会计师事务所”）至多几个字，更长的视为说明文字（字）' },
  },
  *check({ project }, problem, _context, { longestUnit }) {
    for (const { target, value, plainName } of project.indicators) {
      const values = { name: plainName, value: value.text.trim() };
      const before = textBefore(target);
      if (before !== '') yield problem('before', value, { ...values, text: before });
      else {
        const after = textAfter(target, longestUnit);
        if (after !== '') yield problem('after', value, { ...values, text: after });
      }
    }
  },
});

function textBefore(target: TargetValue): string {
  if (target.kind !== 'quantity' && target.kind !== 'percentage') return '';
  if (target.kind === 'percentage' && target.isGrowth) return '';
  const text = target.leadingText;
  return /[\u4e00-\u9fa5]{2}/.test(text) && !BELONGS_TO_NUMBER.test(text) ? text : '';
}

/** Notes in brackets and rates per something (元/人·月) say what the unit is. */
function textAfter(target: TargetValue, longestUnit: number): string {
  if (target.kind === 'unreadable') {
    const match = SHARE_AND_PROSE.exec(compactText(target.text));
    return match ? match[1] : '';
  }
  if (target.kind !== 'quantity' || /[/()每·]/.test(target.unit)) return '';
  return target.unit.length > longestUnit ? target.unit : '';
}
