import rule from '../../../../src/core/rules/value/unit-incomplete';
import { cleanRows, codedTable, projectTarget, sheetOf, overallTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const economic = (name: string, value: string) =>
  projectTarget({ rows: cleanRows({ 经济效益: [[name, value, '统计局数据。']] }) });
const withUnitColumn = (name: string, unit: string) =>
  sheetOf(
    '表一',
    {
      A1: '项目支出绩效目标申报表',
      A2: '项目名称',
      B2: '产业扶持',
      A3: '一级指标',
      B3: '二级指标',
      C3: '三级指标',
      D3: '指标值',
      E3: '计量单位',
      A4: '效益指标',
      B4: '经济效益指标',
      C4: name,
      D4: '≥20',
      E4: unit,
    },
    ['A1:E1'],
  );

testRule(rule, {
  passes: {
    亿元: economic('新增税收', '≥3亿元'),
    元: economic('人均补贴金额', '500元'),
    不是金额: economic('公众号阅读量', '≥100万'),
    用电量: economic('节约用电量', '≥2亿'),
    有单位: economic('接待游客', '500万人次'),
    粮食产量: economic('粮食总产量', '≥5亿斤'),
    单位在另一列: withUnitColumn('新增税收', '亿元'),
    另一列不是金额: withUnitColumn('公众号阅读量', '万'),
  },
  fails: {
    整体支出绩效目标表: {
      form: overallTarget({ rows: cleanRows({ 经济效益: [['带动文化消费', '≥3亿']] }) }),
      findings: [['E17', '“带动文化消费”是金额，目标值“≥3亿”缺少“元”，应写为“≥3亿元”。']],
      fixed: { E17: '≥3亿元' },
    },
    税收: {
      form: economic('新增税收', '≥3亿'),
      findings: [['D17', '“新增税收”是金额，目标值“≥3亿”缺少“元”，应写为“≥3亿元”。']],
      fixed: { D17: '≥3亿元' },
    },
    金额在名称中间: {
      form: economic('创业担保贷款发放金额', '5000万'),
      findings: [['D17', '“创业担保贷款发放金额”是金额，目标值“5000万”缺少“元”，应写为“5000万元”。']],
      fixed: { D17: '5000万元' },
    },
    区间: {
      form: economic('带动社会投资', '3-5亿'),
      findings: [['D17', '“带动社会投资”是金额，目标值“3-5亿”缺少“元”，应写为“3-5亿元”。']],
      fixed: { D17: '3-5亿元' },
    },
    值里写明是金额: {
      form: economic('招商成果', '合同引资10亿'),
      findings: [['D17', '“招商成果”是金额，目标值“合同引资10亿”缺少“元”，应写为“合同引资10亿元”。']],
      fixed: { D17: '合同引资10亿元' },
    },
    编码表的两列一起补: {
      form: codedTable([{ rows: [['2-效益指标', '21-经济效益指标', '221000305-合同投资额', '≥30亿', '≥10亿']] }]),
      findings: [['J3', '“合同投资额”是金额，目标值“≥10亿”缺少“元”，应写为“≥10亿元”。']],
      fixed: { I3: '≥30亿元', J3: '≥10亿元' },
    },
    计量单位列: {
      form: withUnitColumn('新增税收', '亿'),
      findings: [['E4', '“新增税收”是金额，计量单位“亿”缺少“元”，应写为“亿元”。']],
      fixed: { E4: '亿元' },
    },
  },
});
