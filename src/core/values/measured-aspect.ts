import { compactText } from './normalize-text';

/** What about its subject a text measures. */
export type Aspect =
  'count' | 'extent' | 'share' | 'quality' | 'time' | 'money' | 'satisfaction' | 'awareness' | 'incident';

const ASPECTS: readonly (readonly [Aspect, RegExp])[] = [
  ['satisfaction', /满意|认可度|好评/],
  ['awareness', /知晓|知名|美誉|影响力/],
  ['incident', /事故|投诉|故障|伤亡|差错|死亡|火灾/],
  [
    'time',
    /时间|时限|时长|时点|期限|日期|天数|用时|工期|及时|按时|按期|准时|如期|限期|逾期|时效|进度|年底|月底|[0-9一二三四五六七八九十]月|[0-9]天|工作日|小时/,
  ],
  ['quality', /合格|达标|准确|验收|完好|质量|规范|符合|正确|优良|标准率|通过率|成活率|水质|有效性/],
  [
    'money',
    /成本|费用|造价|单价|金额|经费|支出|预算|收入|产值|税收|[万亿]元|元\/|收益|利润|交易额|成交额|投资额|补贴标准/,
  ],
  ['extent', /面积|长度|里程|公里|平方|公顷|亩|吨|立方|距离|高度|产量|清运量|总量/],
  [
    'count',
    /数量|人数|次数|个数|件数|户数|家数|场次|人次|批次|期数|班次|总数|[^少参指系分倍函基正整复负分]数(?![据字控学码])|[0-9](?:[0-9.,]{0,12})?[百千万]?(?:[个名人次场家户件套台册份期批座处所项辆篇部组间盏眼]|人次)|多少/,
  ],
  ['share', /率|比例|比重|占比|覆盖面|百分比|[0-9]%/],
];

/** The aspects a text speaks of; none for statements of effect ("提升群众幸福感"). */
export function aspectsOf(text: string): ReadonlySet<Aspect> {
  const compact = compactText(text);
  const found = new Set<Aspect>();
  for (const [aspect, pattern] of ASPECTS) if (pattern.test(compact)) found.add(aspect);
  // A share says how something is counted; 合格率 is about quality, 及时率 about time.
  if (found.size > 1) found.delete('share');
  return found;
}

/** 1 where two texts measure an aspect in common, 0 where each measures another, 0.5 where one of them names none. */
export function aspectAgreement(left: ReadonlySet<Aspect>, right: ReadonlySet<Aspect>): number {
  if (left.size === 0 || right.size === 0) return 0.5;
  let isShared = false;
  left.forEach((aspect) => {
    if (right.has(aspect)) isShared = true;
  });
  return isShared ? 1 : 0;
}

const EXCLUSIVE: readonly Aspect[] = ['count', 'extent', 'time', 'quality', 'money'];

/** True when two texts measure things that exclude each other: 完成时间 and 是否合格. A share may be one of anything. */
export function isOtherMeasure(left: ReadonlySet<Aspect>, right: ReadonlySet<Aspect>): boolean {
  const areMeasured = [left, right].every((aspects) => EXCLUSIVE.some((aspect) => aspects.has(aspect)));
  return areMeasured && aspectAgreement(left, right) === 0;
}
