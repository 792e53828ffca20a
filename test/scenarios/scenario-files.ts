import { zipSync } from 'fflate';
import { formatAddress, formatRange } from '../../src/core/workbook/cell-address';
import type { SheetContent } from '../../src/core/workbook/workbook-snapshot';
import { cleanRows, codedTable, projectTarget, sheetOf } from '../support/build-form';
import { buildXlsx, type BuiltCell } from '../support/build-xlsx';

const MARKUP = { annualGoal: '<p>2025年采购图书8000册，培训馆员120人，社区图书馆全年正常开放。</p>' };
const SECRET = '涉密内容不宜公开';
const PERCENT_UNDER_QUANTITY = projectTarget({
  rows: [['产出指标', '数量指标', '图书采购数量', '100%', '全年新购并完成编目的图书册数。']],
});

const CALCULATED_NAME = { value: '图书采购数量', formula: '"图书"&"采购数量"' };

const CARELESS = projectTarget({
  fields: { ...MARKUP, totalAmount: '300.00', annualAmount: { value: 100, text: '100' } },
  rows: cleanRows({
    数量: [['1.图书采购数量。', '≥ 8000 册', '以入库单为准。']],
    时效: [['图书上架时间', '2025.12.31之前', '全部新书上架的截止日期。']],
    生态效益: [[null, null, null]],
    其他满意度: [['无', '/', { value: '不适用', formula: '"不适"&"用"' }]],
  }),
});

/** Without 生态效益, and with a row of 质量 that is not needed. */
const ROWS_AMISS = projectTarget({
  sheet: '表二',
  fields: {
    projectCode: '440305230060100905028',
    projectName: '社区书屋建设',
    policyBasis: '《公共文化服务保障办法》（南府规〔2023〕6号）第八条。',
    calculationBasis: '书架购置50万元；图书更新30万元；设备维护20万元。',
    annualGoal: '2025年更新图书8000册，书屋管理员培训120人。',
    longTermGoal: '三年内更新图书24000册，书屋管理员培训360人，形成便民阅读网络。',
  },
  rows: [
    ...cleanRows({
      数量: [['书屋图书更新数量', '≥8000册', '全年更新上架的图书册数，以入库单为准。']],
      质量: [
        ['书屋图书验收合格率', '≥98%', '验收合格册数占更新册数的比例。'],
        ['不适用', '不适用', '不适用'],
      ],
      社会效益: [['书屋借阅量增长率', '≥5%。', '本年书屋借阅册次较上年增加的比例。']],
    }).filter(([, level2]) => level2 !== '生态效益指标'),
  ],
});

/** What a scenario may put on the disk, by the word its section 文件 uses. */
export const SCENARIO_FILES: Readonly<Record<string, () => Uint8Array>> = {
  规范申报表: () => workbook(projectTarget()),
  编码表: () => workbook(codedTable()),
  网页标记: () => workbook(projectTarget({ fields: MARKUP })),
  两张表: () => workbook(projectTarget({ fields: MARKUP }), { ...PERCENT_UNDER_QUANTITY, name: '表二' }),
  控制字符: () =>
    workbook(projectTarget({ sheet: '表\u001b[31m一', fields: { annualGoal: '<p>\u202e甲\u001b[2J</p>' } })),
  涉密: () => workbook(projectTarget({ fields: { annualGoal: SECRET, calculationBasis: SECRET } })),
  没有申报表: () => workbook(sheetOf('通讯录', { A1: '姓名', B1: '电话', A2: '甲', B2: '略' })),
  公式名称: () => workbook(projectTarget({ rows: [['产出指标', '数量指标', CALCULATED_NAME, '≥8000册', '册数。']] })),
  写得马虎: () => workbook(CARELESS),
  写得马虎且受保护: () => workbook({ ...CARELESS, isProtected: true }),
  缺行和多行: () => workbook(projectTarget(), ROWS_AMISS),
  受保护: () => workbook({ ...projectTarget(), isProtected: true }),
  指标清单: () => workbook(indicatorList()),
  空文件: () => new Uint8Array(0),
  网页: () => new TextEncoder().encode('<html><table><tr><td>指标编码</td></tr></table></html>'),
  旧格式: () => compoundFile('Workbook'),
  加密: () => compoundFile('EncryptedPackage'),
  文本: () => new TextEncoder().encode('项目,金额\n甲,1\n'),
  截断: () => workbook(projectTarget()).slice(0, 900),
  压缩炸弹: () => zipSync({ 'xl/workbook.xml': [new Uint8Array(80 * 1024 * 1024), { level: 9 }] }),
};

/** Three rows of head, merged cells, codes as numbers, and rows that nobody can take over. */
function indicatorList(): SheetContent {
  const rows: readonly (readonly (string | number)[])[] = [
    ['南湖区预算绩效指标库'],
    ['指标分类', '', '指标'],
    ['一级指标', '二级指标', '指标编码', '指标名称', '计量单位'],
    ['产出指标', '数量指标', 111000101, '图书采购数量', '册'],
    ['', '', '111000102', '馆员培训人数', '人'],
    ['产出指标', '质量指标', '112000103', '图书验收合格率', '%'],
    ['满意度指标', '服务对象满意度指标', '331000105', '读者满意度', '%'],
    ['满意度指标', '服务对象满意度指标', '331000105', '读者满意度', '%'],
    ['满意度指标', '服务对象满意度指标', '331000105', '办事群众满意度', '%'],
    ['产出指标', '质量指标', '未定', '书屋验收合格率', '%'],
    ['产出指标', '质量指标', '', '书屋完好率', '%'],
  ];
  const cells: Record<string, string | number> = {};
  rows.forEach((row, index) =>
    row.forEach((value, column) => {
      if (value !== '') cells[`${'ABCDE'[column]}${index + 1}`] = value;
    }),
  );
  return sheetOf('指标库', cells, ['A1:E1', 'A2:B2', 'C2:E2', 'A4:A5', 'B4:B5']);
}

function workbook(...sheets: readonly SheetContent[]): Uint8Array {
  return buildXlsx({
    sheets: sheets.map(({ name, cells, mergedAreas, isProtected }) => ({
      name,
      isProtected,
      cells: Object.fromEntries(
        cells.map((cell): [string, BuiltCell] => [
          formatAddress(cell),
          { value: cell.value, formula: cell.formula ?? undefined, numberFormat: cell.numberFormat },
        ]),
      ),
      merges: mergedAreas.map(formatRange),
    })),
  });
}

/** The first sectors of an OLE2 file whose directory names one stream. */
function compoundFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1024);
  return bytes;
}
