import rule from '../../../../src/core/rules/basis/no-amount';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const basis = (calculationBasis: string): ReturnType<typeof projectTarget> =>
  projectTarget({ fields: { calculationBasis } });

testRule(rule, {
  passes: {
    写了金额: basis('图书采购60万元。'),
    写了单价: basis('专家费800元/人次。'),
    单价没有写元: basis('聘用12人，工资5000/人/月。'),
    金额用汉字: basis('经测算，共需贰拾万元整。'),
    带人民币符号: basis('￥50,000.00'),
    单位写在表头: basis('（单位：万元）设备购置50；安装调试10。'),
    算式没有单位: basis('网络费用：200*12*5=12000'),
    金额没有单位: basis('培训费70000.00；会议费30,000'),
    字母代替万: basis('保安费65W'),
    留空由别的规则说: basis(' '),
    涉密: basis('涉密项目内容不宜公开展示。'),
    本年度没有金额: projectTarget({ fields: { calculationBasis: '本年度不安排支出。', annualAmount: 0 } }),
    金额在标签之间: basis('<ol><li>图书采购60<b>万元</b></li></ol>'),
  },
  fails: {
    只有数量: {
      form: basis('举办业务培训2场。'),
      findings: [['B8', '测算依据“举办业务培训2场。”没有写明金额或单价，请补充各项支出的单价、数量和金额。']],
    },
    只有依据: {
      form: basis('依据2025年3月在册情况和36名聘用人员岗位测算。'),
      findings: [
        ['B8', '测算依据“依据2025年3月在册情况和36名聘用人…”没有写明金额或单价，请补充各项支出的单价、数量和金额。'],
      ],
    },
    经费后面是人数: {
      form: basis('聘用人员经费36人，工作经费2.按实际情况安排。'),
      findings: [
        ['B8', '测算依据“聘用人员经费36人，工作经费2.按实际情…”没有写明金额或单价，请补充各项支出的单价、数量和金额。'],
      ],
    },
    元旦不是金额: {
      form: basis('元旦、元宵节慰问300户。'),
      findings: [['B8', '测算依据“元旦、元宵节慰问300户。”没有写明金额或单价，请补充各项支出的单价、数量和金额。']],
    },
    写不适用: {
      form: basis('不适用'),
      findings: [['B8', '测算依据“不适用”没有写明金额或单价，请补充各项支出的单价、数量和金额。']],
    },
  },
  unchecked: {
    见附件: {
      form: basis('详见附件《项目支出测算明细表》。'),
      reasons: ['测算依据写明见附件，附件不在工作簿中，未检查金额。'],
    },
    另附: { form: basis('根据合同（另附）。'), reasons: ['测算依据写明见附件，附件不在工作簿中，未检查金额。'] },
  },
});
