import rule from '../../../../src/core/rules/basis/lump-sum';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

/** The amount asked for is 100万元. */
const basis = (calculationBasis: string): ReturnType<typeof projectTarget> =>
  projectTarget({ fields: { calculationBasis } });

testRule(rule, {
  passes: {
    没有其他: basis('设备购置60万元；人员培训40万元。'),
    其他不到百分之十五: basis('设备购置86万元；其他费用14万元。'),
    其他列了明细: basis('设备购置60万元；其他：印刷12万元、邮寄14万元、差旅14万元。'),
    其他交通费用是科目: basis('设备购置60万元；其他交通费用40万元。'),
    工程建设其他费是科目: basis('建安工程费60万元；工程建设其他费40万元。'),
    其他没有金额: basis('设备购置60万元、其他费用。'),
    机动车不是机动费: basis('机动车保险费30万元；机动车维修费70万元；备用机10台。'),
    预备役不是预备费: basis('预备役训练费60万元；预备党员培训费40万元；会议预备会5万元。'),
    说明不含: basis('设备购置100万元（不含预备费）。'),
    说明不安排: basis('设备购置100万元。不得安排机动经费。'),
  },
  fails: {
    其他正好百分之十五: {
      form: basis('设备购置85万元；其他15万元。'),
      findings: [['B8', '测算依据中“其他”15.00万元，占本年度项目金额的15%，请拆分为具体的支出项目。']],
    },
    其他费用按元写: {
      form: basis('1、设备购置60万元；2、其他费用（不可预计）：400,000元。'),
      findings: [['B8', '测算依据中“其他费用(不可预计)”40.00万元，占本年度项目金额的40%，请拆分为具体的支出项目。']],
    },
    其他工作经费: {
      form: basis('设备购置60万元，其他工作经费40万元'),
      findings: [['B8', '测算依据中“其他工作经费”40.00万元，占本年度项目金额的40%，请拆分为具体的支出项目。']],
    },
    机动经费: {
      form: basis('设备购置99万元；预留机动经费1万元。'),
      findings: [['B8', '测算依据列有“机动经费”，请取消或改为具体的支出项目。']],
    },
    不可预见费没有金额: {
      form: basis('设备购置100万元，不可预见费按5%计。'),
      findings: [['B8', '测算依据列有“不可预见费”，请取消或改为具体的支出项目。']],
    },
    预备费: {
      form: basis('建安工程费90万元；基本预备费10万元。'),
      findings: [['B8', '测算依据列有“基本预备费”，请取消或改为具体的支出项目。']],
    },
  },
});

describe('阈值可由方案设定', () => {
  testRule(rule, {
    profile: { thresholds: { 'basis/lump-sum': { sharePercent: 30 } } },
    passes: { 其他两成: basis('设备购置80万元；其他20万元。') },
    fails: {
      其他四成: {
        form: basis('设备购置60万元；其他40万元；机动费1万元。'),
        findings: [
          ['B8', '测算依据中“其他”40.00万元，占本年度项目金额的40%，请拆分为具体的支出项目。'],
          ['B8', '测算依据列有“机动费”，请取消或改为具体的支出项目。'],
        ],
      },
    },
  });
});
