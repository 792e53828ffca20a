import rule from '../../../../src/core/rules/code/format';
import {
  cleanRows,
  CLEAN_CODED_ROWS,
  codedTable,
  projectTarget,
  type CellSpec,
  type CodedProjectSpec,
} from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

type CodedRow = CodedProjectSpec['rows'][number];
const quantity = (name: CellSpec, level1 = '1-产出指标', level2 = '11-数量指标'): CodedRow => [
  level1,
  level2,
  name,
  '≥3个',
  '≥3个',
];
/** Form P with a column of codes, E. */
const besideCodes = (...codes: readonly CellSpec[]) =>
  projectTarget({
    columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标编码'],
    rows: codes.map((code, index) => ['产出指标', '数量指标', `第${index}类图书采购数量`, '≥3册', code] as const),
  });
const beside = (...rows: readonly CodedRow[]) => codedTable([{ rows: [...CLEAN_CODED_ROWS, ...rows] }]);

testRule(rule, {
  passes: {
    名称里有符号: beside(
      quantity('111000401-(新建/改建)书屋数'),
      quantity('111000402-“一村一书屋”数量'),
      quantity('111000403-(是/否)-开放'),
    ),
    连字符后有空格: beside(quantity('111000401- 新建书屋数')),
    没有编码的名称: beside(quantity('新建书屋数'), quantity('12345热线接通率'), quantity('20251231前完成书屋数')),
    以数字开头的名称: beside(quantity('100000元以上设备采购数量')),
    没有编码的申报表: projectTarget({
      rows: cleanRows({
        数量: [
          ['1.图书采购数量', '≥3册', '甲'],
          ['2025年培训场次', '≥3场', '乙'],
        ],
      }),
    }),
    编码栏里的文本: besideCodes('111000101', '111000102', 'gx010101'),
    编码栏一律是数字: besideCodes(111000101, 111000102, 111000103),
    编码栏空白或不适用: besideCodes('111000101', null, '/', '不适用', '见附件'),
    标签只有序号: projectTarget({ rows: [['1.产出指标', '1.数量指标', '义诊场次', '≥3场', '甲']] }),
  },
  fails: {
    分隔符: {
      form: beside(quantity('111000401_新建书屋数'), quantity('111000402—馆藏册数'), quantity('111000403阅读活动场次')),
      findings: [
        ['H8', '“111000401_新建书屋数”的编码写法不规范；请写成“111000401-新建书屋数”。'],
        ['H9', '“111000402—馆藏册数”的编码写法不规范；请写成“111000402-馆藏册数”。'],
        ['H10', '“111000403阅读活动场次”的编码写法不规范；请写成“111000403-阅读活动场次”。'],
      ],
      fixed: { H8: '111000401-新建书屋数', H9: '111000402-馆藏册数', H10: '111000403-阅读活动场次' },
    },
    全角: {
      form: codedTable([{ rows: [quantity('１１１０００４０１－新建书屋数')] }]),
      findings: [['H3', '“１１１０００４０１－新建书屋数”的编码写法不规范；请写成“111000401-新建书屋数”。']],
      fixed: { H3: '111000401-新建书屋数' },
    },
    位数不对: {
      form: beside(quantity('11100040-新建书屋数'), quantity('1110004010-馆藏册数')),
      findings: [
        ['H8', '“11100040-新建书屋数”的编码是8位，应为9位数字；请核对编码。'],
        ['H9', '“1110004010-馆藏册数”的编码是10位，应为9位数字；请核对编码。'],
      ],
    },
    只有编码: {
      form: beside(quantity('111000401-')),
      findings: [['H8', '编码“111000401”后没有指标名称；请补上名称。']],
    },
    编码栏: {
      form: besideCodes(
        '111000101',
        '１１１０００１０２',
        ' 111 000 103',
        '11100010',
        '1110001055',
        '111000106',
        '111000107',
        '111000108',
      ),
      findings: [
        ['E13', '“１１１０００１０２”的编码写法不规范；请写成“111000102”。'],
        ['E14', '“111 000 103”的编码写法不规范；请写成“111000103”。'],
        ['E15', '“11100010”的编码是8位，应为9位数字；请核对编码。'],
        ['E16', '“1110001055”的编码是10位，应为9位数字；请核对编码。'],
      ],
      fixed: { E13: '111000102', E14: '111000103' },
    },
    编码栏里的数字: {
      form: besideCodes(
        '111000101',
        111000102,
        { value: 111000103, text: '1.11E+08' },
        { value: 111000104, text: '111,000,104', numberFormat: '#,##0' },
        '1.11E+08',
      ),
      findings: [
        ['E13', '编码“111000102”存成了数字；请改存为文本。', 'warning'],
        ['E14', '编码“111000103”存成了数字，显示为“1.11E+08”；请改存为文本。'],
        ['E15', '编码“111000104”存成了数字，显示为“111,000,104”；请改存为文本。'],
        ['E16', '编码只剩“1.11E+08”，后几位已经丢失；请重新填写编码。'],
      ],
      fixed: { E13: '111000102', E14: '111000103', E15: '111000104' },
    },
    整栏数字都显示不全: {
      form: besideCodes({ value: 111000101, text: '1.11E+08' }, { value: 111000102, text: '1.11E+08' }),
      findings: [
        ['E12', '编码“111000101”存成了数字，显示为“1.11E+08”；请改存为文本。'],
        ['E13', '编码“111000102”存成了数字，显示为“1.11E+08”；请改存为文本。'],
      ],
      fixed: { E12: '111000101', E13: '111000102' },
    },
    名称栏里只有编码的数字: {
      form: beside(quantity({ value: 111000401, text: '1.11E+08' })),
      findings: [['H8', '编码“111000401”后没有指标名称；请补上名称。']],
    },
    级别标签: {
      form: beside(quantity('111000401-新建书屋数', '1产出指标', '1-数量指标')),
      findings: [
        ['F8', '“1产出指标”的编码写法不规范；请写成“1-产出指标”。'],
        ['G8', '“1-数量指标”的编码是1位，应为2位数字；请核对编码。'],
      ],
      fixed: { F8: '1-产出指标' },
    },
  },
  unchecked: {
    另一种编码写法: {
      form: codedTable([{ rows: [quantity('111000401 新建书屋数'), quantity('111000402 馆藏册数')] }]),
      reasons: ['本工作簿的指标编码多不是“九位数字-名称”的写法，未检查编码格式。'],
    },
  },
});

const TEN_DIGITS = {
  version: 1,
  id: 'ten',
  name: '十位编码指标库',
  source: '测试',
  isComplete: true,
  codeScheme: {
    prefix: '',
    parts: [
      { meaning: 'level1', length: 2 },
      { meaning: 'level2', length: 3 },
      { meaning: 'serial', length: 5 },
    ],
    isLevel2WithinLevel1: true,
    level1: { '01': 'output' },
    level2: { '011': 'quantity' },
  },
  entries: [
    { code: '0101100001', name: '新建书屋数', level1: 'output', level2: 'quantity' },
    { code: '0101100002', name: '馆藏册数', level1: 'output', level2: 'quantity' },
  ],
};

testRule(
  {
    ...rule,
    messages: {
      writing: rule.messages.writing,
      digits: rule.messages.digits,
      nameMissing: rule.messages.nameMissing,
      number: rule.messages.number,
    },
  },
  {
    catalogue: TEN_DIGITS,
    passes: {
      指标库的位数: codedTable([{ rows: [quantity('0101100001-新建书屋数', '01-产出指标', '011-数量指标')] }]),
    },
    fails: {
      只有编码的补上指标库的名称: {
        form: codedTable([
          {
            rows: [
              quantity('0101100001-新建书屋数', '01-产出指标', '011-数量指标'),
              quantity('0101100002-', '01-产出指标', '011-数量指标'),
            ],
          },
        ]),
        findings: [['H4', '编码“0101100002”后没有指标名称；请补上名称。']],
        fixed: { H4: '0101100002-馆藏册数' },
      },
      数字丢了开头的零: {
        form: besideCodes(101100001, '0101100002', 990000002),
        findings: [
          ['E12', '编码“0101100001”存成了数字；请改存为文本。', 'warning'],
          ['E14', '编码“990000002”存成了数字；请改存为文本。', 'warning'],
        ],
        fixed: { E12: '0101100001' },
      },
      不是指标库的位数: {
        form: codedTable([
          {
            rows: [
              quantity('0101100001-新建书屋数', '01-产出指标', '011-数量指标'),
              quantity('0101100002-馆藏册数', '01-产出指标', '011-数量指标'),
              quantity('0101100002 馆藏册数', '01-产出指标', '011-数量指标'),
              quantity('010110002-馆藏册数', '01-产出指标', '11-数量指标'),
            ],
          },
        ]),
        findings: [
          ['H5', '“0101100002 馆藏册数”的编码写法不规范；请写成“0101100002-馆藏册数”。'],
          ['G6', '“11-数量指标”的编码是2位，应为3位数字；请核对编码。'],
          ['H6', '“010110002-馆藏册数”的编码是9位，应为10位数字；请核对编码。'],
        ],
        fixed: { H5: '0101100002-馆藏册数' },
      },
    },
  },
);
