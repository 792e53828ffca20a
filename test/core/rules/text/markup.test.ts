import rule from '../../../../src/core/rules/text/markup';
import { cleanRows, projectTarget, sheetOf } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    单个字母的分类标记: projectTarget({ fields: { annualGoal: '2025年完成<A>类馆舍2处、<B>类馆舍5处的修缮。' } }),
    比较符号: projectTarget({ rows: cleanRows({ 数量: [['参训人数', '<300人', '人数 > 200 且 < 300。']] }) }),
    尖括号里的普通文字: projectTarget({ fields: { annualGoal: '2025年完成<社区阅读>品牌活动10场，A&B两类。' } }),
    网址里的参数: projectTarget({ fields: { policyBasis: '依据见 http://example.invalid/?a=1&b=2 所载办法。' } }),
  },
  fails: {
    段落标记: {
      form: projectTarget({ fields: { annualGoal: '<p> 2025年举办讲座10场。 </p> <p> 培训馆员120人。</p>' } }),
      findings: [['B9', '文字中有网页标记“<p>”“</p>”，请删去标记，只留文字。']],
      fixed: { B9: '2025年举办讲座10场。\n培训馆员120人。' },
    },
    带样式的标记和实体: {
      form: projectTarget({ fields: { policyBasis: '<span style="color:red">依据&nbsp;条例</span>第三条' } }),
      findings: [['B7', '文字中有网页标记“<span style="color:red">”“</span>”“&nbsp;”，请删去标记，只留文字。']],
      fixed: { B7: '依据 条例第三条' },
    },
    不在申报表里的文字也查: {
      form: sheetOf('表一', { A1: '部门职责', A2: '<br/>负责全区图书馆工作' }),
      findings: [['A2', '文字中有网页标记“<br/>”，请删去标记，只留文字。']],
      fixed: { A2: '负责全区图书馆工作' },
    },
  },
});
