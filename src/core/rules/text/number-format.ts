import { readWrittenAmounts, type WrittenAmount } from '../../values/cost-list';
import { defineFormRule } from '../define-rule';
import { writtenTextsOf, type WrittenText } from '../written-texts';

/** Counts in other units are commonly written without separators up to here. */
const SMALLEST_COUNT = 10000;
const SMALLEST_AMOUNT = 1000;

interface Place {
  readonly written: WrittenText;
  readonly amount: WrittenAmount;
}

export default defineFormRule({
  id: 'text/number-format',
  severity: 'info',
  title: '同一份文字材料的金额应统一使用或统一不用千位分隔符',
  why: '同一份材料里写法不一，读起来像出自不同的底稿。',
  basis: '填报惯例',
  example: {
    wrong: '预算收入 3,460 万元，其中人员支出 1280 万元',
    right: '预算收入 3,460 万元，其中人员支出 1,280 万元',
  },
  forms: ['prose'],
  messages: {
    mixed: '“{text}”等{count}处数字没有千位分隔符，而“{other}”有，请统一写法。',
    single: '“{text}”没有千位分隔符，而“{other}”有，请统一写法。',
  },
  *check(form, problem) {
    const separated: Place[] = [];
    const bare: Place[] = [];
    for (const written of writtenTextsOf(form)) {
      for (const amount of readWrittenAmounts(written.text)) {
        if (amount.digits.some((digits) => /,/.test(digits))) separated.push({ written, amount });
        else if (amount.digits.some((digits) => isLarge(digits, amount))) bare.push({ written, amount });
      }
    }
    if (separated.length === 0 || bare.length === 0) return;
    const { written, amount } = bare[0];
    const text = show(bare[0]);
    const values = { text, other: show(separated[0]) };
    const place = written.cellAt(amount.start);
    if (bare.length === 1) yield problem('single', place, values, { quote: text });
    else yield problem('mixed', place, { ...values, count: bare.length }, { quote: text });
  },
});

function isLarge(digits: string, { isMoney }: WrittenAmount): boolean {
  return Number(digits) >= (isMoney ? SMALLEST_AMOUNT : SMALLEST_COUNT);
}

function show({ written, amount }: Place): string {
  return written.text.slice(amount.start, amount.end).replace(/\s+/g, ' ');
}
