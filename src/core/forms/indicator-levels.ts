import { compactText } from '../values/normalize-text';

/** First-level indicator types. 成本 is a first level in 财预〔2021〕101号, a second level under 产出 elsewhere. */
export type Level1 = 'output' | 'benefit' | 'satisfaction' | 'cost' | 'process';

/** Second-level indicator types of the templates. */
export const LEVEL2_KINDS = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economicBenefit',
  'socialBenefit',
  'ecologicalBenefit',
  'sustainableImpact',
  'serviceSatisfaction',
  'otherSatisfaction',
  'economicCost',
  'socialCost',
  'ecologicalCost',
] as const;

export type Level2 = (typeof LEVEL2_KINDS)[number];

export interface LevelLabel<Kind> {
  readonly kind: Kind | null;
  /** Code before the name, e.g. "11" in "11-数量指标"; null when there is none. */
  readonly code: string | null;
  /** The name without code and marks, e.g. "数量指标". */
  readonly name: string;
  /** Marks before the name: "*" (required), "+" or others; "" when there are none. */
  readonly mark: string;
}

// 履职效能, 可持续发展能力 and 运行成本 of 整体支出 hold other types from office to office: they stay unknown.
const LEVEL1_NAMES: Readonly<Record<string, Level1>> = {
  产出: 'output',
  项目产出: 'output',
  效益: 'benefit',
  项目效益: 'benefit',
  效果: 'benefit',
  项目效果: 'benefit',
  社会效应: 'benefit',
  满意度: 'satisfaction',
  成本: 'cost',
  投入: 'process',
  过程: 'process',
  决策: 'process',
  管理: 'process',
  管理效率: 'process',
};

const LEVEL2_NAMES: Readonly<Record<string, Level2>> = {
  数量: 'quantity',
  产出数量: 'quantity',
  质量: 'quality',
  产出质量: 'quality',
  时效: 'timeliness',
  产出时效: 'timeliness',
  成本: 'cost',
  产出成本: 'cost',
  经济效益: 'economicBenefit',
  社会效益: 'socialBenefit',
  生态效益: 'ecologicalBenefit',
  环境效益: 'ecologicalBenefit',
  可持续影响: 'sustainableImpact',
  可持续发展: 'sustainableImpact',
  可持续效益: 'sustainableImpact',
  可持续性影响: 'sustainableImpact',
  可持续影响力: 'sustainableImpact',
  可持续发展影响: 'sustainableImpact',
  服务对象满意度: 'serviceSatisfaction',
  受益对象满意度: 'serviceSatisfaction',
  社会公众或服务对象满意度: 'serviceSatisfaction',
  满意度: 'serviceSatisfaction',
  其他满意度: 'otherSatisfaction',
  经济成本: 'economicCost',
  社会成本: 'socialCost',
  生态环境成本: 'ecologicalCost',
  生态成本: 'ecologicalCost',
};

/** Which first levels a second level may stand under (财预〔2021〕101号 and the templates before it). */
const PARENTS: Readonly<Record<Level2, readonly Level1[]>> = {
  quantity: ['output'],
  quality: ['output'],
  timeliness: ['output'],
  cost: ['output', 'cost'],
  economicBenefit: ['benefit'],
  socialBenefit: ['benefit'],
  ecologicalBenefit: ['benefit'],
  sustainableImpact: ['benefit'],
  // Several templates print 满意度 as the last row of 效益.
  serviceSatisfaction: ['satisfaction', 'benefit'],
  otherSatisfaction: ['satisfaction', 'benefit'],
  economicCost: ['cost', 'output'],
  socialCost: ['cost', 'output'],
  ecologicalCost: ['cost', 'output'],
};

/** Chinese name of a second level as messages print it. */
export const LEVEL2_TITLES: Readonly<Record<Level2, string>> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  economicBenefit: '经济效益指标',
  socialBenefit: '社会效益指标',
  ecologicalBenefit: '生态效益指标',
  sustainableImpact: '可持续影响指标',
  serviceSatisfaction: '服务对象满意度指标',
  otherSatisfaction: '其他满意度指标',
  economicCost: '经济成本指标',
  socialCost: '社会成本指标',
  ecologicalCost: '生态环境成本指标',
};

export const LEVEL1_TITLES: Readonly<Record<Level1, string>> = {
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  cost: '成本指标',
  process: '过程指标',
};

/** Reads a first-level label such as "产出", "*产出指标" or "1-产出指标". */
export function parseLevel1(text: string): LevelLabel<Level1> {
  return parseLabel(text, LEVEL1_NAMES);
}

/** Reads a second-level label such as "数量", "+数量指标" or "11-数量指标". */
export function parseLevel2(text: string): LevelLabel<Level2> {
  const label = parseLabel(text, LEVEL2_NAMES);
  // Whose satisfaction it is (群众满意度, 参训人员满意度) differs from template to template.
  const isSomeonesSatisfaction = label.kind === null && /^.{1,12}满意度(?:指标)?$/.test(label.name);
  return isSomeonesSatisfaction ? { ...label, kind: 'serviceSatisfaction' } : label;
}

/** True for a second-level label that is one of the usual writings, whatever marks and codes stand beside it. */
export function isUsualLevel2(text: string): boolean {
  return parseLabel(text, LEVEL2_NAMES).kind !== null;
}

export function isPossibleParent(level1: Level1, level2: Level2): boolean {
  return PARENTS[level2].indexOf(level1) >= 0;
}

export function isSatisfaction(level2: Level2 | null): boolean {
  return level2 === 'serviceSatisfaction' || level2 === 'otherSatisfaction';
}

export function isBenefit(level2: Level2 | null): boolean {
  return level2 !== null && PARENTS[level2][0] === 'benefit';
}

export function isCost(level2: Level2 | null): boolean {
  return level2 !== null && PARENTS[level2].indexOf('cost') >= 0;
}

function parseLabel<Kind>(text: string, names: Readonly<Record<string, Kind>>): LevelLabel<Kind> {
  const match = /^([*+★☆●○◆▲△※#&^!?~=\-]*)(?:([0-9]{1,3})[-—–_.、:\s]?(?=[^0-9]))?(.*)$/.exec(compactText(text));
  const mark = match ? match[1] : '';
  const code = match && match[2] !== undefined ? match[2] : null;
  const name = match ? match[3] : '';
  const bare = name
    .replace(/^(?:\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.])/, '')
    .replace(/[*+★☆:]+$/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/(?:类)?指标$/, '');
  const kind = Object.prototype.hasOwnProperty.call(names, bare) ? names[bare] : null;
  return { kind, code, name, mark };
}

/** True for a row of costs, whether 成本 is a first level or a second one. */
export function isCostLevel(level1: Level1 | null, level2: Level2 | null): boolean {
  const isSecond =
    level2 === 'cost' || level2 === 'economicCost' || level2 === 'socialCost' || level2 === 'ecologicalCost';
  return isSecond || (level1 === 'cost' && level2 === null);
}
