import repair from '../../../../src/core/normalizing/repairs/not-applicable';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    各种写法和空着的格: {
      form: projectTarget({
        rows: cleanRows({
          经济效益: [['不适用。', 'n/a', null]],
          生态效益: [['/', '／', '无']],
          其他满意度: [['不 适 用', null, '不涉及']],
        }),
      }),
      repaired: {
        C17: '不适用',
        D17: '不适用',
        E17: '不适用',
        C19: '不适用',
        D19: '不适用',
        E19: '不适用',
        C22: '不适用',
        D22: '不适用',
        E22: '不适用',
      },
    },
  },
  leaves: {
    写明原因的: projectTarget({
      rows: cleanRows({ 经济效益: [['不适用（公益项目）', '不适用', '本项目不产生经济效益。']] }),
    }),
    有名称或有指标值的行: projectTarget({
      rows: cleanRows({ 质量: [['安全事故', '无', '']], 经济效益: [['无', '≥5%', '']], 生态效益: [['', '/', '']] }),
    }),
    还没有填写的表: projectTarget({ rows: [['产出指标', '数量指标', '不适用', '不适用', null]] }),
    表头栏目: projectTarget({ fields: { longTermGoal: '无', policyBasis: '/' } }),
    公式: projectTarget({ rows: cleanRows({ 生态效益: [['不适用', { value: '无', formula: 'C17' }, '不适用']] }) }),
  },
});
