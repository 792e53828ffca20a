import type { AmountColumn } from '../forms/budget/budget-table';
import type { FormCell } from '../forms/form';
import { compactText } from '../values/normalize-text';

/** Columns as their heads group them: 基本支出 above 小计, 人员经费 and 公用经费. */
export interface ColumnGroup {
  /** Null for all columns of a list. */
  readonly head: FormCell | null;
  /** The column 小计 or 合计 of the group itself; null where it has none, or several. */
  readonly whole: AmountColumn | null;
  /** In order, `whole` left out. */
  readonly members: readonly ColumnMember[];
}

export type ColumnMember = AmountColumn | ColumnGroup;

const SUBTOTAL = /^(?:小计|合计|总计|总额|计)$/;

/** True for a member that is a group of columns. */
export function isGroup(member: ColumnMember): member is ColumnGroup {
  return 'members' in member;
}

/** Groups the amount columns of a list by the heads they share. */
export function columnTreeOf(columns: readonly AmountColumn[]): ColumnGroup {
  return groupOf(null, columns, 0);
}

function groupOf(head: FormCell | null, columns: readonly AmountColumn[], depth: number): ColumnGroup {
  const members: ColumnMember[] = [];
  for (let index = 0; index < columns.length;) {
    const own = columns[index].heads[depth];
    let end = index + 1;
    while (end < columns.length && own !== undefined && isSameCell(columns[end].heads[depth], own)) end += 1;
    const part = columns.slice(index, end);
    // A head above one column only is part of its name.
    if (part.length === 1) members.push(part[0]);
    else if (part.length === columns.length) return groupOf(head, columns, depth + 1);
    else members.push(groupOf(own, part, depth + 1));
    index = end;
  }
  const wholes = members.filter((member): member is AmountColumn => !isGroup(member) && isWhole(member, head === null));
  const whole = wholes.length === 1 ? wholes[0] : null;
  return { head, whole, members: members.filter((member) => member !== whole) };
}

function isWhole({ heads, role }: AmountColumn, isOutermost: boolean): boolean {
  return isOutermost ? role === 'total' : SUBTOTAL.test(compactText(heads[heads.length - 1].text));
}

function isSameCell(one: FormCell | undefined, other: FormCell): boolean {
  return one !== undefined && one.address.row === other.address.row && one.address.column === other.address.column;
}
