import rule from '../../../../src/core/rules/header/amount-invalid';
import { CLEAN_CODED_ROWS, codedTable, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    各种写法的数: projectTarget({ fields: { totalAmount: '￥1,410.00', annualAmount: '48.45万元' } }),
    数值格式使单元格显示为井号: projectTarget({ fields: { annualAmount: { value: 100, text: '####' } } }),
    一年的项目总金额不适用: projectTarget({ fields: { implementationTerm: 1, totalAmount: '/' } }),
    涉密金额: projectTarget({ fields: { totalAmount: '涉密内容不宜公开', annualAmount: '涉密内容不宜公开' } }),
    编码表里同一项目的第二段: codedTable([
      { rows: CLEAN_CODED_ROWS },
      { amount: ' ', rows: CLEAN_CODED_ROWS.slice(0, 2) },
    ]),
  },
  fails: {
    空白: {
      form: projectTarget({ fields: { annualAmount: null } }),
      findings: [['D6', '“本年度项目金额”没有填写，请补填金额。']],
    },
    不是数字: {
      form: projectTarget({ fields: { totalAmount: '待定', annualAmount: '约100' } }),
      findings: [
        ['B6', '“项目总金额”填为“待定”，不是数字，请改填金额。'],
        ['D6', '“本年度项目金额”填为“约100”，不是数字，请改填金额。'],
      ],
    },
    公式出错: {
      form: projectTarget({ fields: { annualAmount: { value: '#REF!', formula: 'SUM(#REF!)' } } }),
      findings: [['D6', '“本年度项目金额”填为“#REF!”，不是数字，请改填金额。']],
    },
    负数和零: {
      form: projectTarget({ fields: { totalAmount: { value: -5, text: '(5.00)' }, annualAmount: '0.00' } }),
      findings: [
        ['B6', '“项目总金额”为负数“(5.00)”，请核对。'],
        ['D6', '“本年度项目金额”为零，请核对是否漏填。'],
      ],
    },
    编码表里的金额: {
      form: codedTable([{ amount: '暂无数据', rows: CLEAN_CODED_ROWS }]),
      findings: [['C3', '“金额”填为“暂无数据”，不是数字，请改填金额。']],
    },
  },
  unchecked: {
    公式没有保存结果: {
      form: projectTarget({ fields: { totalAmount: { value: null, formula: 'D6*3' } } }),
      reasons: ['“项目总金额”是公式，文件里没有保存计算结果，未能核对；请用 Excel 打开并保存后再校验。'],
    },
    金额写在文字里: {
      form: projectTarget({ fields: { annualAmount: '100万元，其中财政拨款80万元' } }),
      reasons: ['“本年度项目金额”填为“100万元，其中财政拨款80万元”，不是单独一个数，未能核对。'],
    },
  },
});
