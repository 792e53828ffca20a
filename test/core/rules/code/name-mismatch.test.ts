import rule from '../../../../src/core/rules/code/name-mismatch';
import { CLEAN_CODED_ROWS, codedTable } from '../../../support/build-form';
import { OBSERVED_CATALOGUE, SAMPLE_CATALOGUE } from '../../../support/sample-catalogue';
import { testRule } from '../../../support/test-rule';

const beside = (...names: readonly string[]) =>
  codedTable([
    {
      rows: [...CLEAN_CODED_ROWS, ...names.map((name) => ['1-产出指标', '11-数量指标', name, '≥3场', '≥3场'] as const)],
    },
  ]);

testRule(rule, {
  catalogue: SAMPLE_CATALOGUE,
  passes: {
    名称一致: beside(
      '111000202-阅读推广活动场次',
      '111000202- 阅读推广活动场次 ',
      '１１１０００２０２－阅读推广活动场次',
    ),
    括号写法不同: beside(
      '111000201-（新建/改造）社区书屋数量',
      '111000201-社区书屋数量',
      '111000201-改造社区书屋数量',
      '222000204-提升全民阅读氛围',
      '222000204-提升全民阅读氛围（是／否）',
      '111000202-阅读推广活动场次（含线上）',
    ),
    别名: beside('111000201-书屋建设数'),
    库中没有的编码: beside('111000999-漂流书亭数量'),
    没有名称: beside('111000202-'),
  },
  fails: {
    写法不同: {
      form: beside('111000202-阅读推广活动次数', '111000207-馆员培训课题数'),
      findings: [
        ['H8', '“阅读推广活动次数”与指标库中编码“111000202”的名称“阅读推广活动场次”写法不同；请改为指标库的名称。'],
        ['H9', '“馆员培训课题数”与指标库中编码“111000207”的名称“馆员培训课题数量”写法不同；请改为指标库的名称。'],
      ],
      fixed: { H8: '111000202-阅读推广活动场次', H9: '111000207-馆员培训课题数量' },
    },
    不是一项: {
      form: beside('111000207-街头钢琴维护架数'),
      findings: [
        [
          'H8',
          '编码“111000207”在指标库中是“馆员培训课题数量”，与所填名称“街头钢琴维护架数”不是一项指标；请核对编码和名称。',
        ],
      ],
    },
    名称另有编码: {
      form: beside('111000207-图书采购数量'),
      findings: [
        [
          'H8',
          '编码“111000207”在指标库中是“馆员培训课题数量”，而“图书采购数量”的编码是“111000101”；请按实际要报的指标改正编码或名称。',
        ],
      ],
    },
  },
});

testRule(
  { ...rule, messages: {} },
  {
    catalogue: OBSERVED_CATALOGUE,
    passes: {},
    fails: {},
    unchecked: {
      别处的编码: {
        form: codedTable([{ rows: [['1-产出指标', '11-数量指标', '111000101-河道清淤长度', '≥3公里', '≥3公里']] }]),
        reasons: ['本工作簿的编码与指标库“所见指标”不是一套，未核对指标编码。'],
      },
    },
  },
);
