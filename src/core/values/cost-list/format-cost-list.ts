import type { Decimal } from 'decimal.js';
import type { CostItem, Quantity } from './cost-item';

/** What an item is written from: its name, and an amount or a price with quantities. */
export type WritableItem = Pick<CostItem, 'label' | 'amount' | 'unitPrice' | 'quantities'>;

/** A numbered list, one item a line: "1. 保安服务：3人×5000元/人/月×12个月=180000元". parseCostList reads the same items from it. */
export function formatCostList(items: readonly WritableItem[]): string {
  return items.map((item, index) => `${index + 1}. ${formatItem(item)}`).join('\n');
}

function formatItem({ label, amount, unitPrice, quantities }: WritableItem): string {
  const price = unitPrice ? [`${yuan(unitPrice.amount)}`, ...unitPrice.per].join('/') : '';
  const product = [price, ...quantities.map(formatQuantity)].filter((factor) => factor !== '').join('×');
  const result = amount ? yuan(amount) : '';
  return `${label}：${[product, result].filter((part) => part !== '').join('=')}`;
}

function formatQuantity({ number, unit }: Quantity): string {
  return number.toFixed() + unit;
}

function yuan(amount: Decimal): string {
  return `${amount.toFixed()}元`;
}
