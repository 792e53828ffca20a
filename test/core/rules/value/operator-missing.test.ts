import rule from '../../../../src/core/rules/value/operator-missing';
import { cleanRows, codedTable, projectTarget, sheetOf, overallTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const quantity = (name: string, value: string) =>
  projectTarget({ rows: cleanRows({ 数量: [[name, value, '台账。']] }) });
const quality = (name: string, value: string) =>
  projectTarget({ rows: cleanRows({ 质量: [[name, value, '台账。']] }) });

testRule(rule, {
  passes: {
    带符号的数量: quantity('讲座场次', '≥12场'),
    文字写的方向: quantity('讲座场次', '不少于12场'),
    以上: quantity('讲座场次', '12场以上'),
    事故为零: projectTarget({ rows: cleanRows({ 社会效益: [['安全责任事故数', '0', '安全台账。']] }) }),
    面积: quantity('绿化养护面积', '35000平方米'),
    金额: quantity('奖补资金', '120万元'),
    等级: quantity('景区等级', '5A级'),
    区间: quantity('讲座场次', '10-12场'),
    天数带方向: quantity('活动保障天数', '15天以上'),
    服务期不是数出来的: quantity('保安服务', '12个月'),
    日期: projectTarget({ rows: cleanRows({ 时效: [['工程完工时间', '2025年11月30日', '竣工单。']] }) }),
    '比率正好 100%': quality('验收合格率', '100%'),
    成本比率另有规则: projectTarget({ rows: cleanRows({ 成本: [['成本节约率', '5%', '决算。']] }) }),
    '满意度 100% 另有规则': projectTarget({ rows: cleanRows({ 服务对象满意度: [['游客满意度', '100%', '问卷。']] }) }),
    效果陈述的百分比: projectTarget({ rows: cleanRows({ 社会效益: [['保障市政设施正常运转', '85%', '巡查。']] }) }),
    指标性质单独成列: sheetOf(
      '表一',
      {
        A1: '项目支出绩效目标申报表',
        A2: '项目名称',
        B2: '社区体育',
        A3: '一级指标',
        B3: '二级指标',
        C3: '三级指标',
        D3: '指标性质',
        E3: '指标值',
        F3: '度量单位',
        A4: '产出指标',
        B4: '数量指标',
        C4: '健身活动场次',
        D4: '≥',
        E4: 20,
        F4: '场',
      },
      ['A1:F1'],
    ),
  },
  fails: {
    整体支出绩效目标表: {
      form: overallTarget({ rows: cleanRows({ 质量: [['图书完好率', '98%']] }) }),
      findings: [['E14', '“图书完好率”的目标值“98%”没有写明达标方向，请在前面加“≥”“≤”或“=”。']],
    },
    没有方向的数量: {
      form: quantity('讲座场次', '12场'),
      findings: [['D12', '“讲座场次”的目标值“12场”没有写明达标方向，请在前面加“≥”“≤”或“=”。']],
    },
    没有方向的天数: {
      form: quantity('活动保障天数', '15天'),
      findings: [['D12', '“活动保障天数”的目标值“15天”没有写明达标方向，请在前面加“≥”“≤”或“=”。']],
    },
    没有方向的比率: {
      form: quality('课程完课率', '85%'),
      findings: [['D14', '“课程完课率”的目标值“85%”没有写明达标方向，请在前面加“≥”“≤”或“=”。']],
    },
    没有方向的满意度: {
      form: projectTarget({ rows: cleanRows({ 服务对象满意度: [['家长', '92%', '问卷。']] }) }),
      findings: [['D21', '“家长”的目标值“92%”没有写明达标方向，请在前面加“≥”“≤”或“=”。']],
    },
    '知晓率 100%': {
      form: codedTable([{ rows: [['2-效益指标', '22-社会效益指标', '222000301-政策知晓率', '100%', '100%']] }]),
      findings: [['J3', '“政策知晓率”的目标值“100%”没有写明达标方向，请在前面加“≥”“≤”或“=”。']],
    },
  },
});
