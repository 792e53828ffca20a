import rule from '../../../../src/core/rules/form/duplicate-project';
import { CLEAN_CODED_ROWS, codedTable, projectTarget, sheetOf } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const coded = (sheet: string, projectCode: string | number | null, projectName = '社区图书馆运行') =>
  projectTarget({ sheet, fields: { projectCode, projectName } });

const HEADS = {
  A1: '项目绩效目标表',
  A2: '项目名称',
  B2: '金额（元）',
  C2: '一级指标',
  D2: '二级指标',
  E2: '三级指标',
  F2: '年度指标值',
  G2: '年度绩效目标',
};

testRule(rule, {
  passes: {
    编码不同: [coded('表一', '440305250060100905010'), coded('表二', '440305250060100905011')],
    编码丢了末位数字: [coded('表一', '440305250060100000000'), coded('表二', '440305250060100000000')],
    编码存成数字: [coded('表一', 440305250060100905010), coded('表二', 440305250060100905011)],
    编码待定: [coded('表一', '待定'), coded('表二', '待定')],
    编码占位: [coded('表一', '4403052500XXXXXXXXXXX'), coded('表二', '4403052500XXXXXXXXXXX')],
    编码未填: [coded('表一', null), coded('表二', null)],
    单位不同的同名项目: codedTable([
      { unit: '205001-第一中学', name: '校舍修缮', rows: CLEAN_CODED_ROWS },
      { unit: '205002-第二中学', name: '校舍修缮', rows: CLEAN_CODED_ROWS },
    ]),
    金额不同的同名项目: codedTable([
      { name: '校舍修缮', amount: 500000, rows: CLEAN_CODED_ROWS },
      { name: '校舍修缮', amount: 800000, rows: CLEAN_CODED_ROWS },
    ]),
    第二段不重写金额: codedTable([
      { name: '校舍修缮', rows: CLEAN_CODED_ROWS.slice(0, 3) },
      { name: '校舍修缮', amount: '', rows: CLEAN_CODED_ROWS.slice(3) },
    ]),
    项目格每行重复而目标不同: sheetOf('表一', {
      ...HEADS,
      ...{
        A3: '校舍修缮',
        B3: 500000,
        C3: '产出指标',
        D3: '数量指标',
        E3: '修缮面积',
        F3: '≥900平方米',
        G3: '修缮校舍。',
      },
      ...{ A4: '校舍修缮', B4: 500000, C4: '产出指标', D4: '质量指标', E4: '验收合格率', F4: '100%', G4: '验收合格。' },
    }),
  },
  fails: {
    编码相同: {
      form: [coded('表一', '440305250060100905010'), coded('表二', '440305250060100905010', '街道书屋运行')],
      findings: [
        [
          '表二!B2',
          '项目编码“440305250060100905010”已用于“表一!B2”的项目“社区图书馆运行”；请核对编码，同一项目请只申报一次。',
        ],
      ],
    },
    编码表列出三次: {
      form: codedTable([
        { name: '校舍修缮', rows: CLEAN_CODED_ROWS.slice(0, 2) },
        { name: '校舍修缮', rows: CLEAN_CODED_ROWS.slice(2, 4) },
        { name: '操场维护', amount: 300000, rows: CLEAN_CODED_ROWS },
        { name: '校舍修缮', rows: CLEAN_CODED_ROWS.slice(3) },
      ]),
      findings: [
        [
          'B5',
          '项目“校舍修缮”（金额1000000）重复列出，从第3行起本表共列出3次；请合并为一处，确为不同项目的请核对名称和金额。',
        ],
      ],
    },
  },
});
