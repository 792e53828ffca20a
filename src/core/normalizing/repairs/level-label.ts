import type { Form, FormCell } from '../../forms/form';
import { isIndicatorForm } from '../../forms/form';
import { isSatisfaction, parseLevel1, parseLevel2, type Level2, type LevelLabel } from '../../forms/indicator-levels';
import { oncePer } from '../../forms/once-per';
import type { RuleContext } from '../../rules/define-rule';
import { normalizeWidth } from '../../values/normalize-text';
import { defineFormRepair } from '../define-repair';
import { typedTextOf } from '../typed-text';
import { splitLevelLabel, type LabelPieces } from '../level-label-pieces';

type Level = 'level1' | 'level2';

interface Label extends LabelPieces {
  readonly cell: FormCell;
  readonly level: Level;
  readonly kind: string;
}

export default defineFormRepair({
  id: 'template/level-label',
  label: '统一一级、二级指标的写法',
  title: '一级、二级指标写作“产出指标”“*数量指标”，与模板和同表其他行一致',
  why: '写法不一的级别名称，系统导入和分类汇总时会被当成不同的类别。',
  basis: '填报惯例',
  example: { wrong: '* 数量', right: '*数量指标' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose(form, repair, context) {
    const labels = labelsOf(form);
    for (const label of labels) {
      const written = write(label, labels, form, context);
      if (written !== label.cell.text && readsAlike(label, written)) yield repair.write(label.cell, written);
    }
  },
});

/** The labels of known levels, each cell once. Those over several lines are laid out by the template. */
const labelsOf = oncePer((form: Form): readonly Label[] => {
  if (!isIndicatorForm(form)) return [];
  const labels = new Map<string, Label>();
  for (const { indicators, isSecret } of form.projects) {
    if (isSecret) continue;
    for (const { level1, level2, level1Kind, level2Kind } of indicators) {
      add(labels, 'level1', level1, level1Kind);
      add(labels, 'level2', level2, level2Kind);
    }
  }
  return Array.from(labels.values());
});

function add(labels: Map<string, Label>, level: Level, cell: FormCell, kind: string | null): void {
  const key = `${cell.address.row},${cell.address.column}`;
  const text = typedTextOf(cell);
  if (kind === null || text === null || labels.has(key) || /[\r\n]/.test(text.trim())) return;
  const pieces = splitLevelLabel(text);
  if (pieces !== null) labels.set(key, { cell, level, kind, ...pieces });
}

function write(label: Label, labels: readonly Label[], form: Form, context: RuleContext): string {
  const peers = labels.filter(({ level }) => level === label.level);
  const isSpread = peers.filter(({ isSpread: spread }) => spread).length * 2 > peers.length;
  const hasColons = peers.filter(({ colon }) => colon !== '').length * 2 > peers.length;
  const suffix = suffixFor(label, peers, form, context);
  // Spread to equal width by the template: nothing within the name is touched.
  if (isSpread) return label.cell.text.trim();
  const mark = keepsMark(label, peers, form) ? label.mark : label.mark.replace(/[^*★☆●○◆▲△※]/g, '');
  return `${mark}${label.code}${label.name}${suffix}${label.bracket}${label.endMark}${hasColons ? label.colon : ''}`;
}

/** Marks before second levels are form/level2-label-marker's, where it looks at them. Marks before all labels are bullets. */
function keepsMark({ mark, level, code }: Label, peers: readonly Label[], form: Form): boolean {
  if (mark === '' || code !== '' || (level === 'level2' && form.type !== 'coded-indicators')) return true;
  return peers.filter((other) => other.mark === mark).length * 2 > peers.length;
}

/** 指标 or nothing: as the profile, the other forms or the other labels of the level have it; else as it stands. */
function suffixFor(label: Label, peers: readonly Label[], form: Form, context: RuleContext): string {
  const { profile, workbookForms, once } = context;
  // The profile speaks of form P.
  if (profile.levelLabels === 'with-suffix' && form.type === 'project-target') return '指标';
  // Codes bring their labels along: 11-数量指标 stands beside 22-社会效益.
  if (form.type === 'coded-indicators' || label.code !== '') return label.suffix;
  const votes = once('writings of levels', () => countSuffixes(workbookForms.forms));
  const { having, lacking } = votes.get(voteKey(label, form)) || NO_VOTES;
  if (having >= 2 && having > lacking * 2) return '指标';
  if (lacking >= 2 && lacking > having * 2) return '';
  // Many templates print 满意度 without it beside 产出指标 and 效益指标: that proves nothing of the others.
  if (isAboutSatisfaction(label)) return label.suffix;
  const others = peers.filter(({ kind }) => kind !== label.kind);
  const withSuffix = kindsOf(others.filter(({ suffix }) => suffix !== ''));
  const without = kindsOf(others.filter((other) => other.suffix === '' && !isAboutSatisfaction(other)));
  if (withSuffix >= 2 && withSuffix >= without * 2) return '指标';
  return without >= 3 && without >= withSuffix * 2 ? '' : label.suffix;
}

function isAboutSatisfaction({ kind }: Label): boolean {
  return kind === 'satisfaction' || isSatisfaction(kind as Level2);
}

function kindsOf(labels: readonly Label[]): number {
  return new Set(labels.map(({ kind }) => kind)).size;
}

interface Votes {
  having: number;
  lacking: number;
}

const NO_VOTES: Votes = { having: 0, lacking: 0 };

/** How many forms of a type print a label with 指标, and how many without it. */
function countSuffixes(forms: readonly Form[]): ReadonlyMap<string, Votes> {
  const votes = new Map<string, Votes>();
  for (const form of forms) {
    const seen = new Set<string>();
    for (const label of labelsOf(form)) {
      const key = voteKey(label, form);
      if (seen.has(key + label.suffix)) continue;
      seen.add(key + label.suffix);
      const vote = votes.get(key) || { ...NO_VOTES };
      votes.set(key, vote);
      if (label.suffix === '') vote.lacking += 1;
      else vote.having += 1;
    }
  }
  return votes;
}

function voteKey({ level, name }: Label, form: Form): string {
  return JSON.stringify([form.type, level, normalizeWidth(name)]);
}

function readsAlike({ level, cell }: Label, written: string): boolean {
  const parse = (text: string): LevelLabel<string> => (level === 'level1' ? parseLevel1(text) : parseLevel2(text));
  const [before, after] = [parse(cell.text), parse(written)];
  return before.kind === after.kind && before.code === after.code;
}
