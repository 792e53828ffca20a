import { bareText } from '../../values/normalize-text';
import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { defineRule } from '../define-rule';
import { OPENING } from '../explanation-subject';

const CLOSING =
  /^(?:的)?(?:实际|具体|总体)?(?:完成|达标|实现|落实|开展|实施|执行)?(?:情况|率|程度|是否达标|达标情况)?$/;

/** Longer explanations say more than any opening and closing could. */
const LONGEST_OPENING = 24;

export default defineRule({
  id: 'explanation/repeats-name',
  severity: 'warning',
  title: '指标解释不应只重复指标名称',
  why: '解释要说明口径、计算方法和数据来源；重复名称等于没有解释。',
  basis: '填报惯例',
  example: { wrong: '成本控制率：成本控制率', right: '成本控制率：实际支出÷预算金额×100%，以决算数为准' },
  forms: ['project-target'],
  messages: {
    equal: '指标解释与名称“{name}”相同，没有说明口径，请写明考核什么、怎么计算。',
    wrapped: {
      severity: 'info',
      text: '指标解释“{found}”只在名称前后加了套话，没有说明口径，请写明考核什么、怎么计算。',
    },
  },
  *check({ project }, problem) {
    for (const { explanation, plainName } of project.indicators) {
      if (explanation === null || isNotApplicable(plainName) || isSecretText(plainName)) continue;
      const name = bareName(plainName);
      const text = bareText(explanation.text);
      if (name === '' || text === '') continue;
      if (text === name || text === bareText(plainName) || withoutOf(text) === withoutOf(name))
        yield problem('equal', explanation, { name: plainName });
      else if (isWrapped(text, name)) yield problem('wrapped', explanation, { found: explanation.text.trim() });
    }
  },
});

/** The name without a list number before it. */
function bareName(plainName: string): string {
  return bareText(plainName.replace(/^\s*[0-9]{1,2}\s*[.、](?![0-9])/, ''));
}

/** 培训的人数 says what 培训人数 says. */
function withoutOf(text: string): string {
  return text.replace(/的/g, '');
}

/** Opening, name and closing, with nothing else. */
function isWrapped(text: string, name: string): boolean {
  if (text.length > name.length + LONGEST_OPENING) return false;
  const opening = OPENING.exec(text);
  if (!opening) return false;
  // The opening may have taken the name's own first words (是否, 项目): look for the name from where it may begin.
  for (let start = shortestOpening(opening[0]); start <= opening[0].length; start += 1) {
    if (text.lastIndexOf(name, start) === start && CLOSING.test(text.slice(start + name.length))) return true;
  }
  return false;
}

/** Where the verb of the opening ends. */
function shortestOpening(opening: string): number {
  const verb = /(?:考察|考核|考查|衡量|评价|反映|体现|监测|评估|检验|检查)/.exec(opening);
  return verb ? verb.index + verb[0].length : opening.length;
}
