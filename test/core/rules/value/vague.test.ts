import rule from '../../../../src/core/rules/value/vague';
import { cleanRows, codedTable, projectTarget, overallTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const row = (level: string, name: string, value: string) =>
  projectTarget({ rows: cleanRows({ [level]: [[name, value, '考核说明。']] }) });
const social = (name: string, value: string) => row('社会效益', name, value);
const CLEAR = [
  '合格',
  '通过验收',
  '合法合规',
  '是',
  '优',
  '良好及以上',
  '优良',
  '达到国家一级标准',
  '基本达标',
  '优于Ⅲ类',
  '零发生',
  '无',
  '无投诉',
  '全覆盖',
  '应保尽保',
  '按计划完成',
  '按时完成',
  '不超预算',
  '控制在预算内',
  '较上年提高',
  '同比下降',
  '不低于上年',
  '与上年持平',
  '保持稳定',
  '正常',
  '健全',
  '整洁有序',
  '满意',
  '达到预期目标',
  '动态清零',
  '三级',
  '提升2个百分点',
  '≥90分',
  '长期',
  '1:1',
];
const VAGUE = [
  '有效',
  '显著',
  '提升',
  '提高',
  '促进',
  '加强',
  '吸引',
  '指导',
  '有效改善',
  '显著增强',
  '稳步提高',
  '持续改善',
  '不断壮大',
  '得到改善',
  '有所下降',
  '减少',
  '增长',
  '稳步增长',
  '长期改善',
  '较大',
  '较好',
  '效果显著',
  '作用明显',
  '具有深远影响',
  '巩固提高',
  '促进和带动',
  '不断提高干部队伍素质',
  '全面提升服务保障能力和水平。',
  '及时',
  '及时发放',
];

testRule(rule, {
  passes: {
    ...Object.fromEntries(CLEAR.map((value) => [value, social('社区治理成效', value)])),
    空白: social('', ''),
    比率: social('政策知晓率', '≥85%'),
  },
  fails: {
    整体支出绩效目标表: {
      form: overallTarget({ rows: cleanRows({ 社会效益: [['文化氛围', '有效提升']] }) }),
      findings: [
        ['E18', '“文化氛围”的目标值“有效提升”没有可核对的标准，请改为数量、比率，或写明达到什么状态才算完成。'],
      ],
    },
    ...Object.fromEntries(
      VAGUE.map((value) => [
        value,
        {
          form: social('社区治理成效', value),
          findings: [
            [
              'D18',
              `“社区治理成效”的目标值“${value}”没有可核对的标准，请改为数量、比率，或写明达到什么状态才算完成。`,
            ] as const,
          ],
        },
      ]),
    ),
    时效写及时: {
      form: row('时效', '故障响应', '及时'),
      findings: [['D15', '“故障响应”的目标值“及时”没有可核对的标准，请改为数量、比率，或写明达到什么状态才算完成。']],
    },
    编码表两列只报年度值: {
      form: codedTable([{ rows: [['2-效益指标', '22-社会效益指标', '222000310-城市形象', '有效提升', '有效提升']] }]),
      findings: [
        ['J3', '“城市形象”的目标值“有效提升”没有可核对的标准，请改为数量、比率，或写明达到什么状态才算完成。'],
      ],
    },
    只有周期值含糊: {
      form: codedTable([{ rows: [['2-效益指标', '22-社会效益指标', '222000310-城市形象', '显著提升', '是']] }]),
      findings: [
        ['I3', '“城市形象”的目标值“显著提升”没有可核对的标准，请改为数量、比率，或写明达到什么状态才算完成。'],
      ],
    },
  },
});
