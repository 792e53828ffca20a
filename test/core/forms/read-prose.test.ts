import type { ProseSheet } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { formatAddress } from '../../../src/core/workbook/cell-address';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { proseSheet, sheetOf, workbookOf, type CellSpec } from '../../support/build-form';
import { LINEAR_WORK_MS } from '../../support/time-limits';

function read(sheet: SheetContent): ProseSheet {
  const { forms, unread } = readForms(workbookOf(sheet));
  expect(unread).toEqual([]);
  expect(forms.map(({ type }) => type)).toEqual(['prose']);
  return forms[0] as ProseSheet;
}

/** The cells of each paragraph, "A4+A5". */
const cellsOf = ({ paragraphs }: ProseSheet): readonly string[] =>
  paragraphs.map(({ parts }) => parts.map(({ cell }) => formatAddress(cell.address)).join('+'));

const linesOf = (...lines: readonly (string | readonly CellSpec[])[]): SheetContent => proseSheet({ lines });

test('文字部分：标题、正文、表格各是其类', () => {
  const sheet = read(proseSheet());
  expect([sheet.id, sheet.caption, sheet.title?.text]).toEqual([
    '文字部分!A1:C15',
    '文字部分',
    '2025年南湖区文化服务中心部门预算',
  ]);
  expect(sheet.paragraphs.map(({ kind, text }) => `${kind} ${text.slice(0, 8)}`)).toEqual([
    'heading 2025年南湖区',
    'heading 第一部分 部门概',
    'heading 一、主要职责',
    'text 南湖区文化服务中',
    'heading 二、机构设置',
    'text 南湖区文化服务中',
    'heading 第二部分 部门预',
    'text 2025年南湖区',
    'heading 第三部分 部门预',
    'text 南湖区文化服务中',
    'heading 第四部分 重点项',
    'table-cell 项目名称',
    'table-cell 预算数（万元）',
    'table-cell 绩效目标',
    'table-cell 社区图书馆运行',
    'table-cell 100',
    'table-cell 采购图书8000',
    'heading 第五部分 名词解',
    'text 一、基本支出：指',
  ]);
});

describe('被分页或单元格截断的段落', () => {
  const CUT = '本中心2025年部门预算支出600万元，比上年增加50万元，主要原因是新';

  test('接在下一格，记住每一格的起点', () => {
    const sheet = read(linesOf(CUT, '增社区图书馆三处。'));
    expect(sheet.paragraphs).toHaveLength(1);
    expect(sheet.paragraphs[0].text).toBe(`${CUT}增社区图书馆三处。`);
    expect(sheet.paragraphs[0].parts.map(({ start }) => start)).toEqual([0, CUT.length]);
  });

  test.each<[string, readonly string[]]>([
    ['三格连续', [CUT, '增社区图书馆三处，并延长了已有各馆夜间和节假日的开放时间，需要增加值', '班人员。']],
    ['中间隔着页码', [CUT, '- 3 -', '增社区图书馆三处。']],
    ['下一格以标点开头', [CUT, '，其余与上年持平。']],
    ['下一格以小数开头', [`${CUT}增设备`, '1.5万元，其余与上年持平。']],
    ['逗号之后隔着空行', ['本中心2025年部门预算支出600万元，比上年增加50万元，', '', '主要是新增社区图书馆。']],
    ['网页标记不算句号', [`<p>${CUT}</p>`, '<p>增社区图书馆三处。</p>']],
  ])('%s', (_name, lines) => {
    const texts = read(linesOf(...lines)).paragraphs.filter(({ kind }) => kind === 'text');
    expect(texts).toHaveLength(1);
  });

  test.each<[string, readonly string[]]>([
    ['上一格以句号结束', [`${CUT}增社区图书馆。`, '其余各项支出与上年持平，没有变化。']],
    ['上一格以冒号结束', ['南湖区文化服务中心2025年的主要工作包括：', '开展全民阅读活动，建设社区图书馆。']],
    ['下一格是编号', [CUT, '2.公务接待费与上年持平，没有变化。']],
    ['下一格是中文编号', [CUT, '（二）公用支出80万元，主要是办公费。']],
    ['下一格是标题', [CUT, '第四部分 政府采购预算情况']],
    ['下一格是没有编号的标题', [CUT, '政府采购预算情况']],
    ['下一格是备注', [CUT, '备注：涉密项目按要求不予公开。']],
    ['上一格是标题', ['南湖区文化服务中心2025年部门预算收支总体情况', '收入600万元，支出600万元。']],
    [
      '目录',
      [
        '第二部分 南湖区文化服务中心部门预算收支总体情况……………3',
        '第三部分 部门预算，支出………5',
        '全年收支平衡，没有赤字。',
      ],
    ],
    ['都有首行缩进', [`　　${CUT}`, '　　增社区图书馆三处。']],
  ])('不连：%s', (_name, lines) => {
    expect(cellsOf(read(linesOf(...lines)))).toEqual(lines.map((_line, index) => `A${index + 1}`));
  });

  test('表格里的一格接在下一行，别的格不连', () => {
    const sheet = read(
      linesOf(
        '2025年本中心重点项目绩效目标如下，全部纳入预算绩效管理，并按要求开展绩效自评。',
        ['项目名称', '预算数（万元）', '绩效目标'],
        ['社区图书馆', 100, '采购图书8000册，培训馆员120人，全年正常开放，并开展面向老年读者的'],
        [null, null, '阅读推广活动24场。'],
        ['馆舍维修', 30, '完成三处馆舍屋面防水维修，消除渗漏'],
        ['设备更新', 20, '更新自助借还设备6台。'],
      ),
    );
    expect(cellsOf(sheet)).toEqual([
      ...['A1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3+C4'],
      ...['A5', 'B5', 'C5', 'A6', 'B6', 'C6'],
    ]);
  });
});

describe('不是文字部分的工作表仍不读', () => {
  const SENTENCES = [
    '本表由各预算单位填报，每个二级项目填写一张，涉密项目不公开。',
    '项目编码按系统生成的编码填列，不得自行编造，也不得留空。',
  ];

  test.each<[string, SheetContent]>([
    ['填报说明', sheetOf('填报说明', { A1: SENTENCES[0], A2: SENTENCES[1] })],
    ['说明', sheetOf('说明', { A1: SENTENCES[0], A2: SENTENCES[1] })],
    ['隐藏的表', { ...proseSheet(), visibility: 'hidden' }],
    ['封面', sheetOf('封面', { A1: '2025年部门预算', A3: '单位名称：文化服务中心', A5: '单位负责人：' })],
    [
      '附有两句注的表',
      sheetOf('人员', {
        ...Object.fromEntries([...Array(20).keys()].map((row) => [`A${row + 1}`, `职工第${row + 1}号`])),
        ...Object.fromEntries([...Array(20).keys()].map((row) => [`B${row + 1}`, '在编在岗，享受国家规定的各项待遇'])),
        A22: '注：以上人员均为2024年末实有数，退休人员不在其内，如有变动另行说明。',
      }),
    ],
  ])('%s', (_name, sheet) => {
    const { forms, unread } = readForms(workbookOf(sheet));
    expect(forms).toEqual([]);
    expect(unread.map(({ reason }) => reason)).toEqual([
      '未找到绩效目标申报表（需有“一级指标、二级指标、三级指标、指标值”表头）。',
    ]);
  });
});

test('一格里几十万个点也很快读完', () => {
  const dots = '……'.repeat(50000);
  const started = Date.now();
  read(linesOf(`${dots}支出，`, `${dots}收入，`, '2025年部门预算收入600万元，与上年持平。'));
  expect(Date.now() - started).toBeLessThan(LINEAR_WORK_MS);
});

test('两段之间隔着一百万个空行', () => {
  const [first, second] = ['2025年部门预算收入600万元，与上年持平。', '2025年部门预算支出600万元，与上年持平。'];
  expect(cellsOf(read(sheetOf('文字部分', { A1: first, A1048576: second })))).toEqual(['A1', 'A1048576']);
});
