import rule from '../../../../src/core/rules/header/field-missing';
import { CLEAN_CODED_ROWS, codedTable, projectTarget, sheetOf } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const INDICATORS = {
  A4: '一级指标',
  B4: '二级指标',
  C4: '三级指标',
  D4: '指标值',
  A5: '产出指标',
  B5: '数量指标',
  C5: '植树数量',
  D5: '≥500株',
};

testRule(rule, {
  profile: { optionalFields: ['allocationMethod'] },
  passes: {
    一年的项目没有长期目标: projectTarget({ fields: { implementationTerm: '1年', longTermGoal: null } }),
    期限读不出年数时不判断长期目标: projectTarget({ fields: { implementationTerm: '长期', longTermGoal: null } }),
    方案允许空白的栏: projectTarget({ fields: { allocationMethod: null } }),
    填写了不适用: projectTarget({ fields: { policyBasis: '无' } }),
    栏目横排而值在下一行: sheetOf('表一', {
      A1: '项目支出绩效目标表',
      A2: '项目名称',
      B2: '项目编码',
      C2: '政策依据',
      A3: '行道树补植',
      B3: '310107250060100905011',
      C3: '《城市绿化条例》',
      E3: '备查',
      E4: '分值',
      ...INDICATORS,
    }),
    编码表里预算单位只写一次: codedTable([
      { rows: CLEAN_CODED_ROWS },
      { name: '馆舍修缮', unit: ' ', amount: 300000, rows: CLEAN_CODED_ROWS },
    ]),
    编码表里同一项目分成两段: codedTable([
      { rows: CLEAN_CODED_ROWS },
      { overallGoal: '', annualGoal: ' ', amount: ' ', rows: CLEAN_CODED_ROWS.slice(0, 1) },
    ]),
  },
  fails: {
    空白和只有空格的栏: {
      form: projectTarget({ fields: { policyBasis: null, projectType: '  ', applicantUnit: '\n' } }),
      findings: [
        ['B3', '“申请单位”没有填写，请补填。'],
        ['D4', '“项目类型”没有填写，请补填。'],
        ['B7', '“政策依据”没有填写，请补填。'],
      ],
    },
    三年的项目没有长期目标: {
      form: projectTarget({ fields: { implementationTerm: '2025-2027年', longTermGoal: null } }),
      findings: [['B10', '“长期目标”没有填写，请补填。']],
    },
    涉密项目也要填表头: {
      form: projectTarget({
        fields: { projectCode: null, annualGoal: '涉密内容不宜公开', calculationBasis: '涉密内容不宜公开' },
        rows: [['产出指标', '数量指标', '涉密项目不宜公开', '涉密项目不宜公开', '涉密项目不宜公开']],
      }),
      findings: [['B2', '“项目编码”没有填写，请补填。']],
    },
    编码表里的目标: {
      form: codedTable([
        { rows: CLEAN_CODED_ROWS },
        { name: '馆舍修缮', annualGoal: ' ', amount: 300000, rows: CLEAN_CODED_ROWS },
      ]),
      findings: [['E8', '“年度绩效目标”没有填写，请补填。']],
    },
    只有一张空白模板: {
      form: sheetOf('表一', {
        A1: '项目支出绩效目标表',
        A2: '项目名称:',
        A3: '项目编码:',
        ...INDICATORS,
        C5: null,
        D5: null,
      }),
      findings: [
        ['B2', '“项目名称”没有填写，请补填。'],
        ['B3', '“项目编码”没有填写，请补填。'],
      ],
    },
  },
  unchecked: {
    已填的表旁边的空白模板: {
      form: [
        projectTarget(),
        sheetOf('空表', {
          A1: '项目支出绩效目标表',
          A2: '项目名称:',
          A3: '项目编码:',
          ...INDICATORS,
          C5: null,
          D5: null,
        }),
      ],
      reasons: ['“空表”是一张没有填写的空表，未检查。'],
    },
  },
});
