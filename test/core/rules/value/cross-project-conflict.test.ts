import rule from '../../../../src/core/rules/value/cross-project-conflict';
import { cleanRows, codedTable, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const form = (sheet: string, name: string, value: string, level = '质量') =>
  projectTarget({
    sheet,
    fields: { projectName: `${sheet}项目` },
    rows: cleanRows({ [level]: [[name, value, '台账。']] }),
  });
const both = (name: string, first: string, second: string, level = '质量') => [
  form('甲', name, first, level),
  form('乙', name, second, level),
];

testRule(rule, {
  passes: {
    相同: both('工单办结率', '≥95%', '≥95%'),
    写法不同: both('工单办结率', '≥95%', '不低于95%'),
    '> 与 ≥ 另有规则': both('工单办结率', '>95%', '≥95%'),
    '100% 与 ≥100%': both('工单办结率', '100%', '≥100%'),
    名称不同: both('工单办结率', '≥95%', '≥95%').concat(form('丙', '信访办结率', '≥90%')),
    数量本来不同: both('培训人数', '≥120人', '≥60人', '数量'),
    日期本来不同: both('完工时间', '2025年6月30日', '2025年11月30日', '时效'),
    增长本来不同: both('服务人次增长率', '同比增长5%', '同比增长8%'),
    一个项目里的两行: [
      projectTarget({
        rows: cleanRows({
          质量: [
            ['工单办结率', '≥95%', '台账。'],
            ['工单办结率', '≥90%', '台账。'],
          ],
        }),
      }),
    ],
    涉密项目: [
      form('甲', '工单办结率', '≥95%'),
      projectTarget({
        sheet: '乙',
        fields: { projectName: '乙项目', annualGoal: '涉密项目不宜公开', calculationBasis: '涉密项目不宜公开' },
        rows: cleanRows({ 质量: [['工单办结率', '≥90%', '台账。']] }),
      }),
    ],
  },
  fails: {
    目标不同: {
      form: both('工单办结率', '≥95%', '≥90%'),
      findings: [
        [
          '乙!D14',
          '“工单办结率”的目标值为“≥90%”，项目“甲项目”（工作表“甲”第14行）的同一指标为“≥95%”；请统一，或在名称中写明两者的区别。',
        ],
      ],
    },
    方向不同: {
      form: both('成本控制率', '≤100%', '100%', '成本'),
      findings: [
        [
          '乙!D16',
          '“成本控制率”的目标值为“100%”，项目“甲项目”（工作表“甲”第16行）的同一指标为“≤100%”；请统一，或在名称中写明两者的区别。',
        ],
      ],
    },
    少数对多数: {
      form: [
        form('甲', '工单办结率', '98%'),
        form('乙', '工单办结率', '≥95%'),
        form('丙', '工单办结率。', '≥95%'),
        form('丁', '工单办结率', '≥90%'),
      ],
      findings: [
        [
          '甲!D14',
          '“工单办结率”的目标值为“98%”，项目“乙项目”（工作表“乙”第14行）的同一指标为“≥95%”；请统一，或在名称中写明两者的区别。',
        ],
        [
          '丁!D14',
          '“工单办结率”的目标值为“≥90%”，项目“乙项目”（工作表“乙”第14行）的同一指标为“≥95%”；请统一，或在名称中写明两者的区别。',
        ],
      ],
    },
    编码相同而名称略异: {
      form: codedTable([
        { name: '社区阅读', rows: [['1-产出指标', '12-质量指标', '112000313-项目验收合格率', '≥98%', '≥98%']] },
        { name: '社区体育', rows: [['1-产出指标', '12-质量指标', '112000313-验收合格率', '≥95%', '≥95%']] },
      ]),
      findings: [
        [
          'J4',
          '“验收合格率”的目标值为“≥95%”，项目“社区阅读”（第3行）的同一指标为“≥98%”；请统一，或在名称中写明两者的区别。',
        ],
      ],
    },
  },
});
