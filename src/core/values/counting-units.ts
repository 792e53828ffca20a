import { countedName, NO_PEOPLE } from './indicator-name';
import { compactText } from './normalize-text';

const PEOPLE = ['人', '名', '位'];
const VISITS = ['人次', '家次', '户次'];
const ORGANISATIONS = ['家', '户'];
const EVENTS = ['次', '场', '场次', '期', '届', '轮', '批次'];
const PAPERS = ['份', '册', '本', '篇'];
const DEVICES = ['台', '套', '部', '辆', '台套'];
const AREAS = ['平方米', '平方公里', '平米', '亩', '公顷', '㎡', 'm2'];
const LENGTHS = ['米', '公里', '千米', '延米', 'km'];
const MONEY = ['元'];
const TIMES = ['天', '个工作日', '工作日', '日', '个月', '月', '年', '小时', '分钟', '课时', '学时'];
const PIECES = ['个', '项', '件', '宗', '起', '条', '处', '座', '栋', '张', '块', '幅', '株', '吨'];

const ALL_UNITS: readonly string[] = ([] as string[])
  .concat(PEOPLE, VISITS, ORGANISATIONS, EVENTS, PAPERS, DEVICES, AREAS, LENGTHS, MONEY, TIMES, PIECES)
  .sort((a, b) => b.length - a.length);

/** What a name counts, as its last word says. */
export interface CountedKind {
  /** What is counted, for messages. */
  readonly title: string;
  /** The usual unit, also the one to look up in an office's groups of synonyms. */
  readonly unit: string;
  /** Units that contradict the name. Units in neither list are for a person to judge. */
  readonly contradicting: readonly string[];
}

interface NamePattern extends CountedKind {
  readonly name: RegExp;
}

const without = (...families: readonly (readonly string[])[]): readonly string[] =>
  ALL_UNITS.filter((unit) => families.every((family) => family.indexOf(unit) < 0));

const DEVICE_NAMES = '(?:设备|电脑|计算机|打印机|服务器|摄像机|摄像头|空调|车辆|公务车|垃圾车|救护车)';
const ORGANISATION_NAMES = '(?:企业|机构|单位|公司|商户|门店|商家|事务所|供应商|合作社|医院|药店)';
const RATES =
  /(?:合格|覆盖|完成|达标|及时|准确|参与|通过|知晓|办结|到位|发放|完好|利用|使用|就业|升学|签约|响应|修复|优良|入学|巩固|接种|检出|正确|规范)率$/;

/** The first that fits counts. */
const KINDS: readonly NamePattern[] = [
  {
    name: RATES,
    title: '比率',
    unit: '%',
    contradicting: without(TIMES, ['起', '吨']).concat('天', '小时', '个工作日', '个月'),
  },
  {
    name: /(?:家次|户次)(?:数|数量)?$/,
    title: '家次一类的次数',
    unit: '家次',
    contradicting: without(VISITS, EVENTS, PIECES),
  },
  {
    name: /(?:人次|件次)(?:数|数量)?$/,
    title: '人次一类的次数',
    unit: '人次',
    contradicting: without(VISITS, PEOPLE, ORGANISATIONS, EVENTS, PIECES),
  },
  {
    name: /(?:次数|频次|场次|场数)$/,
    title: '次数',
    unit: '次',
    contradicting: without(EVENTS, ['家次', '户次'], PIECES),
  },
  { name: /户数$/, title: '户数', unit: '户', contradicting: without(ORGANISATIONS, ['户次', '套'], PIECES) },
  {
    name: new RegExp(`(?:家数|${ORGANISATION_NAMES}(?:的)?(?:总)?(?:数|数量|个数))$`),
    title: '单位的家数',
    unit: '家',
    contradicting: without(ORGANISATIONS, ['批次'], PIECES),
  },
  {
    name: /(?:人数|(?:人|人员|员工|职工|学员|学生|教师|民警|辅警|专家|志愿者|护工|网格员|党员|干部)(?:的)?(?:总)?(?:数|数量))$/,
    title: '人数',
    unit: '人',
    contradicting: without(PEOPLE, ['人次', '批次', '株'], ['个', '起', '件', '年', '月']),
  },
  {
    name: /(?:项目|课题|工程|标段)(?:的)?(?:总)?(?:数|数量|个数)$/,
    title: '项目或课题的个数',
    unit: '个',
    contradicting: without(PIECES, PAPERS, EVENTS, DEVICES).concat('次'),
  },
  { name: /天数$/, title: '天数', unit: '天', contradicting: without(TIMES, PIECES) },
  {
    name: /(?:时长|小时数|课时数|学时数)$/,
    title: '时长',
    unit: '小时',
    contradicting: without(TIMES, PIECES, EVENTS),
  },
  { name: /面积$/, title: '面积', unit: '平方米', contradicting: without(AREAS) },
  { name: /(?:长度|里程|公里数)$/, title: '长度', unit: '公里', contradicting: without(LENGTHS) },
  {
    name: /(?:金额|投资额|贷款额|交易额|销售额|成交额|营业额|补贴额|融资额|消费额|产值|税额)$/,
    title: '金额',
    unit: '元',
    contradicting: without(MONEY),
  },
  {
    name: /(?:份数|册数|本数|篇数)$/,
    title: '份数',
    unit: '份',
    contradicting: without(PAPERS, PIECES, DEVICES, ['期']),
  },
  {
    name: new RegExp(`(?:台数|套数|辆数|${DEVICE_NAMES}(?:数|数量|台数))$`),
    title: '台数或套数',
    unit: '台',
    contradicting: without(DEVICES, PIECES, ['批次', '期', '份']),
  },
  {
    name: /^(?!.{0,40}(?:成本|支出|经费|时间|时限|期限|周期|进度|质量|效果)$)(?:[^0-9]{0,12})(?:印制|印刷|编印)[^0-9率费额价]{1,20}$/,
    title: '印制品的份数',
    unit: '份',
    contradicting: ['次', '人次', '家次', '人', '名', '家', '户', '场', '场次', '元'].concat(AREAS, LENGTHS, [
      '天',
      '小时',
    ]),
  },
];

/** What a name counts, null where it does not say so beyond doubt. */
export function findCountedKind(name: string): CountedKind | null {
  const core = countedName(name);
  return NO_PEOPLE.test(core) ? null : KINDS.find((kind) => kind.name.test(core)) || null;
}

/** Words that begin like a unit and are another or none: 300台次, 200人份, 5部门, 100家庭. */
const NO_UNITS =
  /^(?:[台车辆件班亩床架项份点套]次|人份|人天|人日|人月|台班|部门|部委|部分|名额|名次|名牌|场馆|场所|场地|场景|家庭|家园|人才|人群|项目|条线|条例|期刊|台账|套餐|户籍|户型|位次|本地|本土|处室|处级|张贴|件套|座谈|起步|年级|月份|日志|日报|元素|亩产|米级|次生)/;

/** The unit at the head of what follows a number: 家 of 家事务所, 次 of 次/年; null when it begins with no known unit. */
export function headUnit(unit: string): string | null {
  const text = compactText(unit);
  if (NO_UNITS.test(text)) return null;
  return ALL_UNITS.find((known) => text.lastIndexOf(known, 0) === 0) || null;
}

/** The first counted thing a name holds: 6060 and 家 of "走访6060家企业"; null when it holds none. */
export function findCountIn(name: string): { readonly number: string; readonly unit: string } | null {
  const match = /(^|[^0-9.,])([0-9]{1,9})(人次|家次|户次|[人名家户场次期])/.exec(compactText(name));
  return match ? { number: String(Number(match[2])), unit: match[3] } : null;
}

const FAMILIES: readonly (readonly string[])[] = [PEOPLE, ORGANISATIONS, EVENTS, ['人次'], ['家次', '户次']];

/** True for two units that count different things: 家 and 家次, 人 and 场. Unknown units differ in nothing. */
export function countDifferentThings(left: string, right: string): boolean {
  const family = (unit: string): number => FAMILIES.findIndex((units) => units.indexOf(unit) >= 0);
  const [a, b] = [family(left), family(right)];
  return a >= 0 && b >= 0 && a !== b;
}
