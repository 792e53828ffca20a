import { findField, isBlank, type Field, type FieldKey, type FormCell, type Project } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { areAllSecret } from '../../forms/indicator-rows';
import { maskMarkup } from '../../values/markup';
import { compactText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';
import { hasContent } from '../row-content';

const KEYS: readonly FieldKey[] = ['policyBasis', 'calculationBasis', 'annualGoal', 'longTermGoal', 'overallGoal'];
/** Words about what money is spent on; "根据上年执行情况测算" says nothing of it. */
const USE =
  /用于|购置|采购|购买|发放|补[贴助]|修缮|维[修保]|运维|改造|租[赁用金]|培训|活动|设备|工程|劳务|差旅|印[刷制]|咨询|慰问|食堂|车辆|服装|装备|[\u4e00-\u9fff][^经\s]费(?!用)/;
/** The text keeps something back in words of its own. */
const KEPT_BACK = /涉密|保密|机密|绝密|秘密|密级|[不未](?:予|宜|便|作|能|对外)?公开|另行报送|另报/;
const LONGEST_QUOTE = 24;

export default defineRule({
  id: 'form/partly-secret',
  severity: 'warning',
  title: '涉密项目的各栏应一致处理',
  why: '一部分栏目写“涉密不宜公开”，另一部分却写明用途，等于没有保密；不涉密的又少了应填的内容。',
  basis: '《中华人民共和国保守国家秘密法》',
  example: { wrong: '年度目标：涉密，不宜公开；测算依据：用于购置设备20台', right: '各栏都按涉密处理，或者都如实填写' },
  forms: ['project-target'],
  checksSecret: true,
  messages: {
    basis:
      '{secret}按涉密处理，“{label}”却写明用途（{text}）；请确认是否涉密，涉密的此栏也不宜写明，不涉密的请补填其他各栏。',
    indicator:
      '{secret}按涉密处理，数量指标“{name}”却写明工作内容；请确认是否涉密，涉密的指标也不宜写明，不涉密的请补填其他各栏。',
  },
  *check({ project }, problem) {
    const secret = secretParts(project);
    if (secret.length === 0) return;
    const named = secret.map((label) => `“${label}”`).join('、');
    const basis = findField(project, 'calculationBasis');
    if (basis && disclosesUse(basis.value)) {
      const values = { secret: named, label: bareLabel(basis.label.text), text: shortened(basis.value.text) };
      yield problem('basis', basis.value, values);
    }
    const open = project.indicators.find(
      ({ level2Kind, name }) =>
        level2Kind === 'quantity' && hasContent(name) && !KEPT_BACK.test(compactText(name.text)),
    );
    if (open) yield problem('indicator', open.name, { secret: named, name: open.name.text.trim() });
  },
});

/** What the project keeps back: labels of its bases and goals, and 三级指标 where all of them are. */
function secretParts(project: Project): readonly string[] {
  const isSecretField = ({ key, value }: Field): boolean =>
    key !== null && KEYS.indexOf(key) >= 0 && isSecretText(value.text);
  const labels = project.fields.filter(isSecretField).map(({ label }) => bareLabel(label.text));
  return areAllSecret(project.indicators) ? [...labels, '三级指标'] : labels;
}

function disclosesUse(cell: FormCell): boolean {
  const text = compactText(maskMarkup(cell.text));
  return !isBlank(cell) && !isNotApplicable(text) && !KEPT_BACK.test(text) && USE.test(text);
}

function shortened(text: string): string {
  const line = maskMarkup(text).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
