import rule from '../../../../src/core/rules/header/unit-name-variant';
import { CLEAN_CODED_ROWS, codedTable, overallTarget, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const formOf = (sheet: string, applicantUnit: string, primaryBudgetUnit = '长湖区教育局') =>
  projectTarget({ sheet, fields: { applicantUnit, primaryBudgetUnit } });

testRule(rule, {
  passes: {
    写法一致: [formOf('甲', '长湖区第一中学'), formOf('乙', '长湖区第一中学')],
    不同的单位: [formOf('甲', '长湖区第一中学'), formOf('乙', '长湖区第二中学')],
    申请单位注明本级而主管部门不注明: formOf('甲', '长湖区教育局（本级）'),
    首尾空格: [formOf('甲', '长湖区第一中学 '), formOf('乙', '长湖区第一中学')],
    不适用: [formOf('甲', '无'), formOf('乙', ' 无')],
    带编码的预算单位: codedTable([
      { unit: '205001-第一中学', rows: CLEAN_CODED_ROWS },
      { unit: '205002-第二中学', name: '校舍修缮', rows: CLEAN_CODED_ROWS },
    ]),
    整体支出表不注明本级: [
      ...['甲', '乙', '丙'].map((sheet) => formOf(sheet, '长湖区第一中学', '长湖区教育局（本级）')),
      overallTarget({ department: '长湖区教育局', supervisor: '长湖区教育局' }),
    ],
    注明和不注明本级各半: [formOf('甲', '长湖区教育局（本级）'), formOf('乙', '长湖区教育局')],
  },
  fails: {
    整体支出表另有写法: {
      form: [
        formOf('甲', '长湖区第一中学'),
        formOf('乙', '长湖区第二中学'),
        overallTarget({ department: '长湖区 教育局', supervisor: '长湖区教育局' }),
      ],
      findings: [['整体支出!C3', '“部门名称”写作“长湖区 教育局”，与本工作簿其他3处的写法不同，应写为“长湖区教育局”。']],
      fixed: { '整体支出!C3': '长湖区教育局' },
    },
    少数写法: {
      form: [
        formOf('甲', '长湖区体校（筹）'),
        formOf('乙', '长湖区体校（筹）'),
        formOf('丙', '长湖区体校 (筹)', '长湖区 教育局'),
      ],
      findings: [
        ['丙!B3', '“申请单位”写作“长湖区体校 (筹)”，与本工作簿其他2处的写法不同，应写为“长湖区体校（筹）”。'],
        ['丙!D3', '“一级预算单位”写作“长湖区 教育局”，与本工作簿其他2处的写法不同，应写为“长湖区教育局”。'],
      ],
      fixed: { '丙!B3': '长湖区体校（筹）', '丙!D3': '长湖区教育局' },
    },
    没有多数写法: {
      form: [formOf('甲', '长湖区体校（筹）'), formOf('乙', '长湖区体校(筹)')],
      findings: [['乙!B3', '“申请单位”写作“长湖区体校(筹)”，本工作簿中同一单位另写作“长湖区体校（筹）”，请统一写法。']],
    },
    同一栏有的注明本级: {
      form: [formOf('甲', '长湖区教育局（本级）'), formOf('乙', '长湖区教育局（本级）'), formOf('丙', '长湖区教育局')],
      findings: [
        ['丙!B3', '“申请单位”写作“长湖区教育局”，本工作簿其他表同一栏写作“长湖区教育局（本级）”，请统一是否注明本级。'],
      ],
    },
  },
});
