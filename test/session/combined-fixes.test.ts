import { BLANK_CONTENT, type Edit } from '../../src/core/changes/change-set';
import type { Finding } from '../../src/core/review/finding';
import { combineFixes } from '../../src/session/combined-fixes';

function edit(row: number, before: string, after: string, sheet = '图书'): Edit {
  return {
    sheet,
    address: { row, column: 1 },
    before: { ...BLANK_CONTENT, value: before },
    after: { ...BLANK_CONTENT, value: after },
  };
}

function finding(ruleId: string, edits: readonly Edit[] | null): Finding {
  const fix = edits === null ? null : { label: '修改', edits };
  return {
    ruleId,
    severity: 'info',
    form: null,
    sheet: '图书',
    cell: 'B1',
    quote: '',
    message: '',
    expected: null,
    fix,
  };
}

test('one change of all edits, in the order of the findings', () => {
  const [one, other] = [
    finding('a', [edit(0, 'x ', 'x')]),
    finding('b', [edit(0, 'x ', 'x', '培训'), edit(1, 'y ', 'y')]),
  ];
  expect(combineFixes([one, finding('c', null), other], '规范 2 处')).toEqual({
    changes: {
      label: '规范 2 处',
      edits: [edit(0, 'x ', 'x'), edit(0, 'x ', 'x', '培训'), edit(1, 'y ', 'y')],
    },
    taken: [one, other],
    left: [],
  });
});

test('two fixes for one cell: the first, as a whole; what the other does elsewhere waits too', () => {
  const first = finding('a', [edit(0, 'x ,', 'x,')]);
  const second = finding('b', [edit(1, 'y,', 'y，'), edit(0, 'x ,', 'x ，')]);
  const third = finding('c', [edit(1, 'y,', 'y;')]);
  expect(combineFixes([first, second, third], '规范')).toEqual({
    changes: { label: '规范', edits: [edit(0, 'x ,', 'x,'), edit(1, 'y,', 'y;')] },
    taken: [first, third],
    left: [second],
  });
});

test('two rules that want the same are both served by one edit', () => {
  const [one, other] = [finding('a', [edit(0, 'x ', 'x')]), finding('b', [edit(0, 'x ', 'x')])];
  expect(combineFixes([one, other], '规范')).toEqual({
    changes: { label: '规范', edits: [edit(0, 'x ', 'x')] },
    taken: [one, other],
    left: [],
  });
});
