import type { Indicator } from '../../forms/form';
import { isSatisfaction } from '../../forms/indicator-levels';
import { isIncidentName, isRateName, isTimeName, isUnboundedRateName, measuredName } from '../../values/indicator-name';
import { compactText } from '../../values/normalize-text';
import { defineRule, type Problem, type ProblemMaker } from '../define-rule';

const messages = {
  rateWithTime: '“{name}”是比率，目标值“{value}”却是时间；请填百分比，或把名称改为时间类指标。',
  timeWithRate: '“{name}”是时间，目标值“{value}”却是百分比；请填日期或时长，或把名称改为“…及时率”。',
  satisfaction: '“{name}”属于满意度指标，目标值“{value}”不是百分比；请填如“≥90%”的百分比。',
  quantity: '“{name}”属于数量指标，目标值“{value}”没有数量；请填如“≥10场”的数量和单位。',
  timeliness: '“{name}”属于时效指标，目标值“{value}”既不是日期、时长，也不是及时率；请填完成时间或及时率。',
  growth: '“{name}”是现状比率，目标值“{value}”却是增长幅度；请填要达到的百分比，或把名称改为“…增长率”。',
} as const;

export default defineRule({
  id: 'value/kind-mismatch',
  severity: 'error',
  title: '目标值的种类应与指标名称和类型相符',
  why: '名称问的是比率、答的是日期，这一行年终无法评分。',
  basis: '《中央部门预算绩效目标管理办法》（财预〔2015〕88号）关于绩效指标应与目标相符、可衡量的要求',
  example: { wrong: '维修完成率：2025年12月31日', right: '维修完成率：100%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [{ rule: 'form/row-incomplete', within: 'row' }],
  messages,
  *check({ project }, problem) {
    for (const indicator of project.indicators) {
      const found = findMismatch(indicator, problem);
      if (found) yield found;
    }
  },
});

function findMismatch(indicator: Indicator, problem: ProblemMaker<typeof messages>): Problem | undefined {
  const { target, value, plainName, level2Kind } = indicator;
  const values = { name: plainName, value: value.text.trim() };
  // 指标性质“定性”: the target is a set of grades (优良中差) by the template's own choice.
  if (plainName === '' || (indicator.nature && /定性/.test(indicator.nature.text))) return undefined;
  const isRate = isRateName(plainName);
  if (isRate && (target.kind === 'date' || target.kind === 'schedule')) return problem('rateWithTime', value, values);
  if (target.kind === 'percentage') {
    // A time can be cut by a share (法定时限压缩50%), and cutting a rate is what an office wants of 发案率.
    const isCut = /下降|递减|降低|减少|压缩|压减|缩短|提速/.test(target.leadingText);
    if (isTimeName(plainName) && !target.isGrowth && !isCut) return problem('timeWithRate', value, values);
    const isRise = target.isGrowth && !isCut;
    // Percentage points say from where to where; a growth in per cent of a rate does not.
    const isVague = isRise && target.unit === '%';
    if (isRate && isVague && !isUnboundedRateName(plainName)) return problem('growth', value, values);
  }
  if (isSatisfaction(level2Kind) && isNoSatisfactionValue(indicator)) return problem('satisfaction', value, values);
  if (level2Kind === 'quantity' && isNoQuantity(indicator)) return problem('quantity', value, values);
  if (level2Kind === 'timeliness' && isNoTime(indicator)) return problem('timeliness', value, values);
  return undefined;
}

function isNoSatisfactionValue({ target, plainName }: Indicator): boolean {
  switch (target.kind) {
    case 'date':
    case 'schedule':
    case 'duration':
    case 'yes-no':
      return true;
    case 'quantity':
      // Scores (90分) are percentages in other words; rows such as 有效投诉 ≤3件 count something.
      return /满意/.test(plainName) && target.leadingText === '' && !/^[分星]/.test(target.unit);
    case 'qualitative':
      if (isIncidentName(plainName)) return !/无|零|没有/.test(target.text);
      if (/满意[度率]$/.test(measuredName(plainName))) return !/上年|去年|往年|同期|持平/.test(target.text);
      return !/满意|优|良|好|高|认可/.test(target.text);
    default:
      return false;
  }
}

function isNoQuantity({ target }: Indicator): boolean {
  if (target.kind === 'date' || target.kind === 'yes-no') return true;
  if (target.kind !== 'qualitative') return false;
  // Numbers in words (一批, 若干次) and amounts left open on purpose (据实, 全部) are for a person to judge.
  return !/[一二三四五六七八九十百千万亿两几若多半双]|全|每|各|实际|据实|按需|所有|应.{1,2}尽.|上年|去年|往年|同期|数$/.test(
    target.text,
  );
}

function isNoTime({ target, plainName }: Indicator): boolean {
  const name = compactText(plainName);
  if (target.kind === 'yes-no') return !/时|期|年|月|日/.test(name);
  if (target.kind === 'quantity') {
    return (
      target.leadingText === '' &&
      target.unit !== '' &&
      !/时|期|频|次|天|日|年|月|季|周|进度|速度|分/.test(name + target.unit)
    );
  }
  if (target.kind !== 'qualitative' || /计划|进度|节点|工期|及时|按时|按期|准时|时效/.test(name)) return false;
  return !/时|期|年|月|季|周|日|天|旬|前|后|及|即|随|快|按|当|准|进度|计划|节点|限|提前|同步|常态|常年|经常|持续|不断|约定|合同/.test(
    target.text,
  );
}
