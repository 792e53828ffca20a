import repair from '../../../../src/core/normalizing/repairs/edge-blanks';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    短的栏目首尾都删: {
      form: projectTarget({
        fields: { applicantUnit: ' 南湖区文化服务中心　', allocationMethod: '项目法\n' },
        rows: cleanRows({ 数量: [['\u00a0图书采购数量 ', ' ≥8000册', '说明。 ']] }),
      }),
      repaired: { B3: '南湖区文化服务中心', D5: '项目法', C12: '图书采购数量', D12: '≥8000册', E12: '说明。' },
    },
    栏目名称和标题末尾: {
      form: projectTarget({
        title: '二级项目支出绩效目标申报表 \u00a0',
        columnTitles: ['一级指标 ', '二级指标', ' 三级指标', '指标值\n', '指标解释'],
      }),
      repaired: { A1: '二级项目支出绩效目标申报表', A11: '一级指标', D11: '指标值' },
    },
    长的文字留首行缩进: {
      form: projectTarget({
        fields: { annualGoal: '\n　　采购图书8000册。\n　　培训120人。\n\n', calculationBasis: '  图书采购60万元。' },
      }),
      repaired: { B8: '图书采购60万元。', B9: '　　采购图书8000册。\n　　培训120人。' },
    },
  },
  leaves: {
    只有空格的格: projectTarget({ fields: { longTermGoal: '  ' } }),
    数字和显示格式带的空格: projectTarget({
      fields: { totalAmount: { value: 300, text: ' 300.00 ', numberFormat: '_ * #,##0.00_ ' } },
    }),
    涉密: projectTarget({ fields: { annualGoal: ' 涉密内容，不宜公开。 ' } }),
  },
  refuses: {
    公式得出的没有首尾空白可删: {
      form: projectTarget({ fields: { applicantUnit: { value: ' 甲 ', formula: 'Z1' } } }),
      reasons: [],
    },
  },
});
