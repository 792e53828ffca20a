import type { MeasureKind } from './word-data';

/** Words that close a name and say what is asked for. */
export const MEASURE_WORDS: Readonly<Record<MeasureKind, string>> = {
  rate: '率 比率 比例 占比 比重 百分比 百分率',
  count:
    '数 数量 个数 总数 数目 总数量 总个数 件数 份数 册数 套数 台数 台套数 项数 篇数 本数 条数 处数 宗数 起数 张数 幅数 辆数 只数 头数 株数 棵数 盏数 座数 栋数 间数 块数 部数 种数 类数 根数 艘数 床数 支数 例数 卷数 箱数 对数',
  times: '次数 场次 场数 场次数 期数 班次 班次数 频次 频数 届数 轮次 轮数 次数量 期次 节数',
  batches: '批次 批数 批次数',
  people: '人数 总人数 人数量 人头数 名数',
  'person-times': '人次 人次数 总人次 人次数量',
  bodies: '家数 家数量',
  households: '户数 总户数 户数量',
  money: '额 金额 总额 总金额 数额 款额 额度 资金额',
  area: '面积 总面积 亩数 平方米数',
  length: '长度 总长度 里程 里程数 公里数 总里程 米数',
  weight: '重量 总重量 吨数 吨位',
  duration: '时长 天数 小时数 课时数 学时数 时数 总时长 耗时 用时',
  date: '时间 时限 期限 日期 时点 截止时间 截止日期 时间节点 完成期',
  amount: '量 总量',
  index: '指数 得分 分值 评分 分数 系数',
  state: '情况 状况 程度 结果',
};

/** Words of measuring that hold a word of content as well: "人数" counts 人员. */
export const MEASURED_THINGS: Readonly<Partial<Record<MeasureKind, string>>> = {
  people: '人员',
  'person-times': '人员',
  bodies: '单位',
  households: '户',
};
