import rule from '../../../../src/core/rules/value/satisfaction-100';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const satisfaction = (value: string) =>
  projectTarget({ rows: cleanRows({ 服务对象满意度: [['居民满意度', value, '入户问卷。']] }) });

testRule(rule, {
  passes: {
    能够达到的水平: satisfaction('≥95%'),
    上限的写法: satisfaction('≤100%'),
    '质量指标的 100%': projectTarget({ rows: cleanRows({ 质量: [['竣工验收合格率', '100%', '验收单。']] }) }),
  },
  fails: {
    '没有符号的 100%': {
      form: satisfaction('100%'),
      findings: [['D21', '“居民满意度”的目标值为“100%”，满意度 100% 难以实现，请改为能够达到的水平，如“≥90%”。']],
    },
    '大于等于 100%': {
      form: satisfaction('≥100.0%'),
      findings: [['D21', '“居民满意度”的目标值为“≥100.0%”，满意度 100% 难以实现，请改为能够达到的水平，如“≥90%”。']],
    },
  },
});
