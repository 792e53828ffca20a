import rule from '../../../../src/core/rules/text/number-format';
import { projectTarget, proseSheet } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const prose = (...paragraphs: string[]): ReturnType<typeof proseSheet> =>
  proseSheet({ lines: ['2025年南湖区水务局部门预算', '第一部分 部门预算收支总体情况', ...paragraphs] });

testRule(rule, {
  passes: {
    规范的文字部分: proseSheet(),
    都用: prose('预算收入3,460万元，包括人员支出1,280万元、公用支出874万元。'),
    都不用: prose('预算收入3460万元，包括人员支出1280万元。', '项目支出1850.50万元。'),
    不到一千的不必用: prose('预算收入3,460万元，公用支出874万元。'),
    年份和文号: prose('2025年预算收入3,460万元，依据《通知》（南财〔2023〕1024号），截至2024年10月。'),
    不到一万的数量: prose('预算收入3,460万元，编制3200人，热线受理1500件，办公用房5000平方米。'),
    编码和电话: prose('预算收入3,460万元，科目2080505，热线12345，电话88881234。'),
    项目申报表不查: projectTarget({ fields: { calculationBasis: '采购费2,000元，印刷费3000元' } }),
  },
  fails: {
    一处没有: {
      form: prose('预算收入3,460万元，比上年减少152万元。', '人员支出 1280 万元，公用支出 874 万元。'),
      findings: [['A4', '“1280 万元”没有千位分隔符，而“3,460万元”有，请统一写法。']],
    },
    几处没有: {
      form: prose(
        '（一）人员支出１２８０万元，主要包括：工资福利支出1280.00万元。',
        '预算收入3,460万元，服务群众12000人次。',
      ),
      findings: [['A3', '“１２８０万元”等3处数字没有千位分隔符，而“3,460万元”有，请统一写法。']],
    },
    以元为单位: {
      form: prose('公务接待费3,500元，印刷费12000元。'),
      findings: [['A3', '“12000元”没有千位分隔符，而“3,500元”有，请统一写法。']],
    },
  },
});
