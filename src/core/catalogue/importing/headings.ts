import { bareLabel } from '../../forms/head-labels';
import type { CatalogueColumn } from './catalogue-import';

/** What a heading says of its column. */
export interface Heading {
  /**
   * `attribute`: a kind, a direction or a level, to be told from what stands below (指标类型, 指标性质). `other`: known, and of
   * no use here (序号, 备注, 指标值).
   */
  readonly role: Exclude<CatalogueColumn, 'codedName'> | 'attribute' | 'other';
  /** True for the digits of a level: 一级指标编码. */
  readonly isLevelCode: boolean;
  /** True when the heading itself says of which level it is. */
  readonly hasLevel: boolean;
  /** How surely the column is the one, 0 first. */
  readonly rank: number;
}

const LONGEST = 40;

const WORDS: Readonly<Record<Exclude<Heading['role'], 'code' | 'name'>, readonly string[]>> = {
  level1: ['level1', '指标大类', '大类', '一级分类', '一级类别', '一级类型', '一级目录'],
  level2: ['level2', '指标小类', '小类', '二级分类', '二级类别', '二级类型', '二级目录'],
  unit: [
    '计量单位',
    '度量单位',
    '单位',
    '指标单位',
    '指标值单位',
    '计量单位名称',
    '计算单位',
    '数值单位',
    '值单位',
    'unit',
  ],
  kind: [
    '取值类型',
    '值类型',
    '数据类型',
    '指标值类型',
    '数值类型',
    '取值方式',
    '值域类型',
    '指标取值类型',
    '指标值性质',
    'kind',
  ],
  direction: [
    '指标方向',
    '方向',
    '正反向',
    '正逆向',
    '正负向',
    '指标正反向',
    '指标极性',
    '极性',
    '指标符号',
    '运算符号',
    '运算符',
    '比较符',
    '比较符号',
    '计算符号',
    '指标值符号',
    '指标趋向',
    '优劣方向',
    'direction',
  ],
  explanation: [
    '指标解释',
    '指标说明',
    '指标释义',
    '指标定义',
    '指标含义',
    '指标解释及说明',
    '指标解释说明',
    '指标内容解释',
    '指标描述',
    '解释',
    '说明',
    '释义',
    '定义',
    '含义',
    '解释说明',
    '评价要点',
    '考核要点',
    '计算方法',
    '计算公式',
    '指标计算方法',
    '指标计算公式',
    '统计口径',
    '指标口径',
    '口径',
    '填报说明',
    'explanation',
    'description',
  ],
  aliases: [
    '别名',
    '指标别名',
    '曾用名',
    '指标曾用名',
    '曾用名称',
    '原名',
    '原名称',
    '原指标名称',
    '同义词',
    '近义词',
    '同义名称',
    '又名',
    '别称',
    '简称',
    '指标简称',
    '其他名称',
    '其他写法',
    'alias',
    'aliases',
  ],
  year: [
    '年度',
    '年份',
    '启用年度',
    '启用年份',
    '入库年度',
    '入库年份',
    '适用年度',
    '生效年度',
    '起始年度',
    '开始年度',
    '首次使用年度',
    '版本',
    '版本年度',
    '指标版本',
    '库版本',
    '指标库版本',
    '预算年度',
    'year',
  ],
  source: [
    '来源',
    '指标来源',
    '出处',
    '指标出处',
    '设置依据',
    '设定依据',
    '指标依据',
    '文件依据',
    '政策依据',
    '依据',
    'source',
  ],
  attribute: [
    '指标类型',
    '指标类别',
    '指标分类',
    '指标性质',
    '指标属性',
    '类型',
    '类别',
    '分类',
    '性质',
    '属性',
    '定性定量',
    '定量定性',
  ],
  other: [
    '序号',
    '行号',
    '备注',
    '指标值',
    '目标值',
    '年度指标值',
    '年度目标值',
    '实施周期指标值',
    '分值',
    '权重',
    '指标权重',
    '指标分值',
    '评分标准',
    '评分规则',
    '数据来源',
    '指标数据来源',
    '适用范围',
    '适用对象',
    '适用领域',
    '行业',
    '领域',
    '行业领域',
    '行业类别',
    '状态',
    '是否启用',
    '是否有效',
    '是否必填',
    '项目名称',
    '项目编码',
    '项目代码',
    '单位名称',
    '单位编码',
    '部门名称',
    '部门编码',
    '主管部门',
    '预算单位',
    '更新时间',
    '创建时间',
    '修改时间',
    '绩效目标',
    '年度绩效目标',
    '总体目标',
    '年度目标',
  ],
};

const PLAIN = new Map<string, Heading>();
for (const role of Object.keys(WORDS) as (keyof typeof WORDS)[]) {
  WORDS[role].forEach((word, rank) =>
    PLAIN.set(word, { role, isLevelCode: false, hasLevel: /^level/.test(role), rank }),
  );
}

const LEVELS: readonly (readonly [RegExp, 1 | 2 | 3 | 4])[] = [
  [/第?(?:四|4|IV|末)级/, 4],
  [/第?(?:三|3|III)级|具体(?=指标)/, 3],
  [/第?(?:二|2|II)级/, 2],
  [/第?(?:一|1|I)级/, 1],
];
const LEVEL_WORDS = /第?(?:[一二三四1-4末]|I{1,3}|IV)级|具体(?=指标)/g;
const KEPT_OUT = /项目|单位|部门|资金|科目|预算|政策|行政区划|机构|人员|用户/;
const CODE = /^(?:编码|代码|编号|码|编码号|标识码|识别码|标识|code|id|CODE|ID)$/;
const NAME = /^(?:名称|名|内容|名字|name|NAME)$/;
const BOTH = /^(?:编码|代码|编号|code)(?:及|和|与|\/|\+|-|、|—)?(?:名称|名)$/;
const CLASS = /^(?:类型|类别|分类|维度|层级|层)$/;

/** What a heading means, read from its words alone; null for a text that is none. */
export function headingOf(text: string): Heading | null {
  if (text.length > LONGEST || /^[0-9.,%\s-]*$/.test(text)) return null;
  const label = bareLabel(text).replace(
    /^(?:标准|考核|评价|共性|个性|核心|通用|项目支出)+(?=指标|绩效指标|[一二三四]级)/,
    '',
  );
  if (label === '' || label.length > 16) return null;
  const [first] = label.split('/');
  const plain =
    PLAIN.get(label) || PLAIN.get(label.toLowerCase()) || PLAIN.get(first) || PLAIN.get(label.replace(/^绩效/, ''));
  if (plain !== undefined) return plain;
  return levelHeading(label);
}

function levelHeading(label: string): Heading | null {
  const level = LEVELS.find(([pattern]) => pattern.test(label));
  const rest = label.replace(LEVEL_WORDS, '').replace(/绩效|指标(?:体系|库|信息)?/g, '');
  const isOfIndicator = rest !== label;
  if (KEPT_OUT.test(rest)) return isOther(rest) ? OTHER : null;
  const role = level === undefined || level[1] > 2 ? null : level[1] === 1 ? 'level1' : 'level2';
  const hasLevel = level !== undefined;
  if (CODE.test(rest)) {
    if (role !== null) return { role, isLevelCode: true, hasLevel, rank: 0 };
    return { role: 'code', isLevelCode: false, hasLevel, rank: codeRank(rest, hasLevel, isOfIndicator) };
  }
  if (role !== null)
    return rest === '' || NAME.test(rest) || CLASS.test(rest) ? { role, isLevelCode: false, hasLevel, rank: 0 } : null;
  if (BOTH.test(rest)) return { role: 'name', isLevelCode: false, hasLevel, rank: 0 };
  if (NAME.test(rest) || (rest === '' && isOfIndicator)) {
    const rank = hasLevel
      ? level[1] === 4
        ? 0
        : 1
      : /名/.test(rest)
        ? isOfIndicator
          ? 2
          : 4
        : isOfIndicator && rest === ''
          ? 3
          : 5;
    return { role: 'name', isLevelCode: false, hasLevel, rank };
  }
  return null;
}

const OTHER: Heading = { role: 'other', isLevelCode: false, hasLevel: false, rank: 0 };

function isOther(rest: string): boolean {
  return /(?:编码|代码|编号|名称|类型|类别)$/.test(rest);
}

function codeRank(rest: string, hasLevel: boolean, isOfIndicator: boolean): number {
  return (hasLevel ? 0 : isOfIndicator ? 1 : 2) + (/编号|标识|id/i.test(rest) ? 3 : 0);
}

/** What the headings above one another say of their column, from top to bottom; null when nothing in them is known. */
export function headingOfPath(path: readonly string[]): Heading | null {
  if (path.length === 0) return null;
  const leaf = headingOf(path[path.length - 1]);
  const isPart = leaf !== null && (leaf.role === 'code' || leaf.role === 'name') && !leaf.hasLevel;
  if (leaf !== null && !isPart) return leaf;
  if (path.slice(0, -1).some((text) => KEPT_OUT.test(text) && !/指标/.test(text))) return OTHER;
  // 三级指标 over 编码 is 三级指标编码.
  for (let start = 0; start < path.length - 1; start += 1) {
    const joined = headingOf(path.slice(start).join(''));
    if (joined !== null && (leaf === null || joined.hasLevel)) return joined;
  }
  if (leaf !== null) return leaf;
  return headingOfPath(path.slice(0, -1));
}
