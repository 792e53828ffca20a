import rule from '../../../../src/core/rules/text/field-copied';
import { CLEAN_CODED_ROWS, codedTable, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const TEXT = '按照全区水务工作要求，完成河道保洁和泵站养护。';

const coded = codedTable([{ rows: CLEAN_CODED_ROWS, overallGoal: TEXT, annualGoal: TEXT }]);

testRule(rule, {
  passes: {
    各不相同: projectTarget(),
    只有一部分相同: projectTarget({ fields: { annualGoal: TEXT, longTermGoal: `${TEXT}三年内消除黑臭水体。` } }),
    都写不适用: projectTarget({ fields: { policyBasis: '不适用', calculationBasis: '不适用', longTermGoal: '无' } }),
    都指向附件: projectTarget({
      fields: { policyBasis: '详见附件：项目申报材料汇编。', calculationBasis: '详见附件：项目申报材料汇编。' },
    }),
    都是当年的目标: coded,
    短语相同: projectTarget({ fields: { annualGoal: '河道保洁全覆盖。', longTermGoal: '河道保洁全覆盖' } }),
    一年的项目目标相同: projectTarget({ fields: { implementationTerm: 1, annualGoal: TEXT, longTermGoal: TEXT } }),
    都写涉密: projectTarget({
      fields: { policyBasis: '涉密项目内容不宜公开展示。', annualGoal: '涉密项目内容不宜公开展示。' },
    }),
  },
  fails: {
    依据与目标相同: {
      form: projectTarget({ fields: { policyBasis: TEXT, annualGoal: ` ${TEXT.replace('，', ', ')}\n` } }),
      findings: [['B7', '“政策依据”、“年度目标”的文字完全相同，请按各栏的要求分别填写。']],
    },
    三栏相同只报一处: {
      form: projectTarget({ fields: { calculationBasis: TEXT, annualGoal: TEXT, longTermGoal: TEXT } }),
      findings: [['B8', '“测算依据”、“年度目标”、“长期目标”的文字完全相同，请按各栏的要求分别填写。']],
    },
    编码表的总体目标与年度目标: {
      form: {
        ...coded,
        cells: coded.cells.map((cell) =>
          cell.value === '2025年度总体绩效目标' ? { ...cell, value: '总体绩效目标', text: '总体绩效目标' } : cell,
        ),
      },
      findings: [
        ['D3', '“总体绩效目标”、“年度绩效目标”的文字完全相同，请分别写明当年和整个实施期要达到的目标。', 'info'],
      ],
    },
    两两相同: {
      form: projectTarget({
        fields: { policyBasis: TEXT, calculationBasis: TEXT, annualGoal: `${TEXT}。力争`, longTermGoal: `${TEXT}力争` },
      }),
      findings: [
        ['B7', '“政策依据”、“测算依据”的文字完全相同，请按各栏的要求分别填写。'],
        ['B9', '“年度目标”、“长期目标”的文字完全相同，请分别写明当年和整个实施期要达到的目标。', 'info'],
      ],
    },
  },
});
