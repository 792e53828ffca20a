import type { FieldKey } from '../../../../src/core/forms/form';
import rule from '../../../../src/core/rules/form/partly-secret';
import type { SheetContent } from '../../../../src/core/workbook/workbook-snapshot';
import { cleanRows, projectTarget, type IndicatorRow } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const SECRET = '该项目为涉密项目，不宜公开。';
const SECRET_ROWS = cleanRows().map(([a, b]): IndicatorRow => [a, b, SECRET, SECRET, SECRET]);
const SECRET_FIELDS: Partial<Record<FieldKey, string>> = {
  policyBasis: SECRET,
  calculationBasis: SECRET,
  annualGoal: SECRET,
  longTermGoal: SECRET,
};

/** All secret but the texts given. */
const secretBut = (
  fields: Partial<Record<FieldKey, string | null>>,
  rows: readonly IndicatorRow[] = SECRET_ROWS,
): SheetContent => projectTarget({ fields: { ...SECRET_FIELDS, ...fields }, rows });

testRule(rule, {
  passes: {
    各栏都涉密: secretBut({}),
    测算依据空白: secretBut({ calculationBasis: null }),
    测算依据不适用: secretBut({ calculationBasis: '不适用' }),
    测算依据不写用途: secretBut({ calculationBasis: '根据近三年实际支出情况，结合本年度工作安排测算。' }),
    测算依据说工作要求: secretBut({ calculationBasis: '根据平安建设工作会议要求和历年经费执行情况，按所需费用测算。' }),
    测算依据只写金额: secretBut({ calculationBasis: '年度预算35万元。' }),
    测算依据用自己的话说明涉密: secretBut({ calculationBasis: '本项目涉及国家秘密，设备购置清单另行报送。' }),
    不涉密: projectTarget(),
    只有一行指标涉密: projectTarget({ rows: cleanRows({ 社会效益: [[SECRET, SECRET, SECRET]] }) }),
    数量指标不适用: secretBut({}, cleanRows({ 数量: [['不适用', '不适用', '不适用']] })),
    数量指标空白: secretBut({}, cleanRows({ 数量: [[null, null, null]] })),
    数量指标用自己的话说明涉密: secretBut({}, cleanRows({ 数量: [['涉密设备数量另行报送', '另报', '另报']] })),
  },
  fails: {
    测算依据写明用途: {
      form: secretBut({ calculationBasis: '用于发放值守人员夜班补助和购置巡逻装备。' }),
      findings: [
        [
          'B8',
          '“政策依据”、“年度目标”、“长期目标”、“三级指标”按涉密处理，“测算依据”却写明用途（用于发放值守人员夜班补助和购置巡逻装备。）；请确认是否涉密，涉密的此栏也不宜写明，不涉密的请补填其他各栏。',
        ],
      ],
    },
    测算依据列出费用: {
      form: secretBut({ calculationBasis: '1.场地租金20万元；2.通讯费8万元；3.值班人员伙食费5万元；4.其他2万元。' }),
      findings: [
        [
          'B8',
          '“政策依据”、“年度目标”、“长期目标”、“三级指标”按涉密处理，“测算依据”却写明用途（1.场地租金20万元；2.通讯费8万元；3.值班…）；请确认是否涉密，涉密的此栏也不宜写明，不涉密的请补填其他各栏。',
        ],
      ],
    },
    指标写明工作内容: {
      form: secretBut({}, cleanRows()),
      findings: [
        [
          'C12',
          '“政策依据”、“测算依据”、“年度目标”、“长期目标”按涉密处理，数量指标“图书采购数量”却写明工作内容；请确认是否涉密，涉密的指标也不宜写明，不涉密的请补填其他各栏。',
        ],
      ],
    },
  },
});
