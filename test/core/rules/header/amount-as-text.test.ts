import rule from '../../../../src/core/rules/header/amount-as-text';
import { CLEAN_CODED_ROWS, codedTable, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    数值: projectTarget(),
    不是数的文字: projectTarget({ fields: { annualAmount: '待定', totalAmount: '详见附件' } }),
    期限存成文本: projectTarget({ fields: { implementationTerm: '3' } }),
    涉密项目: projectTarget({
      fields: { annualAmount: '100', annualGoal: '涉密内容不宜公开', calculationBasis: '涉密内容不宜公开' },
    }),
  },
  fails: {
    带千位分隔符的文本: {
      form: projectTarget({ fields: { totalAmount: '1,410.00', annualAmount: ' 470.1250 ' } }),
      findings: [
        ['B6', '“项目总金额”的“1,410.00”存成了文本，求和时会漏掉，请改为数值。'],
        ['D6', '“本年度项目金额”的“470.1250”存成了文本，求和时会漏掉，请改为数值。'],
      ],
      fixed: { B6: 1410, D6: 470.125 },
    },
    单位与栏目相同: {
      form: projectTarget({ fields: { annualAmount: '100万元' } }),
      findings: [['D6', '“本年度项目金额”的“100万元”存成了文本，求和时会漏掉，请改为数值。']],
      fixed: { D6: 100 },
    },
    单位与栏目不同则不代改: {
      form: projectTarget({ fields: { annualAmount: '1000000元' } }),
      findings: [['D6', '“本年度项目金额”的“1000000元”存成了文本，求和时会漏掉，请改为数值。']],
    },
    公式得出的文本不代改: {
      form: projectTarget({ fields: { annualAmount: { value: '100.00', formula: 'TEXT(100,"0.00")' } } }),
      findings: [['D6', '“本年度项目金额”的“100.00”存成了文本，求和时会漏掉，请改为数值。']],
    },
    编码表: {
      form: codedTable([{ amount: '1,000,000', rows: CLEAN_CODED_ROWS }]),
      findings: [['C3', '“金额”的“1,000,000”存成了文本，求和时会漏掉，请改为数值。']],
      fixed: { C3: 1000000 },
    },
  },
});
