import { readWrittenAmounts, type WrittenAmount } from '../../values/cost-list';
import { defineTextRule } from '../define-text-rule';
import { textFix } from '../text-fix';
import type { WrittenText } from '../written-texts';

/** What a number without a unit of money counts, by the words before it. */
const COUNTED =
  /人数|人次|数量|总量|户数|家数|次数|总数|访问|浏览|点击|阅读|播放|观看|曝光|粉丝|关注|用户|注册|下载|人口|面积|产量|客流|流量|容量|藏书|字数|里程|受众|惠及|服务(?:群众|居民|企业|对象)|参与|覆盖|制作|印制|印发|印刷(?!费)|发放|生产|种植|投放|订阅/;
const PAID =
  /费|款|经费|资金|预算|金额|支出|补贴|补助|奖|投入|投资|采购|价|租金|工资|薪|收入|未付|首付|安排|拨付|合同|合计|共计|成本|贷款|税|产值|营收|元/;
/** 全民阅读活动90万: the clause closes with what is paid for. */
const NAMES_SPENDING = /(?:活动|项目|工程|工作|服务|采购|宣传|运维|维护|费用?|经费|资金)[约共计需为:：（(]{0,2}$/;
/** Words after 万 that do not begin the name of a counted thing. */
const ENDS = /^(?:$|[^\u4e00-\u9fa5a-zA-Z]|左右|以内|以上|以下|上下|用于|包干|每|为|，)/;

export default defineTextRule({
  id: 'text/amount-unit-mixed',
  severity: 'info',
  title: '同一段文字的金额单位应统一写作“万元”',
  why: '“万”没有写出元，与“万元”混用会被读成件数或人数。',
  basis: '填报惯例',
  example: { wrong: '保安服务费65万；绿化养护15万元', right: '保安服务费65万元；绿化养护15万元' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  messages: {
    single: '“{text}”的单位写作“万”，同一段文字的其他金额写作“万元”，请统一为“万元”。',
    several: '“{text}”等{count}处金额的单位写作“万”，同一段文字的其他金额写作“万元”，请统一为“万元”。',
  },
  *check(written, problem) {
    const amounts = readWrittenAmounts(written.text).filter(({ isMoney }) => isMoney);
    if (!amounts.some(({ unit }) => unit === '万元')) return;
    const bare = amounts.filter((amount) => amount.unit === '万' && isPaid(written, amount));
    if (bare.length === 0) return;
    const unitEnds = bare.map((amount) => unitEndOf(written.text, amount));
    const text = written.text.slice(bare[0].start, unitEnds[0]).replace(/\s+/g, '');
    const fix = textFix(
      '“万”改为“万元”',
      written,
      unitEnds.map((end) => ({ start: end - 1, end, by: '万元' })),
    );
    const place = written.cellAt(bare[0].start);
    const details = fix ? { quote: text, fix } : { quote: text };
    if (bare.length === 1) yield problem('single', place, { text }, details);
    else yield problem('several', place, { text, count: bare.length }, details);
  },
});

/** Just behind the last 万 of the number, before what it is for (65万/年). */
function unitEndOf(text: string, { start, end }: WrittenAmount): number {
  const shown = text.slice(start, end);
  const pattern = /[0-9０-９]\s*[余多]?万/g;
  let last = end;
  for (let match = pattern.exec(shown); match; match = pattern.exec(shown))
    last = start + match.index + match[0].length;
  return last;
}

/** True when the words around it say that it is money. */
function isPaid({ text, role }: WrittenText, amount: WrittenAmount): boolean {
  const unitEnd = unitEndOf(text, amount);
  if (unitEnd === amount.end && !ENDS.test(text.slice(unitEnd, unitEnd + 2))) return false;
  const before = text.slice(Math.max(0, amount.start - 40), amount.start);
  const clause = before.slice(
    Math.max(...['，', ',', '；', ';', '。', '\n'].map((sign) => before.lastIndexOf(sign))) + 1,
  );
  if (COUNTED.test(clause) && !NAMES_SPENDING.test(clause)) return false;
  return role === 'calculationBasis' || PAID.test(clause);
}
