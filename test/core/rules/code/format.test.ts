import rule from '../../../../src/core/rules/code/format';
import {
  cleanRows,
  CLEAN_CODED_ROWS,
  codedTable,
  projectTarget,
  type CodedProjectSpec,
} from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

type CodedRow = CodedProjectSpec['rows'][number];
const quantity = (name: string, level1 = '1-产出指标', level2 = '11-数量指标'): CodedRow => [
  level1,
  level2,
  name,
  '≥3个',
  '≥3个',
];
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
