import type { PaneAction } from '../../../src/pane/state/actions';
import { defineRule, unchecked, type Rule } from '../../../src/core/rules/define-rule';
import { headingOf } from '../../../src/pane/state/form-heading';
import { selectGroups } from '../../../src/pane/state/finding-groups';
import { selectNotChecked } from '../../../src/pane/state/not-checked';
import { reducePane } from '../../../src/pane/state/reducer';
import type { PaneState } from '../../../src/pane/state/pane-state';
import { selectItems, selectRuleChoices, selectScreen, selectSeverityCounts } from '../../../src/pane/state/selectors';
import { cleanRows, codedTable, CLEAN_CODED_ROWS, projectTarget, sheetOf } from '../../support/build-form';
import { sampleResources, sampleSheets } from '../../session/sample-review';
import { openSample, type SampleOptions } from '../open-sample';

async function checkSample(options: SampleOptions = {}): Promise<PaneState> {
  const { store, effects } = openSample(options);
  await effects.check();
  return store.getState();
}

function after(state: PaneState, ...actions: readonly PaneAction[]): PaneState {
  return actions.reduce(reducePane, state);
}

function outline(state: PaneState) {
  return selectGroups(state).map(({ caption, sheet, isOpen, items, hiddenCount }) => ({
    caption,
    sheet,
    isOpen,
    cells: items.map(({ finding }) => `${finding.cell} ${finding.subject}`),
    hiddenCount,
  }));
}

const LIBRARY = {
  caption: '社区图书馆运行',
  sheet: '图书',
  isOpen: true,
  cells: ['B9 年度目标', 'B9 年度目标', 'D12 图书采购数量', 'D13 馆员培训人数', 'D13 馆员培训人数'],
  hiddenCount: 0,
};
const TRAINING = { caption: '馆员培训', sheet: '培训', isOpen: false, cells: [], hiddenCount: 0 };
const NOTES = { caption: '说明', sheet: '', isOpen: true, cells: ['A2 '], hiddenCount: 0 };

describe('groups', () => {
  test('one per form in reading order, clean forms too, cells outside of forms where they stand', async () => {
    expect(outline(await checkSample())).toEqual([LIBRARY, TRAINING, NOTES]);
  });

  test.each([
    ['another name', '馆员培训', '表二', { caption: '馆员培训', sheet: '表二' }],
    ['the same name', '收支总表', '收支总表', { caption: '收支总表', sheet: '' }],
    ['the name with a number', '收支 总表', '表1 收支总表', { caption: '表1 收支总表', sheet: '' }],
  ])('a form on a sheet of %s', (_what, caption, sheet, heading) => {
    expect(headingOf({ caption, sheet })).toEqual(heading);
  });

  test('a sheet without forms that is read first stands first', async () => {
    const [library, training, notes] = sampleSheets();
    expect(outline(await checkSample({ sheets: [notes, library, training] }))).toEqual([NOTES, LIBRARY, TRAINING]);
  });

  test('counts per severity, and whether a rule could not decide', async () => {
    const groups = selectGroups(await checkSample());
    expect(groups.map(({ counts, isPartlyUnchecked }) => ({ ...counts, isPartlyUnchecked }))).toEqual([
      { error: 2, warning: 2, info: 1, isPartlyUnchecked: false },
      { error: 0, warning: 0, info: 0, isPartlyUnchecked: true },
      { error: 1, warning: 0, info: 0, isPartlyUnchecked: false },
    ]);
  });

  test('a filter hides the clean forms and counts what is left', async () => {
    const state = after(await checkSample(), { type: 'severityToggled', severity: 'warning' });
    expect(outline(state)).toEqual([{ ...LIBRARY, cells: ['D12 图书采购数量', 'D13 馆员培训人数'] }]);
  });

  test('what the user opened and closed stays so', async () => {
    const [{ id }] = selectGroups(await checkSample());
    const state = after(await checkSample(), { type: 'groupToggled', group: id, isOpen: false });
    expect(outline(state)).toEqual([{ ...LIBRARY, isOpen: false, cells: [] }, TRAINING, NOTES]);
  });

  test('a long list opens its first group only, page by page', async () => {
    const many = cleanRows({
      数量: Array.from({ length: 70 }, (_, index) => [`任务${index}`, '若干', '解释。'] as const),
    });
    const sheets = [projectTarget({ sheet: '甲', rows: many }), projectTarget({ sheet: '乙', rows: many })];
    const state = await checkSample({ sheets });
    const sizes = (shown: PaneState) =>
      selectGroups(shown).map(({ items, hiddenCount }) => [items.length, hiddenCount]);
    expect(sizes(state)).toEqual([
      [50, 20],
      [0, 0],
    ]);
    const [{ id }] = selectGroups(state);
    const more = after(state, { type: 'moreShown', group: id });
    expect(sizes(more)).toEqual([
      [70, 0],
      [0, 0],
    ]);
    expect(sizes(after(more, { type: 'textSearched', text: '任务' }))).toEqual([
      [50, 20],
      [0, 0],
    ]);
  });

  test('in a coded table each finding names its project', async () => {
    const rows = CLEAN_CODED_ROWS.map((row, index) =>
      index === 0 ? ([...row.slice(0, 4), '若干册'] as unknown as typeof row) : row,
    );
    const sheets = [
      codedTable([
        { name: '图书馆', rows },
        { name: '培训', rows: CLEAN_CODED_ROWS },
      ]),
    ];
    expect(selectItems(await checkSample({ sheets })).map(({ finding }) => [finding.subject, finding.project])).toEqual(
      [['图书采购数量', '图书馆']],
    );
  });
});

describe('filters', () => {
  test.each([
    ['message', '请写明数量', ['D12', 'D13']],
    ['quote', '若干册', ['D12']],
    ['cell', 'b9', ['B9', 'B9']],
    ['name of the form', '社区 图书馆', ['B9', 'B9', 'D12', 'D13', 'D13']],
    ['name of the indicator, full width', '馆员培训人数', ['D13', 'D13']],
    ['nothing but blanks', '　 ', ['B9', 'B9', 'D12', 'D13', 'D13', 'A2']],
    ['nothing found', '没有这样的文字', []],
  ])('search by %s', async (_what, text, cells) => {
    const state = after(await checkSample(), { type: 'textSearched', text });
    expect(selectItems(state).map(({ finding }) => finding.cell)).toEqual(cells);
  });

  test('each filter counts under the others, not under itself', async () => {
    const state = after(
      await checkSample(),
      { type: 'severityToggled', severity: 'error' },
      { type: 'textSearched', text: '馆员' },
    );
    expect(selectSeverityCounts(state)).toEqual({ error: 1, warning: 1, info: 0 });
    expect(selectRuleChoices(state)).toEqual([{ ruleId: 'sample/tilde', title: '文字中不应有波浪号', count: 1 }]);
    const chosen = after(state, { type: 'ruleChosen', ruleId: 'sample/vague-value' });
    expect(selectRuleChoices(chosen)).toEqual([
      { ruleId: 'sample/tilde', title: '文字中不应有波浪号', count: 1 },
      { ruleId: 'sample/vague-value', title: '指标值应明确', count: 0 },
    ]);
    expect(selectItems(chosen)).toEqual([]);
    expect(selectItems(after(chosen, { type: 'filterCleared' }))).toHaveLength(6);
  });

  test('several severities show the findings of each', async () => {
    const state = after(
      await checkSample(),
      { type: 'severityToggled', severity: 'info' },
      { type: 'severityToggled', severity: 'warning' },
    );
    expect(selectItems(state).map(({ finding }) => finding.severity)).toEqual(['info', 'warning', 'warning']);
    expect(selectItems(after(state, { type: 'severityToggled', severity: 'warning' }))).toHaveLength(1);
  });
});

test('not checked: unread sheets by reason, rules by reason', async () => {
  const sheets = [...sampleSheets(), sheetOf('封面', { A1: '南湖区' })];
  const { unread, undecided } = selectNotChecked(await checkSample({ sheets }));
  expect(unread).toEqual([
    {
      reason: expect.stringContaining('未找到绩效目标申报表'),
      places: [
        { sheet: '说明', range: { top: 0, left: 0, bottom: 1, right: 0 } },
        { sheet: '封面', range: { top: 0, left: 0, bottom: 0, right: 0 } },
      ],
    },
  ]);
  expect(undecided).toEqual([
    {
      captions: ['馆员培训'],
      reason: '未载入指标库，未能核对。',
      ruleTitles: ['指标应来自指标库'],
    },
  ]);
});

test('not checked: a reason is said once for all forms, rules and projects', async () => {
  const decline = (id: string): Rule =>
    defineRule({
      id,
      severity: 'info',
      title: `规则${id}`,
      why: '',
      basis: '',
      example: { wrong: '', right: '' },
      forms: ['project-target'],
      messages: {},
      *check({ project }) {
        yield unchecked(`项目“${project.name}”涉密，未检查内容。`);
        yield unchecked('没有载入科目表。');
      },
    });
  const resources = sampleResources([decline('sample/one'), decline('sample/two')]);
  const { undecided } = selectNotChecked(await checkSample({ resources }));
  const ruleTitles = ['规则sample/one', '规则sample/two'];
  expect(undecided).toEqual([
    { reason: '项目“社区图书馆运行”、“馆员培训”涉密，未检查内容。', captions: [], ruleTitles },
    { reason: '没有载入科目表。', captions: ['社区图书馆运行', '馆员培训'], ruleTitles },
  ]);
});

test.each([
  ['findings', sampleSheets()],
  ['clean', [sampleSheets()[1]]],
  ['no-forms', [sheetOf('封面', { A1: '南湖区' })]],
])('screen after a check: %s', async (screen, sheets) => {
  expect(selectScreen(await checkSample({ sheets }))).toBe(screen);
});
