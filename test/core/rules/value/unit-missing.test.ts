import rule from '../../../../src/core/rules/value/unit-missing';
import { cleanRows, codedTable, projectTarget, sheetOf } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const quantity = (name: string, value: string | number) =>
  projectTarget({ rows: cleanRows({ 数量: [[name, value, '台账。']] }) });

testRule(rule, {
  passes: {
    有单位: quantity('新增停车位', '≥260个'),
    比率: projectTarget({ rows: cleanRows({ 质量: [['维修及时率', '≥95', '工单。']] }) }),
    事故为零: projectTarget({ rows: cleanRows({ 社会效益: [['重大安全事故起数', '0', '台账。']] }) }),
    名称里已注明单位: quantity('绿道长度（公里）', '≥12.5'),
    指数和得分: projectTarget({ rows: cleanRows({ 社会效益: [['营商环境评价得分', '≥85', '评估报告。']] }) }),
    效果陈述: projectTarget({ rows: cleanRows({ 社会效益: [['提升城市形象', '1', '—']] }) }),
    '金额的亿、万另有规则': quantity('带动投资额', '≥3亿'),
    阅读量的万不一定要单位: quantity('公众号阅读量', '≥100万'),
    单位单独成列: sheetOf(
      '表一',
      {
        A1: '项目支出绩效目标申报表',
        A2: '项目名称',
        B2: '社区体育',
        A3: '一级指标',
        B3: '二级指标',
        C3: '三级指标',
        D3: '指标值',
        E3: '计量单位',
        A4: '产出指标',
        B4: '数量指标',
        C4: '健身活动场次',
        D4: '≥20',
        E4: '场',
      },
      ['A1:E1'],
    ),
  },
  fails: {
    只有数: {
      form: quantity('新增停车位', '≥260'),
      findings: [['D12', '“新增停车位”的目标值“≥260”没有计量单位，请补上单位。']],
    },
    名称说明单位是人: {
      form: quantity('救护员培训人数', '≥300'),
      findings: [['D12', '“救护员培训人数”的目标值“≥300”没有计量单位，应写为“≥300人”。']],
      fixed: { D12: '≥300人' },
    },
    带万字的人次: {
      form: projectTarget({ rows: cleanRows({ 经济效益: [['接待游客人次', '≥500万', '闸机记录。']] }) }),
      findings: [['D17', '“接待游客人次”的目标值“≥500万”没有计量单位，应写为“≥500万人次”。']],
      fixed: { D17: '≥500万人次' },
    },
    机器人不以人计: {
      form: quantity('导览机器人数量', '≥5'),
      findings: [['D12', '“导览机器人数量”的目标值“≥5”没有计量单位，请补上单位。']],
    },
    数字单元格: {
      form: quantity('巡查次数', 48),
      findings: [['D12', '“巡查次数”的目标值“48”没有计量单位，应写为“48次”。']],
      fixed: { D12: '48次' },
    },
    编码表的两列一起补: {
      form: codedTable([{ rows: [['2-效益指标', '22-社会效益指标', '222000302-惠及志愿者人数', '≥900', '≥300']] }]),
      findings: [['J3', '“惠及志愿者人数”的目标值“≥300”没有计量单位，应写为“≥300人”。']],
      fixed: { I3: '≥900人', J3: '≥300人' },
    },
    效益下的计数: {
      form: projectTarget({ rows: cleanRows({ 经济效益: [['新增规上企业数量', '≥5', '统计局名录。']] }) }),
      findings: [['D17', '“新增规上企业数量”的目标值“≥5”没有计量单位，请补上单位。']],
    },
  },
});
