import { isSatisfaction } from '../../forms/indicator-levels';
import { compactText } from '../../values/normalize-text';
import { isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';
import { hasContent } from '../row-content';
import { isStandardName } from '../standard-name';

/** Words that say how content somebody is; complaints and bad marks are the same thing counted from the other end. */
const SATISFACTION =
  /满意|好评|差评|认可|认同|获得感|幸福感|安全感|体验|口碑|赞(?:成|许|誉|扬)|表扬|称赞|投诉|抱怨|信访|上访|信任|支持[度率]|评价|评议|测评|评分|好感/;

export default defineRule({
  id: 'name/satisfaction-name',
  severity: 'info',
  title: '满意度指标的名称应写明谁对什么满意',
  why: '只写对象或工作内容，看不出目标值是不是满意度，也不知道该怎样调查。',
  basis: '填报惯例',
  example: { wrong: '参训馆员 ≥90%', right: '参训馆员满意度 ≥90%' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  yieldsTo: [
    { rule: 'name/not-an-indicator', within: 'cell' },
    { rule: 'form/row-incomplete', within: 'row' },
  ],
  messages: {
    missing: '满意度指标“{name}”的名称没有提到满意度，请写明谁对什么的满意度。',
  },
  *check({ project }, problem, context) {
    for (const indicator of project.indicators) {
      const { name, plainName, level1Kind, level2Kind } = indicator;
      if (!isSatisfaction(level2Kind) && !(level2Kind === null && level1Kind === 'satisfaction')) continue;
      if (!hasContent(name) || isSecretText(name.text) || isStandardName(indicator, context)) continue;
      if (!SATISFACTION.test(compactText(plainName))) yield problem('missing', name, { name: plainName });
    }
  },
});
