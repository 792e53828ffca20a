import { findField, textOf } from '../../forms/form';
import { bareLabel } from '../../forms/head-labels';
import { parseTermYears } from '../../values/implementation-term';
import { maskMarkup } from '../../values/markup';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';

/** One year and no more. 全年 in 全年无休 and the like is a manner of work. */
const ONE_YEAR = /本年度?|本预算年度|当年度?|今年|年内|全年(?!龄|级|无休|不间断|候|全天|365|开放|正常|稳定|平稳|安全)/;
/** Years in a row, or what lasts. */
const SEVERAL_YEARS =
  /每年|各年|年均|逐年|连年|历年|今后|未来|长期|长远|中长期|中期|持续|不断|逐步|常态|长效|可持续|一直|始终|多年|来年|下一?年|明年|次年|后续|实施期|项目期|规划期|期末|[二两三四五六七八九十]年|(?:^|[^0-9])(?:[2-9]|[1-9][0-9])年|20[0-9]{2}\s{0,2}年?\s{0,2}(?:[-~～—–至到]|以后|起)|到20[0-9]{2}|至20[0-9]{2}|“?十[一二三四五六]五”?|第[一二三四五]年|分年度|各年度|年度间/;

export default defineRule({
  id: 'goal/long-term-annual-words',
  severity: 'info',
  title: '实施期超过一年的项目，长期目标应说明整个实施期',
  why: '长期目标只讲当年，就看不出多年投入最后要达到什么。',
  basis: '填报惯例',
  example: { wrong: '长期目标：本年度采购图书8000册', right: '长期目标：三年内采购图书24000册' },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    annual: '“{label}”只写了“{found}”的目标，而实施期限为{term}年，请写明整个实施期要达到的目标。',
  },
  *check({ project }, problem) {
    const field = findField(project, 'longTermGoal');
    const term = parseTermYears(textOf(project, 'implementationTerm'));
    if (!field || term === undefined || term <= 1) return;
    const { label, value } = field;
    if (isNotApplicable(value.text) || isSecretText(value.text)) return;
    const text = maskMarkup(value.text);
    const oneYear = ONE_YEAR.exec(text.replace(/[一二两三四五六七八九十0-9]年内/g, '多年期限'));
    if (!oneYear || SEVERAL_YEARS.test(text)) return;
    yield problem('annual', value, { label: bareLabel(label.text), found: oneYear[0], term }, { quote: oneYear[0] });
  },
});
