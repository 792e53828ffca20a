import { parseAmount } from '../values/amount';
import { parseTermYears } from '../values/implementation-term';
import { compactText } from '../values/normalize-text';
import { isBlank, type Field, type FieldKey, type FormCell } from './form';
import { bareLabel, findFieldKey } from './head-labels';

/** Labels that mean a field only where no label of the form says so more surely. */
const SPARE_LABELS: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  projectName: [
    '转移支付名称',
    '转移支付项目名称',
    '专项转移支付名称',
    '专项资金名称',
    '专项资金项目名称',
    '专项名称',
    '专项项目名称',
  ],
  applicantUnit: ['用款单位', '资金使用单位'],
  primaryBudgetUnit: ['业务主管部门'],
  annualAmount: ['资金规模', '专项资金规模', '项目资金', '资金总额'],
  annualGoal: ['绩效目标'],
};

const SPARE_KEY_BY_LABEL = new Map<string, FieldKey>();
for (const key of Object.keys(SPARE_LABELS) as FieldKey[])
  for (const label of SPARE_LABELS[key] || []) SPARE_KEY_BY_LABEL.set(label, key);

/** The field a label may mean where no other label of the form means it; null for other texts. */
export function findSpareKey(text: string): FieldKey | null {
  return (text.length <= 60 && SPARE_KEY_BY_LABEL.get(bareLabel(text))) || null;
}

/** True for a text that is a label of a head, whatever field it means in the end. */
export function isKnownLabel(text: string): boolean {
  return findFieldKey(text) !== null || findSpareKey(text) !== null;
}

/** Fields with the keys that spare labels have in this form. @param isOfYear True where title or year line names the year. */
export function withSpareKeys(fields: readonly Field[], isOfYear: boolean): readonly Field[] {
  const taken = new Set(fields.map(({ key }) => key));
  const isAnnual =
    (isOfYear || fields.some(({ label }) => /年度|当年|本年/.test(label.text))) && !speaksOfYears(fields);
  return fields.map((field) => {
    const key = findSpareKey(field.label.text);
    if (key === null || taken.has(key) || isBlank(field.value)) return field;
    if (key === 'annualAmount' && !(isAnnual && isAmount(field))) return field;
    taken.add(key);
    return { ...field, key };
  });
}

interface FieldColumn {
  readonly key: FieldKey | null;
  readonly label: FormCell;
}

/** The same for columns of a coded table; amounts are left as they are, for a column does not tell which years it is for. */
export function withSpareColumnKeys(columns: readonly FieldColumn[]): readonly FieldColumn[] {
  const taken = new Set(columns.map(({ key }) => key));
  return columns.map(({ key, label }) => {
    const spare = findSpareKey(label.text);
    const isWide = label.range.left < label.range.right;
    if (key !== null || spare === null || spare === 'annualAmount' || isWide || taken.has(spare)) return { key, label };
    taken.add(spare);
    return { key: spare, label };
  });
}

const TERM_LABEL = /中期|长期|实施期|项目期|期限|周期|起止|年限|终止|总投资/;

const YEAR_AMOUNT = /年度|当年|本年|今年|历年|累计|已安排|以前/;

/** True where the form is for several years, or may be: its amount need not be that of the year. */
function speaksOfYears(fields: readonly Field[]): boolean {
  return fields.some(({ key, label, value }) => {
    if (isBlank(value)) return false;
    if (key === 'longTermGoal' || (key === 'totalAmount' && findSpareKey(label.text) === null)) return true;
    // 其中：当年安排 beside 资金总额, 累计已安排: the total is that of all years.
    if (key !== 'annualAmount' && YEAR_AMOUNT.test(label.text) && isAmount({ value })) return true;
    return (key === 'implementationTerm' || TERM_LABEL.test(label.text)) && !isOneYear(value.text);
  });
}

function isOneYear(text: string): boolean {
  return parseTermYears(text) === 1 || /^20[0-9]{2}年度?$/.test(compactText(text));
}

function isAmount({ value }: Pick<Field, 'value'>): boolean {
  return typeof value.value === 'number' || parseAmount(value.text) !== undefined;
}
