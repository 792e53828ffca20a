import rule from '../../../../src/core/rules/value/cost-direction';
import { cleanRows, projectTarget, overallTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const row = (level: string, name: string, value: string) =>
  projectTarget({ rows: cleanRows({ [level]: [[name, value, '决算报表。']] }) });
const cost = (name: string, value: string) => row('成本', name, value);

testRule(rule, {
  passes: {
    上限: cost('项目总成本控制率', '≤100%'),
    小于: cost('成本控制率', '<100%'),
    以内: cost('经费控制率', '100%以内'),
    控制在: cost('成本控制率', '控制在100%'),
    区间: cost('成本控制率', '95%-100%'),
    节约率: cost('成本节约率', '≥5%'),
    超支为零: cost('超支率', '0%'),
    达标率: cost('成本控制达标率', '100%'),
    费用占比另当别论: row('经济效益', '企业研发费用占比', '≥5%'),
    金额上限: cost('设备采购成本', '≤80万元'),
    金额没有方向: cost('设备采购成本', '80万元'),
    补助标准有下限: cost('生均公用经费标准', '≥1500元'),
    节约的成本: cost('节约办公成本', '≥5万元'),
    文字: cost('成本控制率', '不超预算'),
    风险控制率不是成本: row('社会效益', '疫情控制率', '≥95%'),
  },
  fails: {
    整体支出绩效目标表: {
      form: overallTarget({ rows: cleanRows({ 成本: [['三公经费控制率', '100%']] }) }),
      findings: [['E16', '“三公经费控制率”的目标值“100%”没有写明上限，请改为“≤”的形式，如“≤100%”。']],
    },
    没有方向: {
      form: cost('成本控制率', '95%'),
      findings: [['D16', '“成本控制率”的目标值“95%”没有写明上限，请改为“≤”的形式，如“≤95%”。']],
    },
    等号: {
      form: cost('三公经费控制率', '＝100%'),
      findings: [['D16', '“三公经费控制率”的目标值“＝100%”没有写明上限，请改为“≤”的形式，如“≤100%”。']],
    },
    方向相反: {
      form: cost('预算控制率', '≥90%'),
      findings: [['D16', '“预算控制率”的目标值“≥90%”要求成本不低于某数，方向相反；请改为“≤”的形式，如“≤90%”。']],
    },
    金额方向相反: {
      form: cost('装备采购成本', '不少于120万元'),
      findings: [
        ['D16', '“装备采购成本”的目标值“不少于120万元”要求成本不低于某数，方向相反；请改为“≤”的形式，如“≤120万元”。'],
      ],
    },
    不在成本行: {
      form: row('质量', '投资控制率', '100%'),
      findings: [['D14', '“投资控制率”的目标值“100%”没有写明上限，请改为“≤”的形式，如“≤100%”。']],
    },
  },
});
