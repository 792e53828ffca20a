import type { ChangeSet } from '../../../src/core/changes/change-set';
import { HostError } from '../../../src/host/port/host-error';
import type { Interruption } from '../../../src/host/port/workbook-host';
import { selectItems } from '../../../src/pane/state/selectors';
import { selectRepairGroups, selectRepairable, selectTicked } from '../../../src/pane/state/repairs';
import type { MemoryHost } from '../../support/memory-host';
import { openSample } from '../open-sample';

async function checked() {
  const sample = openSample();
  sample.effects.start();
  await sample.effects.changePreferences({ autoRecheck: false });
  await sample.effects.check();
  return sample;
}

/** What stands in B9 and D13 of 图书 and in A2 of 说明: the cells with "~". */
async function texts(host: MemoryHost): Promise<readonly unknown[]> {
  const { sheets } = await host.read();
  return [sheets[0].cellAt(8, 1)?.value, sheets[0].cellAt(12, 3)?.value, sheets[2].cellAt(1, 0)?.value];
}

/** The next writing stops after the first edit. */
function breakOff(host: MemoryHost): void {
  const apply = host.apply.bind(host);
  host.apply = async (changes: ChangeSet) => {
    host.apply = apply;
    const [first, second, ...others] = changes.edits;
    await apply({ ...changes, edits: [first] });
    const interruption: Interruption = {
      message: '写入中断，与 Excel 的连接断开了。',
      advice: '请核对后重试。',
      unwritten: others,
      uncertain: [second],
    };
    return { written: 1, conflicts: [], interruption };
  };
}

test('what can be repaired, by what the repair does, with what it would write', async () => {
  const { store } = await checked();
  expect(selectRepairGroups(store.getState())).toEqual([
    {
      id: 'repairs|删除波浪号',
      label: '删除波浪号',
      keys: selectRepairable(store.getState()).map(({ key }) => key),
      tickedCount: 3,
      isOpen: true,
      hiddenCount: 0,
      repairs: [
        ['图书 B9', '完成~', '完成'],
        ['图书 D13', '~若干人', '若干人'],
        ['说明 A2', '第1~3行', '第13行'],
      ].map(([place, before, after], index) => ({
        item: selectRepairable(store.getState())[index],
        cells: [{ place, before, after, isFormatOnly: false }],
        isTicked: true,
      })),
    },
  ]);
});

test('all that are ticked, as one change, taken back as one', async () => {
  const { store, host, effects } = await checked();
  const [, second] = selectRepairable(store.getState());
  store.dispatch({ type: 'repairsTicked', keys: [second.key], isTicked: false });
  await effects.fixAll(selectTicked(store.getState()));
  expect(await texts(host)).toEqual(['完成', '~若干人', '第13行']);
  expect(store.getState()).toMatchObject({
    notice: { tone: 'done', text: '已修改 2 处。', action: { kind: 'undo', key: 'repairs 1' } },
    isOutdated: true,
  });
  expect(selectRepairable(store.getState()).map(({ key }) => key)).toEqual([second.key]);
  await effects.act({ kind: 'undo', key: 'repairs 1' });
  expect(await texts(host)).toEqual(['完成~', '~若干人', '第1~3行']);
  expect(store.getState().notice).toEqual({ tone: 'done', text: '已撤销：规范 2 处。', action: null });
  expect(selectRepairable(store.getState())).toHaveLength(3);
});

test('a cell that someone changed is left alone and named, the others are repaired', async () => {
  const { store, host, effects } = await checked();
  host.edit('图书', { row: 12, column: 3 }, '≥120人');
  await effects.fixAll(selectTicked(store.getState()));
  expect(await texts(host)).toEqual(['完成', '≥120人', '第13行']);
  expect(store.getState().notice).toMatchObject({
    tone: 'problem',
    text: '已修改 2 处。工作表“图书”的 D13 已被改动（现在是“≥120人”），未写入。',
  });
  await effects.undo('repairs 1');
  expect(store.getState().notice?.text).toBe('已撤销：规范 2 处。');
});

test('writing that broke off: what is in effect, what is not, what is uncertain; taken back as far as it went', async () => {
  const { store, host, effects } = await checked();
  breakOff(host);
  await effects.fixAll(selectTicked(store.getState()));
  expect(await texts(host)).toEqual(['完成', '~若干人', '第1~3行']);
  expect(store.getState().notice).toEqual({
    tone: 'problem',
    text:
      '写入中断，与 Excel 的连接断开了。已写入 1 处。没有写入 1 处：工作表“说明”的 A2。' +
      '不能确定是否写入 1 处，请核对：工作表“图书”的 D13。请核对后重试。',
    action: { kind: 'undo', key: 'repairs 1' },
  });
  expect(store.getState().isOutdated).toBe(true);
  await effects.undo('repairs 1');
  expect(await texts(host)).toEqual(['完成~', '~若干人', '第1~3行']);
});

test('taking back that broke off can be gone on with', async () => {
  const { store, host, effects } = await checked();
  await effects.fixAll(selectTicked(store.getState()));
  breakOff(host);
  await effects.undo('repairs 1');
  expect(await texts(host)).toEqual(['完成', '若干人', '第1~3行']);
  expect(store.getState().notice).toMatchObject({
    tone: 'problem',
    text:
      '写入中断，与 Excel 的连接断开了。已写入 1 处。没有写入 1 处：工作表“图书”的 B9。' +
      '不能确定是否写入 1 处，请核对：工作表“图书”的 D13。请核对后重试。',
    action: { kind: 'undo', key: 'repairs 1' },
  });
  await effects.undo('repairs 1');
  expect((await texts(host))[0]).toBe('完成~');
});

test('refused as a whole: the words of the host, nothing ticked off', async () => {
  const { store, host, effects } = await checked();
  host.apply = () => Promise.reject(new HostError('protected', '工作表「图书」受保护。', '请撤消保护后重试。'));
  await effects.fixAll(selectTicked(store.getState()));
  expect(store.getState().notice).toEqual({
    tone: 'problem',
    text: '工作表「图书」受保护。请撤消保护后重试。',
    action: null,
  });
  expect(selectRepairable(store.getState())).toHaveLength(3);
});

test('what was accepted is not repaired', async () => {
  const { store, effects } = await checked();
  await effects.accept(selectItems(store.getState())[0], '');
  expect(selectTicked(store.getState()).map(({ finding }) => finding.cell)).toEqual(['D13', 'A2']);
});
