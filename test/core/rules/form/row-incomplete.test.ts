import rule from '../../../../src/core/rules/form/row-incomplete';
import {
  cleanRows,
  CLEAN_CODED_ROWS,
  codedTable,
  overallTarget,
  projectTarget,
  type IndicatorRow,
} from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    公式没有保存结果: projectTarget({
      rows: cleanRows({ 质量: [['桥梁检测合格率', { value: null, formula: '100%' }, '检测报告。']] }),
    }),
    整行空白: projectTarget({ rows: cleanRows({ 生态效益: [[null, null, null]] }) }),
    名称不适用而值空白: projectTarget({ rows: cleanRows({ 生态效益: [['不适用', null, null]] }) }),
    名称说得更长的不适用: projectTarget({
      rows: cleanRows({
        经济效益: [['此项不适用', null, null]],
        生态效益: [['不适用（本项目不产生生态影响）', null, null]],
        其他满意度: [['无此项指标', null, null]],
      }),
    }),
    值不适用而名称空白: projectTarget({ rows: cleanRows({ 生态效益: [[null, '/', null]] }) }),
    指标值为零: projectTarget({ rows: cleanRows({ 质量: [['安全事故数', 0, '全年不发生安全事故。']] }) }),
    模板印好的提示: projectTarget({
      rows: cleanRows({
        生态效益: [
          ['指标1：', null, null],
          ['……', null, null],
        ],
      }),
    }),
    模板印好的符号: projectTarget({ rows: cleanRows({ 生态效益: [[null, '≥__%', null]] }) }),
    编码表只填实施周期值: codedTable([
      { rows: [...CLEAN_CODED_ROWS, ['1-产出指标', '11-数量指标', '111000106-新建书屋数', '3个', null]] },
    ]),
    涉密: projectTarget({ rows: cleanRows().map(([a, b]): IndicatorRow => [a, b, '涉密内容不宜公开', null, null]) }),
  },
  fails: {
    整体支出表有名称没有值: {
      form: overallTarget({ rows: cleanRows({ 质量: [['道路完好率', null]] }) }),
      findings: [['E14', '三级指标“道路完好率”没有指标值；请填写可考核的指标值。']],
    },
    有名称没有值: {
      form: projectTarget({ rows: cleanRows({ 质量: [['验收合格率', ' ', '验收合格册数占比。']] }) }),
      findings: [['D14', '三级指标“验收合格率”没有指标值；请填写可考核的指标值。']],
    },
    值处仍是模板符号: {
      form: projectTarget({ rows: cleanRows({ 质量: [['验收合格率', '≥ %', '验收合格册数占比。']] }) }),
      findings: [['D14', '三级指标“验收合格率”没有指标值；请填写可考核的指标值。']],
    },
    有值没有名称: {
      form: projectTarget({ rows: cleanRows({ 社会效益: [[null, '≥90%', '受训人员就业情况。']] }) }),
      findings: [['C18', '指标值“≥90%”没有对应的三级指标；请填写指标名称，多余的请删去。']],
    },
    编码表缺值: {
      form: codedTable([
        { rows: [...CLEAN_CODED_ROWS, ['1-产出指标', '11-数量指标', '111000106-新建书屋数', null, null]] },
      ]),
      findings: [['J8', '三级指标“111000106-新建书屋数”没有指标值；请填写可考核的指标值。']],
    },
  },
  unchecked: {
    一列都空: {
      form: projectTarget({ rows: cleanRows().map(([a, b, c, , e]): IndicatorRow => [a, b, c, null, e]) }),
      reasons: ['“指标值”一列没有任何内容，可能填在别处，未检查各行是否完整。'],
    },
  },
});
