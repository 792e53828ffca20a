import { isBlank, isUncalculated, type FormCell, type Indicator } from '../forms/form';
import { compactText } from '../values/normalize-text';
import { isNotApplicable } from '../values/special-texts';

/** What templates print where something is to be typed in: "指标1：", "……", "（填写指标）", "≥__%". */
const TEMPLATE_TEXT =
  /^(?:[≥≤<>=]?[xX×_]{0,6}%?|(?:三级)?指标(?:名称)?(?:[0-9]{1,2}|[一二三四五六七八九十])?[:：]?|[.。·…⋯_]{1,12}|\((?:请)?填写?[^()]{0,12}\))$/;

/** True for a cell that nobody has typed into: blank, or still as the template was printed. */
export function isUntouched(cell: FormCell): boolean {
  return !isUncalculated(cell) && (isBlank(cell) || TEMPLATE_TEXT.test(compactText(cell.text)));
}

/** True for a cell that says something of its own: not untouched and not n/a. 涉密 counts as content. */
export function hasContent(cell: FormCell | null): boolean {
  return cell !== null && !isUntouched(cell) && !isNotApplicable(cell.text);
}

/** True for a row that names an indicator or gives a target. */
export function isFilledRow(indicator: Indicator): boolean {
  return hasContent(indicator.name) || hasContent(indicator.value);
}

/** True for a row whose name, value and explanation are all blank. */
export function isBlankRow(indicator: Indicator): boolean {
  const { name, value, explanation, periodValue } = indicator;
  return [name, value, explanation, periodValue].every((cell) => cell === null || isBlank(cell));
}

/** True where the template marks the second-level label with * as one that must be filled. */
export function isRequiredRow(indicator: Indicator): boolean {
  return /^\*|\*$/.test(compactText(indicator.level2.text));
}
