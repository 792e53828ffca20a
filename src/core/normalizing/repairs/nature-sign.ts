import { splitComparison, type Comparison } from '../../values/comparison';
import { compactText } from '../../values/normalize-text';
import { defineRepair } from '../define-repair';
import { typedTextOf } from '../typed-text';

export default defineRepair({
  id: 'template/nature-sign',
  label: '指标性质改用规范符号',
  title: '指标性质一栏用“≥”“≤”“=”',
  why: '“>=”“＞＝”“大于等于”混用，系统按选项导入时认不出。',
  basis: '填报惯例',
  example: { wrong: '>=', right: '≥' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose({ project: { indicators } }, repair) {
    // Words may be the choices that the template offers: they give way only to signs that stand beside them.
    const hasSigns = indicators.some(({ nature }) => nature !== null && /^\s*[≥≤]\s*$/.test(nature.text));
    for (const { nature } of indicators) {
      const text = typedTextOf(nature);
      const sign = text === null ? null : signOf(text, hasSigns);
      if (nature !== null && sign !== null && sign !== text) yield repair.write(nature, sign);
    }
  },
});

function signOf(text: string, hasSigns: boolean): Comparison | null {
  const compact = compactText(text);
  if (compact.length > 5 || (!hasSigns && !/^[<>=≥≤≧≦⩾⩽]+$/.test(compact))) return null;
  const { comparison, rest, isSign } = splitComparison(`${compact}1`);
  // 达到, 控制在 leave open which side is meant.
  return rest === '1' && (isSign || comparison === '≥' || comparison === '≤') && !/^(?:控制|至)/.test(compact)
    ? comparison
    : null;
}
