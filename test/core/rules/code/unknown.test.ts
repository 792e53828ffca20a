import rule from '../../../../src/core/rules/code/unknown';
import { cleanRows, CLEAN_CODED_ROWS, codedTable, projectTarget } from '../../../support/build-form';
import { OBSERVED_CATALOGUE, SAMPLE_CATALOGUE } from '../../../support/sample-catalogue';
import { testRule } from '../../../support/test-rule';

const beside = (...names: readonly string[]) =>
  codedTable([
    {
      rows: [...CLEAN_CODED_ROWS, ...names.map((name) => ['1-产出指标', '11-数量指标', name, '≥3场', '≥3场'] as const)],
    },
  ]);
const coded = (names: readonly string[]) =>
  codedTable([{ rows: names.map((name) => ['1-产出指标', '11-数量指标', name, '≥3场', '≥3场'] as const) }]);

testRule(rule, {
  catalogue: SAMPLE_CATALOGUE,
  passes: {
    库中的编码: beside('111000202-阅读推广活动场次', '１１１０００２０１－新建社区书屋数量'),
    没有编码的名称: beside('阅读推广活动场次', '不适用'),
    没有编码的申报表: projectTarget({ rows: cleanRows({ 数量: [['2025年培训场次', '≥3场', '甲']] }) }),
  },
  fails: {
    库中没有: {
      form: beside('111000999-漂流书亭数量'),
      findings: [['H8', '编码“111000999”不在指标库“南湖区指标库”中；请核对编码，或从指标库中选用其他指标。']],
    },
    名称在库中: {
      form: beside('111000222-阅读推广活动场次', '111000223-书屋建设数'),
      findings: [
        ['H8', '编码“111000222”不在指标库“南湖区指标库”中，库中“阅读推广活动场次”的编码是“111000202”；请核对编码。'],
        ['H9', '编码“111000223”不在指标库“南湖区指标库”中，库中“书屋建设数”的编码是“111000201”；请核对编码。'],
      ],
    },
    级次互相矛盾: {
      form: beside('121000202-阅读推广活动场次'),
      findings: [
        [
          'H8',
          '编码“121000202”的二级指标位“21”不以一级指标位“1”开头，指标库“南湖区指标库”中不会有这样的编码；请核对编码。',
        ],
      ],
    },
    编码栏里的编码: {
      form: projectTarget({
        columnTitles: ['一级指标', '二级指标', '三级指标', '指标值', '指标编码'],
        rows: [
          ['产出指标', '数量指标', '图书采购数量', '≥3册', '111000101'],
          ['产出指标', '数量指标', '流动书车出车次数', '≥3次', 111000998],
          ['产出指标', '数量指标', '阅读推广活动场次', '≥3场', '１１１０００９９９'],
          ['效益指标', '数量指标', '活动次数', '≥20次', '211003386'],
        ],
      }),
      findings: [
        ['E13', '编码“111000998”不在指标库“南湖区指标库”中；请核对编码，或从指标库中选用其他指标。'],
        ['E14', '编码“111000999”不在指标库“南湖区指标库”中，库中“阅读推广活动场次”的编码是“111000202”；请核对编码。'],
        [
          'E15',
          '编码“211003386”的二级指标位“11”不以一级指标位“2”开头，指标库“南湖区指标库”中不会有这样的编码；请核对编码。',
        ],
      ],
    },
    申报表里的编码: {
      form: projectTarget({
        rows: cleanRows({
          数量: [
            ['111000101-图书采购数量', '≥3册', '甲'],
            ['111000998-流动书车出车次数', '≥3次', '乙'],
          ],
        }),
      }),
      findings: [['C13', '编码“111000998”不在指标库“南湖区指标库”中；请核对编码，或从指标库中选用其他指标。']],
    },
  },
});

testRule(
  { ...rule, messages: {} },
  {
    catalogue: OBSERVED_CATALOGUE,
    passes: { 库中的编码: beside('111000202-阅读推广活动场次') },
    fails: {},
    unchecked: {
      指标库不完整: {
        form: beside('111000901-甲数', '111000902-乙数', '111000903-丙数', '111000904-丁数', '111000901-甲数'),
        reasons: ['指标库“所见指标”不完整，有4个编码不在其中（111000901、111000902、111000903等），未能核对。'],
      },
      别处的编码: {
        form: coded(['111000101-河道清淤长度', '112000102-堤防加固座数', '111000909-水闸维护数']),
        reasons: ['本工作簿的编码与指标库“所见指标”不是一套，未核对指标编码。'],
      },
      另一种编码: {
        form: coded(['gx010101-培训班次', 'gx010102-培训人次']),
        reasons: ['本工作簿的编码与指标库“所见指标”不是一套，未核对指标编码。'],
      },
    },
  },
);

testRule(
  { ...rule, messages: {} },
  {
    passes: { 没有编码: projectTarget() },
    fails: {},
    unchecked: {
      没有指标库: { form: codedTable(), reasons: ['没有装入指标库，未核对指标编码。'] },
      涉密项目的编码不看: {
        form: codedTable([
          { rows: CLEAN_CODED_ROWS },
          {
            name: '另一项目',
            overallGoal: '涉密内容不宜公开',
            rows: [['1-产出指标', '11-数量指标', '111000909-某数', '≥3个', '≥3个']],
          },
        ]),
        reasons: ['没有装入指标库，未核对指标编码。'],
      },
    },
  },
);

testRule(
  { ...rule, messages: { absent: rule.messages.absent } },
  {
    catalogue: {
      ...SAMPLE_CATALOGUE,
      entries: [
        ...SAMPLE_CATALOGUE.entries,
        { code: 'GX010101', name: '培训班次', level1: 'output', level2: 'quantity' },
      ],
    },
    passes: { 指标库里有两种编码: coded(['gx010101-培训班次']) },
    fails: {
      共性编码也要核对: {
        form: coded(['gx010101-培训班次', 'gx010109-培训人次']),
        findings: [['H4', '编码“gx010109”不在指标库“南湖区指标库”中；请核对编码，或从指标库中选用其他指标。']],
      },
    },
  },
);
