import { textOf } from '../../forms/form';
import { findSpendingItems } from '../../values/spending-items';
import { defineRule } from '../define-rule';
import { hasContent } from '../row-content';

const SHOWN_ITEMS = 3;
const LONGEST_SHOWN = 15;

export default defineRule({
  id: 'form/too-few-quantities',
  severity: 'info',
  title: '测算依据列有多项支出时应设多条数量指标',
  why: '只设一条数量指标，其余支出的产出就无从考核。',
  basis: '填报惯例',
  example: { wrong: '测算依据列书籍采购、讲座、设备维护三项，数量指标只有讲座场次', right: '三项支出各设一条数量指标' },
  forms: ['project-target'],
  thresholds: { spendingItems: { value: 3, meaning: '测算依据列出多少项支出以上，只有一条数量指标才算太少（项）' } },
  messages: {
    few: '测算依据列有{count}项支出（{items}），数量指标只有1条；请为主要支出分别设置数量指标。',
  },
  *check({ project }, problem, _context, { spendingItems }) {
    const quantities = project.indicators.filter(
      ({ level2Kind, name }) => level2Kind === 'quantity' && hasContent(name),
    );
    // A target such as "4期,500人次" holds several quantities in one row.
    if (quantities.length !== 1 || quantities[0].target.kind === 'composite') return;
    const items = findSpendingItems(textOf(project, 'calculationBasis'));
    if (items.length < spendingItems) return;
    const shown = items.slice(0, SHOWN_ITEMS).map(shorten).join('、');
    const more = items.length > SHOWN_ITEMS ? '等' : '';
    yield problem('few', quantities[0].name, { count: items.length, items: shown + more });
  },
});

function shorten(name: string): string {
  return name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
}
