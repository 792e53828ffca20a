import rule from '../../../../src/core/rules/budget/table-missing';
import { budgetSheet, expenditure, EXPENDITURE_ROWS } from '../../../support/budget-tables';
import { sheetOfPicture } from '../../../support/sheet-picture';
import { testRule } from '../../../support/test-rule';

const contents = (...lines: readonly string[]) =>
  sheetOfPicture(
    '文字部分',
    [
      '南湖区文化服务中心2025年部门预算',
      '目 录',
      ...lines,
      '第一部分 单位概况',
      '本单位负责全区公共图书馆和文化馆的运行，组织开展群众文化活动，指导街道和社区开展文化服务。',
      '2025年本单位支出预算150.00万元，比上年增加10.00万元，主要原因是新增社区图书馆运行经费。',
    ].join('\n'),
  );
const table = expenditure(EXPENDITURE_ROWS);

const sheets = (...names: readonly string[]) => names.map((name) => budgetSheet(name, ROWS));
const ROWS = '科目编码 | 科目名称 | 支出总计\n207 | 文化旅游体育与传媒支出 | #120.00';

testRule(rule, {
  profile: { budgetTables: ['支出总表', '收支总表', '政府性基金预算支出表'] },
  passes: {
    方案列的表都在: sheets('部门支出预算总表', '2025年部门收支总表', '政府性基金预算财政拨款支出表'),
    只有两张表不像整本预算: sheets('支出总表', '收支总表'),
    目录的表都在: [contents('一、支出总表', '二、支出总表说明', '三、名词解释'), table],
    只有文字没有表: contents('一、收支总表', '二、收入总表', '三、支出总表'),
    名称不同但是同一种表: [contents('一、部门支出预算总表', '二、部门支出总表', '三、支出总表'), table],
    提到一张表不是目录: [contents('二、收入总表', '本单位收入情况见下文。'), table],
  },
  fails: {
    方案列有而工作簿没有: {
      form: sheets('支出总表', '国有资本经营预算支出表', '政府性基金预算支出表'),
      findings: [['支出总表!A1', '校验方案列有“收支总表”，工作簿中没有找到这张表，请补上；没有数据的列出空表并注明。']],
    },
    目录有而工作簿没有: {
      form: [contents('（一）收支总表', '（二）收入总表', '（三）支出总表'), table],
      findings: [
        ['文字部分!A3', '目录列有“收支总表”，工作簿中没有找到这张表，请补上或修改目录。'],
        ['文字部分!A4', '目录列有“收入总表”，工作簿中没有找到这张表，请补上或修改目录。'],
      ],
    },
  },
});
