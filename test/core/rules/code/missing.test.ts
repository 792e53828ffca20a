import rule from '../../../../src/core/rules/code/missing';
import { cleanRows, CLEAN_CODED_ROWS, codedTable, projectTarget } from '../../../support/build-form';
import { SAMPLE_CATALOGUE } from '../../../support/sample-catalogue';
import { testRule } from '../../../support/test-rule';

const beside = (...rows: readonly (readonly [name: string, level2?: string, level1?: string])[]) =>
  codedTable([
    {
      rows: [
        ...CLEAN_CODED_ROWS,
        ...rows.map(
          ([name, level2 = '11-数量指标', level1 = '1-产出指标']) => [level1, level2, name, '≥3个', '≥3个'] as const,
        ),
      ],
    },
  ]);
const formOf = (...names: readonly string[]) =>
  projectTarget({ rows: cleanRows({ 数量: names.map((name) => [name, '≥3场', '甲'] as const) }) });

testRule(rule, {
  profile: { wantsIndicatorCodes: true },
  catalogue: SAMPLE_CATALOGUE,
  passes: {
    有编码: beside(['111000202-阅读推广活动场次'], ['gx010101-培训班次'], ['111000999_漂流书亭数量']),
    不适用和涉密: beside(['不适用'], ['/'], ['涉密内容不宜公开'], [' ']),
    整张表都没有编码的申报表: formOf('阅读推广活动场次'),
  },
  fails: {
    没有编码: {
      form: beside(['漂流书亭数量'], ['阅读推广活动']),
      findings: [
        ['H8', '三级指标“漂流书亭数量”没有指标编码；请从指标库中选取编码，写成“编码-名称”。'],
        ['H9', '三级指标“阅读推广活动”没有指标编码；请从指标库中选取编码，写成“编码-名称”。'],
      ],
    },
    指标库有同名指标: {
      form: beside(['阅读推广活动场次'], [' （新建/改造）社区书屋数量']),
      findings: [
        ['H8', '三级指标“阅读推广活动场次”没有指标编码，指标库中同名指标的编码是“111000202”；请补上编码。'],
        ['H9', '三级指标“（新建/改造）社区书屋数量”没有指标编码，指标库中同名指标的编码是“111000201”；请补上编码。'],
      ],
      fixed: { H8: '111000202-阅读推广活动场次', H9: '111000201-(新建/改造)社区书屋数量' },
    },
    类别不同或多出说明的不代填: {
      form: beside(['阅读推广活动场次', '12-质量指标'], ['阅读推广活动场次（含线上）']),
      findings: [
        ['H8', '三级指标“阅读推广活动场次”没有指标编码；请从指标库中选取编码，写成“编码-名称”。'],
        ['H9', '三级指标“阅读推广活动场次（含线上）”没有指标编码；请从指标库中选取编码，写成“编码-名称”。'],
      ],
    },
    取值和编码指标矛盾的不代填: {
      form: codedTable([
        { rows: [...CLEAN_CODED_ROWS, ['1-产出指标', '11-数量指标', '阅读推广活动场次', '≥3台', '≥3台']] },
      ]),
      findings: [['H8', '三级指标“阅读推广活动场次”没有指标编码；请从指标库中选取编码，写成“编码-名称”。']],
    },
    库中名称列出几种情形: {
      form: beside(['改造社区书屋数量']),
      findings: [
        [
          'H8',
          '三级指标“改造社区书屋数量”没有指标编码，与指标库中的“(新建/改造)社区书屋数量”（编码“111000201”）是一项；请补上编码，改用库中名称。',
        ],
      ],
      fixed: { H8: '111000201-(新建/改造)社区书屋数量' },
    },
    编码另有一栏: {
      form: projectTarget({
        columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标编码'],
        rows: [
          ['产出指标', '数量指标', '图书采购数量', '≥3册', '111000101'],
          ['产出指标', '数量指标', '漂流书亭数量', '≥3个', null],
          ['产出指标', '数量指标', '阅读推广活动场次', '≥3场', null],
          ['产出指标', '数量指标', '书屋建设数', '≥3家', '/'],
        ],
      }),
      findings: [
        ['E13', '三级指标“漂流书亭数量”没有指标编码；请从指标库中选取编码。'],
        ['E14', '三级指标“阅读推广活动场次”没有指标编码，指标库中同名指标的编码是“111000202”；请补上编码。'],
        [
          'E15',
          '三级指标“书屋建设数”没有指标编码，与指标库中的“(新建/改造)社区书屋数量”（编码“111000201”）是一项；请补上编码，改用库中名称。',
        ],
      ],
      fixed: { E14: '111000202', E15: '111000201', C15: '(新建/改造)社区书屋数量' },
    },
    申报表里有的填了编码: {
      form: projectTarget({
        rows: [
          ['产出指标', '数量指标', '111000101-图书采购数量', '≥3册', '甲'],
          ['产出指标', '数量指标', '漂流书亭数量', '≥3个', '乙'],
        ],
      }),
      findings: [['C13', '三级指标“漂流书亭数量”没有指标编码；请从指标库中选取编码，写成“编码-名称”。']],
    },
  },
});

testRule(
  { ...rule, messages: {} },
  { catalogue: SAMPLE_CATALOGUE, passes: { 方案不要求编码: beside(['漂流书亭数量']) }, fails: {} },
);

testRule(
  { ...rule, messages: { missing: rule.messages.missing } },
  {
    profile: { wantsIndicatorCodes: true },
    passes: {},
    fails: {
      没有指标库: {
        form: beside(['阅读推广活动场次']),
        findings: [['H8', '三级指标“阅读推广活动场次”没有指标编码；请从指标库中选取编码，写成“编码-名称”。']],
      },
    },
  },
);
