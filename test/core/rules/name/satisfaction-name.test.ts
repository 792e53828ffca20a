import rule from '../../../../src/core/rules/name/satisfaction-name';
import { cleanRows, codedTable, overallTarget, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const satisfaction = (...names: readonly (string | null)[]) =>
  projectTarget({ rows: cleanRows({ 服务对象满意度: names.map((name) => [name, '≥90%', '以问卷为准。'] as const) }) });

testRule(rule, {
  passes: {
    写明满意: satisfaction('读者满意度', '读者满意率', '读者对馆员服务的满意程度', '提高读者满意度', '读者是否满意'),
    同样意思的词: satisfaction(
      '读者好评率',
      '居民认可度',
      '群众获得感',
      '群众有效投诉次数',
      '差评率',
      '社会公众测评得分',
      '上级部门评价',
    ),
    不适用涉密和空白: satisfaction('不适用', '无', '涉密内容不宜公开。', null),
    模板里的提示: satisfaction('指标1：'),
    其他类型的指标: projectTarget({ rows: cleanRows({ 数量: [['参训馆员', '≥120人', '以签到表为准。']] }) }),
  },
  fails: {
    只写了对象: {
      form: satisfaction('参训馆员', '受益群众', '系统使用单位'),
      findings: [
        ['C21', '满意度指标“参训馆员”的名称没有提到满意度，请写明谁对什么的满意度。'],
        ['C22', '满意度指标“受益群众”的名称没有提到满意度，请写明谁对什么的满意度。'],
        ['C23', '满意度指标“系统使用单位”的名称没有提到满意度，请写明谁对什么的满意度。'],
      ],
    },
    考核的是别的: {
      form: projectTarget({ rows: cleanRows({ 其他满意度: [['设备使用率', '≥90%', '使用天数占比。']] }) }),
      findings: [['C22', '满意度指标“设备使用率”的名称没有提到满意度，请写明谁对什么的满意度。']],
    },
    编码表和整体目标表: {
      form: [
        codedTable([{ rows: [['3-满意度指标', '31-服务对象满意度', '331000105-到馆读者', '≥90%', '≥90%']] }], '表一'),
        overallTarget({ sheet: '表二', rows: cleanRows({ 服务对象满意度: [['到馆读者', '≥90%']] }) }),
      ],
      findings: [
        ['表一!H3', '满意度指标“到馆读者”的名称没有提到满意度，请写明谁对什么的满意度。'],
        ['表二!D21', '满意度指标“到馆读者”的名称没有提到满意度，请写明谁对什么的满意度。'],
      ],
    },
  },
});
