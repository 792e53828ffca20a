/** Units of counting and measuring, without money and time. Longer ones are tried first. */
const UNITS =
  '件套 台套 台件 剂次 针次 艘次 人份 人次 人天 人日 人月 课时 学时 学分 场次 批次 班次 户次 家次 台次 辆次 车次 件次 例次 架次 船次 床位 点位 平方公里 平方千米 平方米 平米 平方 立方米 立方 公里 千米 公顷 公斤 千克 千瓦时 千瓦 兆瓦 万字 车位 泊位 机位 席位 工位 岗位 支队 街道 社区 小区 乡镇 镇街 村居 行政村 自然村 门次 项次 处次 ㎡ m² m2 km GB TB MB MW ' +
  '人 名 位 个 项 件 宗 起 次 场 期 届 轮 批 班 户 家 间 处 座 栋 幢 套 台 辆 部 架 艘 盏 块 面 张 份 本 册 卷 篇 条 则 幅 支 只 头 匹 尾 株 棵 颗 粒 盒 瓶 箱 袋 包 桶 罐 根 组 对 门 节 课 例 床 点 站 所 校 园 村 镇 乡 亩 米 吨 斤 升 方 字 款 类 枚 把 副 顶 扇 孔 口 眼 片 段 层 格 筐 捆 车 船 队 单 笔 票 页 集 首 幕 档 样 羽 剂 针 盆 柜';

/** Words that begin like a unit and are none: 5部门, 3场馆, 2条例. */
const NO_UNITS: Readonly<Record<string, string>> = {
  部: '门委分署长队',
  场: '馆地所景',
  家: '庭长具电政',
  户: '籍外型均口',
  本: '科级市区级次报',
  条: '例款',
  所: '有属在',
  节: '能水约日省',
  期: '间限末刊工项程建',
  次: '日年',
  名: '录单称师医校列',
  座: '谈位椅',
  面: '积向临',
  门: '诊店户票',
  组: '织长成建',
  对: '口接象外比于',
  单: '位元价项',
  方: '面案式法便向',
  类: '型别似',
  项: '',
  点: '击评对',
  站: '点长',
  口: '径',
  口岸: '',
  位: '列居数',
  层: '次级面',
  字: '号',
  车: '间辆',
  队: '伍员',
  课: '题程',
  集: '群团聚中体约',
  票: '据房',
  床: '上',
  园: '区林',
  村: '民级庄居',
  校: '园长舍区服企',
  例: '如行',
  口径: '',
  页: '面岩',
  首: '次要付款笔期届先',
  款: '项式',
  档: '案次',
  套: '表餐路',
  样: '品本',
  段: '时落',
  支: '出付持撑部',
  组织: '',
};

const LONGEST_FIRST = UNITS.split(' ').sort((left, right) => right.length - left.length);
const UNIT = new RegExp(`^(?:${LONGEST_FIRST.join('|')})`);

/** The unit at the start of a text; "" when there is none. */
export function unitAt(text: string): string {
  const match = UNIT.exec(text);
  if (!match) return '';
  const unit = match[0];
  const next = text.charAt(unit.length);
  const isWord = next !== '' && (NO_UNITS[unit] || '').indexOf(next) >= 0;
  return isWord ? '' : unit;
}

/** Units written in several ways, by the writing that stands for all. */
const WRITINGS: Readonly<Record<string, string>> = {
  平米: '平方米',
  平方: '平方米',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  千米: '公里',
  km: '公里',
  平方千米: '平方公里',
  立方: '立方米',
  方: '立方米',
  千克: '公斤',
  批: '批次',
  班: '班次',
  场: '场次',
  学时: '课时',
  岗位: '岗位',
  幢: '栋',
  棵: '株',
  乡镇: '镇街',
  行政村: '村',
  床: '床位',
  张床位: '床位',
};

function bareUnit(unit: string): string {
  return Object.prototype.hasOwnProperty.call(WRITINGS, unit) ? WRITINGS[unit] : unit;
}

/** Units that measure an extent, where the other unit of a pair is never a writing of the same count. */
const EXTENTS = /^(?:平方米|平方公里|立方米|公里|公顷|亩|米|吨|公斤|斤|升|千瓦时?|兆瓦|GB|TB|MB|MW|课时|学分)$/;

const DIMENSIONS: readonly RegExp[] = [
  /^(?:米|公里)$/,
  /^(?:平方米|平方公里|亩|公顷)$/,
  /^(?:吨|公斤|斤)$/,
  /^(?:立方米|升)$/,
  /^(?:千瓦|兆瓦)$/,
  /^(?:MB|GB|TB)$/,
];

/** True where two units measure the same, so that one could be converted into the other: 公里 and 米. */
export function measureTheSame(left: string, right: string): boolean {
  return DIMENSIONS.some((dimension) => dimension.test(bareUnit(left)) && dimension.test(bareUnit(right)));
}

/** True for units of length, area, volume, weight and the like. */
export function isExtent(unit: string): boolean {
  return EXTENTS.test(bareUnit(unit));
}

/**
 * How two units go together: `same` (equal, or synonyms of the office), `open` (one of them is missing or 个, which counts anything),
 * `other` for units that count different things.
 */
export function unitAgreement(
  left: string,
  right: string,
  synonyms: readonly (readonly string[])[],
): 'same' | 'open' | 'other' {
  const [one, other] = [bareUnit(left), bareUnit(right)];
  if (one === other) return 'same';
  const isIn = (group: readonly string[], unit: string, bare: string): boolean =>
    group.some((member) => member === unit || bareUnit(member) === bare);
  if (synonyms.some((group) => isIn(group, left, one) && isIn(group, right, other))) return 'same';
  if (one === '%' || other === '%' || one === '元' || other === '元') return 'other';
  const isOpen = (unit: string): boolean => unit === '' || unit === '个';
  const counted = isOpen(one) ? other : one;
  if (!isOpen(one) && !isOpen(other)) return 'other';
  return EXTENTS.test(counted) || /.次$/.test(counted.replace(/^[场批班]次$/, '')) ? 'other' : 'open';
}

/** True for units such as 人 and 人次, of which one counts things and the other how often. */
export function areCountAndTimes(left: string, right: string, synonyms: readonly (readonly string[])[]): boolean {
  const base = (unit: string): string | null => {
    const match = /^([人家户台辆车件例名])次$/.exec(unit);
    return match ? match[1] : null;
  };
  const [leftBase, rightBase] = [base(left), base(right)];
  if ((leftBase === null) === (rightBase === null)) return false;
  if (unitAgreement(left, right, synonyms) === 'same') return false;
  const things = leftBase === null ? left : right;
  return (
    unitAgreement((leftBase === null ? rightBase : leftBase) as string, things, synonyms) === 'same' && things !== '个'
  );
}
