import { conceptTest, theLexicon } from './lexicon';
import type { Part, Reading } from './reading';
import type { MeasureKind } from './words/word-data';

/** Kinds that are counted in one way or another; what is counted (人员, 单位) is compared with the content. */
const COUNTS: readonly (MeasureKind | null)[] = ['count', 'people', 'bodies', 'households'];

const LIKENESS: readonly (readonly [MeasureKind, MeasureKind, number])[] = [
  ['count', 'times', 0.8],
  ['count', 'batches', 0.7],
  ['times', 'batches', 0.8],
  ['count', 'person-times', 0.7],
  ['people', 'person-times', 0.85],
  ['times', 'person-times', 0.6],
  ['times', 'people', 0.45],
  ['times', 'bodies', 0.45],
  ['times', 'households', 0.45],
  ['count', 'amount', 0.85],
  ['weight', 'amount', 0.85],
  ['count', 'area', 0.55],
  ['count', 'length', 0.55],
  ['count', 'weight', 0.6],
  ['count', 'money', 0.45],
  ['amount', 'money', 0.6],
  ['rate', 'state', 1],
  ['count', 'state', 0.75],
  ['times', 'state', 0.75],
  ['date', 'state', 0.7],
  ['date', 'duration', 0.75],
  ['date', 'rate', 0.75],
  ['duration', 'rate', 0.6],
  ['index', 'rate', 0.6],
  ['index', 'state', 0.7],
];
const ANY_COUNT = ['数', '数量', '个数', '总数', '数目', '总数量', '总个数', '项数'];
const OTHER_CLASSIFIER = 0.9;
const UNLIKE = 0.3;
/** A name without a word of measuring may mean any. */
const OPEN = 0.88;

/** 1 where both names ask for the same kind of number, less where one might stand for the other. */
export function measureLikeness(left: Reading, right: Reading): number {
  const { measure: from } = left;
  const { measure: to } = right;
  if (from === to)
    return from === 'count' && isOtherClassifier(left.measureText, right.measureText) ? OTHER_CLASSIFIER : 1;
  if (from === null || to === null) return OPEN;
  if (COUNTS.indexOf(from) >= 0 && COUNTS.indexOf(to) >= 0) return 1;
  const isOfEvents = (from === 'count' && to === 'times') || (from === 'times' && to === 'count');
  if (isOfEvents && endsInEvent(left.parts) && endsInEvent(right.parts)) return 1;
  const known = LIKENESS.filter(([one, other]) => (one === from && other === to) || (one === to && other === from));
  return known.length > 0 ? known[0][2] : UNLIKE;
}

/** 台数 and 份数 count other things; 数量 counts any. */
function isOtherClassifier(left: string, right: string): boolean {
  return left !== right && ANY_COUNT.indexOf(left) < 0 && ANY_COUNT.indexOf(right) < 0;
}

/** Events are counted in times: 活动数量, 活动次数. */
function endsInEvent(parts: readonly Part[]): boolean {
  return parts.length > 0 && parts[parts.length - 1].wordClass === 'event';
}

const ASPECTS_NEAR: readonly (readonly [string, number])[] = [
  ['合格 通过', 0.9],
  ['合格 优良 规范', 0.75],
  ['合格 准确 完好', 0.6],
  ['合格 完成', 0.55],
  ['通过 完成', 0.5],
  ['完好 正常', 0.75],
  ['正常 稳定 安全', 0.7],
  ['合规 规范', 0.8],
  ['准确 规范 真实 完整', 0.6],
  ['知晓 覆盖', 0.5],
  ['完成 到位 足额', 0.6],
  ['完成 覆盖', 0.5],
  ['完成 及时', 0.45],
  ['及时 到位 足额', 0.5],
  ['公开 公平', 0.6],
];
/** 发放率 leaves open what 发放完成率 says. */
const UNSAID = 0.72;
const OTHER_ASPECT = 0.25;

const isExamination = conceptTest(['验收', '检测', '考核', '抽查', '考试', '体检', '评审', '审核', '检查']);

let aspectLikenesses: Map<number, Map<number, number>> | null = null;

/** 1 where both names speak of the same quality of a deed (及时, 合格, 完成), less where one might stand for the other. */
export function aspectLikeness(left: Reading, right: Reading): number {
  const { aspects: from } = left;
  const { aspects: to } = right;
  if (from.join() === to.join()) return 1;
  if (from.length === 0 || to.length === 0) {
    const isShare = left.measure === 'rate' && right.measure === 'rate';
    return isShare || left.measure !== right.measure ? UNSAID : 0.8;
  }
  let sum = 0;
  for (const aspect of from) {
    let best = 0;
    for (const other of to) best = Math.max(best, aspect === other ? 1 : nearAspects(aspect, other, left, right));
    sum += best;
  }
  const share = sum / Math.max(from.length, to.length);
  return Math.max(OTHER_ASPECT, share);
}

function nearAspects(from: number, to: number, left: Reading, right: Reading): number {
  aspectLikenesses = aspectLikenesses || readAspects();
  const near = aspectLikenesses.get(from);
  const likeness = (near && near.get(to)) || 0;
  // What is examined passes when it is up to standard: 验收合格率 is 验收通过率.
  return likeness >= 0.9 && isExamined(left) && isExamined(right) ? 1 : likeness;
}

function isExamined({ parts }: Reading): boolean {
  return parts.some(({ concept }) => isExamination(concept));
}

function readAspects(): Map<number, Map<number, number>> {
  const { conceptOf } = theLexicon();
  const found = new Map<number, Map<number, number>>();
  for (const [line, likeness] of ASPECTS_NEAR) {
    const members = line.split(' ').map(conceptOf);
    for (const from of members) {
      const near = found.get(from) || new Map<number, number>();
      found.set(from, near);
      for (const to of members) if (to !== from && !near.has(to)) near.set(to, likeness);
    }
  }
  return found;
}
