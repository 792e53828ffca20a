import { findField } from '../../forms/form';
import { readHeadAmount } from '../../forms/head-amounts';
import { holdsMoney } from '../../values/cost-list';
import { readCalculationBasis, refersToAttachment } from '../calculation-basis';
import { defineRule, unchecked } from '../define-rule';

const LONGEST_SHOWN = 20;

export default defineRule({
  id: 'basis/no-amount',
  severity: 'warning',
  title: '测算依据应写明金额或单价',
  why: '没有单价、数量和金额，审核的人看不出申请的金额怎样得来。',
  basis: '填报惯例',
  example: {
    wrong: '举办业务培训 2 场。',
    right: '举办业务培训 2 场，每场 80 人，每人 450 元，共 7.2 万元。',
  },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    missing: '测算依据“{text}”没有写明金额或单价，请补充各项支出的单价、数量和金额。',
  },
  *check({ project }, problem) {
    const basis = readCalculationBasis(project);
    if (!basis) return;
    const { field, text } = basis;
    if (holdsMoney(text)) return;
    const annualField = findField(project, 'annualAmount');
    const annual = annualField && readHeadAmount(annualField);
    if (annual && annual.number.isZero()) return;
    if (refersToAttachment(text)) {
      yield unchecked('测算依据写明见附件，附件不在工作簿中，未检查金额。');
      return;
    }
    const words = text.replace(/\s+/g, ' ').trim();
    const shown = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words;
    yield problem('missing', field.value, { text: shown });
  },
});
