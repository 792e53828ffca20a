import { findField } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { holdsQuantity } from '../../values/counted-things/holds-quantity';
import { maskMarkup } from '../../values/markup';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';

export default defineRule({
  id: 'goal/not-quantified',
  severity: 'info',
  title: '年度目标应有可考核的数量',
  why: '没有数的目标只说了方向，年底无法说清完成了多少。',
  basis: '填报惯例',
  example: { wrong: '加强馆员队伍建设，提升服务水平。', right: '培训馆员120人，读者满意度达到90%以上。' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    none: '“{label}”没有写出数量（年份、日期、文号和序号不算），请写明当年要完成多少、达到什么程度。',
  },
  *check({ project }, problem) {
    const field = findField(project, 'annualGoal');
    if (!field) return;
    const { label, value } = field;
    if (!/\S/.test(value.text) || isNotApplicable(value.text) || isSecretText(value.text)) return;
    if (POINTS_ELSEWHERE.test(value.text.trim()) || holdsQuantity(maskMarkup(value.text))) return;
    yield problem('none', value, { label: bareLabel(label.text) }, { quote: value.text.trim().slice(0, 60) });
  },
});

/** 详见附件, 同上: what it points to may hold numbers. */
const POINTS_ELSEWHERE = /^(?:详?见|同|参见|参照)[^，,。；;]{1,20}[。.]?$/;
