import { Decimal } from 'decimal.js';
import { compactText } from './normalize-text';

export type MoneyUnit = '元' | '千元' | '万元' | '亿元';

const YUAN_PER_UNIT: Readonly<Record<MoneyUnit, number>> = { 元: 1, 千元: 1000, 万元: 10000, 亿元: 100000000 };

export interface Amount {
  /** In `unit`, or in the unit of the surrounding label when `unit` is null. */
  readonly number: Decimal;
  readonly unit: MoneyUnit | null;
}

/** Reads a whole text as one amount: "1,410.00", "48.45万元", "￥300", "(5.00)" = -5; undefined for anything else. */
export function parseAmount(text: string): Amount | undefined {
  const compact = compactText(text).replace(/^[¥￥$]/, '');
  const negated = /^\((.*)\)$/.exec(compact);
  const match =
    /^([-−]?)([0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,3}(?:,[0-9]{4}){1,4})(\.[0-9]{1,10})?([千万亿]?元|[万亿])?(?:整)?$/.exec(
      negated ? negated[1] : compact,
    );
  if (!match) return undefined;
  const digits = match[2].replace(/,/g, '') + (match[3] || '');
  const number = new Decimal(match[1] !== '' || negated ? `-${digits}` : digits);
  return { number, unit: match[4] === undefined ? null : moneyUnit(match[4]) };
}

/** The unit named in a label such as "本年度项目金额(万元):" or "单位：元"; null when it names none. */
export function findMoneyUnit(label: string): MoneyUnit | null {
  const match = /[千万亿]?元/.exec(compactText(label));
  return match ? moneyUnit(match[0]) : null;
}

/** The same amount in another unit. */
export function convertAmount(number: Decimal, from: MoneyUnit, to: MoneyUnit): Decimal {
  return number.times(YUAN_PER_UNIT[from]).dividedBy(YUAN_PER_UNIT[to]);
}

/** "1,410.00": thousands separated, at least two decimals, no more than are there. */
export function formatAmount(number: Decimal): string {
  const decimals = Math.max(2, number.decimalPlaces());
  const [whole, fraction] = number.toFixed(decimals).split('.');
  return `${whole.replace(/(?=(?!^-?)(?:[0-9]{3})+$)(?!^)/g, ',').replace(/^-,/, '-')}.${fraction}`;
}

function moneyUnit(text: string): MoneyUnit {
  switch (text) {
    case '千元':
      return '千元';
    case '万':
    case '万元':
      return '万元';
    case '亿':
    case '亿元':
      return '亿元';
    default:
      return '元';
  }
}
