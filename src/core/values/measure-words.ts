import { compactText } from './normalize-text';

/** What a word of measuring asks for. */
export type MeasureKind = 'share' | 'degree' | 'count' | 'amount';

/** The word of measuring a text closes with. */
export interface Measure {
  readonly kind: MeasureKind;
  /** "合格率", "满意度", "人数", "面积". */
  readonly word: string;
  /** What stands before the word: what is measured. */
  readonly stem: string;
}

/** Longer texts are no names. */
const LONGEST_NAME = 300;

const DEGREES =
  '满意|知晓|知名|美誉|认可|认同|舒适|参与|关注|信任|忠诚|支持|活跃|透明|精准|完好|整洁|规范|完整|达标|完成|吻合|契合|响应|曝光|贡献|集中|饱和|优良';
const SHARE = /[^效频汇速功倍概税利]率$|(?:分辨|保)率$|(?:比例|比重|占比|百分比|覆盖面)$/;
const DEGREE = new RegExp(`(?:${DEGREES})(?:程)?度$`);
const NO_COUNT = /(?:指|系|参|分|倍|基|级|函|对|因|少|多|半|无|奇|偶|整|复|负|正|次方)数$/;
const COUNT = /(?:数量|数目|个数|总数|人次|场次|批次|户次|家次|车次|班次|件次|台次|频次|数)$/;
const COUNT_WORD = /(?:数量|数目|[个总人次户家件份台套册篇天期场]数|[人场批户家车班件台频]次|数)$/;
const AMOUNT =
  /(?:面积|里程|长度|时长|金额|总额|产量|产值|收入|重量|容量|体积|总量|用量|水量|电量|流量|销量|存量|增量|数额|税额|交易额|成交额|销售额|投资额|营业额|进出口额|成本|单价|费用|造价|浓度|误差|指数|系数|得分|评分|名次|排名|等级|年限|期限|时限|时间|日期|天数|周期|进度|增幅|增速|降幅|涨幅|增长|下降|频率)$/;

/** The word of measuring at the end of a name (notes in brackets and closing marks aside); null where there is none. */
export function findMeasure(name: string): Measure | null {
  const core = withoutNotes(name);
  if (core.length > LONGEST_NAME) return null;
  if (SHARE.test(core)) return measureOf(core, 'share', /(?:.{2}率|比例|比重|百分比|占比|覆盖面)$/);
  if (DEGREE.test(core)) return measureOf(core, 'degree', DEGREE);
  if (!NO_COUNT.test(core) && COUNT.test(core)) return measureOf(core, 'count', COUNT_WORD);
  return AMOUNT.test(core) ? measureOf(core, 'amount', AMOUNT) : null;
}

function measureOf(core: string, kind: MeasureKind, pattern: RegExp): Measure {
  const match = pattern.exec(core);
  const word = match ? match[0] : core;
  return { kind, word, stem: core.slice(0, core.length - word.length) };
}

/** The name in half width, without blanks, closing marks and what stands in brackets. */
export function withoutNotes(name: string): string {
  const compact = compactText(name);
  const bare = compact.replace(/\([^()]{0,40}\)/g, '').replace(/[。.;,、:!]{1,6}$/, '');
  return bare === '' ? compact : bare;
}
