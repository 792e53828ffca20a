import { formatReviewOpinions, type OpinionFinding } from '../../../src/core/reporting/review-opinions';

const library = { id: 'f1', sheet: '图书', caption: '社区图书馆运行' };
const budget = { id: 'f2', sheet: '表1 收支总表', caption: '收支总表' };

function finding(change: Partial<OpinionFinding>): OpinionFinding {
  return {
    severity: 'error',
    form: 'f1',
    sheet: '图书',
    cell: 'B9',
    subject: '',
    message: '文字中有“~”，请删去。',
    expected: null,
    ...change,
  };
}

test('per form, numbered through, in words; accepted findings at the end with their reasons', () => {
  const text = formatReviewOpinions({
    workbook: '申报表.xlsx',
    forms: [library, budget, { id: 'f3', sheet: '培训', caption: '馆员培训' }],
    findings: [
      finding({ subject: '年度目标', expected: '完成采购' }),
      finding({ severity: 'info', subject: '年度目标', message: '年度目标太短，请补充要完成的工作。' }),
      finding({ form: 'f2', sheet: '表1 收支总表', cell: 'D8', message: '合计应为 120。', expected: '120' }),
      finding({ severity: 'warning', form: null, sheet: '说明', cell: 'A2', message: '日期\n不存在，请核实。' }),
    ],
    accepted: [
      {
        finding: finding({ cell: 'D12', subject: '图书采购数量', message: '指标值没有单位。' }),
        reason: '以正式文件为准',
        date: '2025-01-06',
      },
      { finding: finding({ cell: 'D13', message: '指标值没有单位。' }), reason: '', date: '2025-01-07' },
    ],
  });
  expect(text).toBe(`“申报表.xlsx”审核意见
共 4 条意见：须修改 2 条，请核实 1 条，建议 1 条。

一、社区图书馆运行（工作表“图书”）
1. 【须修改】B9 年度目标：文字中有“~”，请删去。应为“完成采购”。
2. 【建议】B9 年度目标：年度目标太短，请补充要完成的工作。

二、表1 收支总表
3. 【须修改】D8：合计应为 120。

三、工作表“说明”（申报表以外）
4. 【请核实】A2：日期 不存在，请核实。

四、已接受，不需修改
1. 图书 D12 图书采购数量：指标值没有单位。理由：以正式文件为准（2025-01-06 接受）
2. 图书 D13：指标值没有单位。（2025-01-07 接受）
`);
});

test('nothing to say', () => {
  expect(formatReviewOpinions({ workbook: '申报表.xlsx', forms: [library], findings: [], accepted: [] })).toBe(
    '“申报表.xlsx”审核意见\n没有需要修改或核实的内容。\n',
  );
});

test('many forms: headings count on in Chinese', () => {
  const forms = Array.from({ length: 101 }, (_, index) => ({
    id: `f${index}`,
    sheet: `表${index}`,
    caption: `表${index}`,
  }));
  const text = formatReviewOpinions({
    workbook: '汇总.xlsx',
    forms,
    findings: forms.map(({ id, sheet }) => finding({ form: id, sheet })),
    accepted: [],
  });
  const headings = text.split('\n').filter((line) => /、表/.test(line));
  expect([0, 8, 9, 10, 18, 19, 20, 98, 99, 100].map((index) => headings[index])).toEqual([
    '一、表0',
    '九、表8',
    '十、表9',
    '十一、表10',
    '十九、表18',
    '二十、表19',
    '二十一、表20',
    '九十九、表98',
    '100、表99',
    '101、表100',
  ]);
});

test('nothing of a cell can break the lines of the letter', () => {
  const text = formatReviewOpinions({
    workbook: 'a\u202eb.xlsx',
    forms: [{ id: 'f1', sheet: '图\n书', caption: '名称\u0007' }],
    findings: [finding({ sheet: '图\n书', subject: '年度\r\n目标', message: '“a\nb”不妥。', expected: 'a\nc' })],
    accepted: [],
  });
  expect(text).toBe(
    '“a b.xlsx”审核意见\n共 1 条意见：须修改 1 条。\n\n一、名称（工作表“图 书”）\n1. 【须修改】B9 年度 目标：“a b”不妥。应为“a c”。\n',
  );
});
