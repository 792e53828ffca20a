import type { Edit } from '../../src/core/changes/change-set';
import { parseAddress } from '../../src/core/workbook/cell-address';
import { describeApplied } from '../../src/session/applied-change';

const BLANK = { value: null, formula: null, numberFormat: 'General' };

function edit(cell: string, value: string, sheet = '甲'): Edit {
  const address = parseAddress(cell);
  if (!address) throw new Error(cell);
  return { sheet, address, before: BLANK, after: { ...BLANK, value } };
}

const EDITS = [edit('A1', '一'), edit('B2', '二'), edit('B3', '三'), edit('C4', '四', '乙')];
const CHANGES = { label: '填写编码', edits: EDITS };
/** As they come back from another window. */
const copies = (...edits: readonly Edit[]): Edit[] => JSON.parse(JSON.stringify(edits)) as Edit[];

test('all written: nothing broke off, all can be taken back', () => {
  const { inverse, ...applied } = describeApplied(CHANGES, { written: 4, conflicts: [] });
  expect(applied).toEqual({ label: '填写编码', written: 4, conflicts: [], interruption: [] });
  expect(inverse?.edits.map(({ after }) => after)).toEqual([BLANK, BLANK, BLANK, BLANK]);
});

test('broken off: only what is in effect, or may be, is taken back', () => {
  const [, unwritten, uncertain, other] = copies(...EDITS);
  const applied = describeApplied(CHANGES, {
    written: 1,
    conflicts: [],
    interruption: {
      message: '写入中途停止：与 Excel 的连接中断了。',
      advice: '请关闭窗格后重新打开。',
      unwritten: [unwritten, other],
      uncertain: [uncertain],
    },
  });
  expect(applied.interruption).toEqual([
    '写入中途停止：与 Excel 的连接中断了。',
    '已写入 1 处。',
    '没有写入 2 处：工作表“甲”的 B2；工作表“乙”的 C4。',
    '不能确定是否写入 1 处，请核对：工作表“甲”的 B3。',
    '请关闭窗格后重新打开。',
  ]);
  expect(applied.inverse?.edits).toEqual([
    { ...EDITS[2], before: EDITS[2].after, after: BLANK },
    { ...EDITS[0], before: EDITS[0].after, after: BLANK },
  ]);
});

test('with conflicts beside it, neither these nor what was not written is taken back', () => {
  const applied = describeApplied(CHANGES, {
    written: 2,
    conflicts: [{ edit: copies(EDITS[0])[0], found: { ...BLANK, value: '别的' } }],
    interruption: { message: '写入中途停止。', advice: '', unwritten: copies(EDITS[1]), uncertain: [] },
  });
  expect(applied.conflicts).toEqual(['工作表“甲”的 A1 已被改动（现在是“别的”），未写入。']);
  expect(applied.interruption).toEqual(['写入中途停止。', '已写入 2 处。', '没有写入 1 处：工作表“甲”的 B2。']);
  expect(applied.inverse?.edits.map(({ sheet, address }) => [sheet, address])).toEqual([
    ['乙', { row: 3, column: 2 }],
    ['甲', { row: 2, column: 1 }],
  ]);
});

test('nothing in effect: nothing to take back; of many cells the first are named', () => {
  const many = Array.from({ length: 30 }, (_, row) => edit(`B${row + 1}`, '一'));
  const applied = describeApplied(
    { label: '填写编码', edits: many },
    { written: 0, conflicts: [], interruption: { message: '停止。', advice: '', unwritten: many, uncertain: [] } },
  );
  expect(applied.inverse).toBeNull();
  const named = Array.from({ length: 20 }, (_, row) => `B${row + 1}`).join('、');
  expect(applied.interruption).toEqual(['停止。', `没有写入 30 处：工作表“甲”的 ${named} 等。`]);
});
