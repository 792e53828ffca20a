import { findField, type Field, type Project } from '../forms/form';
import { parseCostList, type CostList } from '../values/cost-list';
import { maskMarkup } from '../values/markup';
import type { RuleContext } from './define-rule';

/** 测算依据 of a project as rules read it. */
export interface CalculationBasis {
  readonly field: Field;
  /** With markup masked; offsets are those of the cell's text. */
  readonly text: string;
  readonly list: CostList;
}

/** 测算依据 of a project; undefined where the form has no such field or it is blank. */
export function readCalculationBasis(project: Project, context: RuleContext): CalculationBasis | undefined {
  const field = findField(project, 'calculationBasis');
  if (!field || !/\S/.test(field.value.text)) return undefined;
  const { sheet, address, text: shown } = field.value;
  const { text, list } = context.once(`cost list of ${sheet}!${address.row},${address.column}`, () => {
    const masked = maskMarkup(shown);
    return { text: masked, list: parseCostList(masked) };
  });
  return { field, text, list };
}

const ATTACHED =
  /(?:详见|参见|另见|请见|具体见|明细见|测算见|依据见|^见|[,，。;；:：(（\s]见)[^,，。;；]{0,30}(?:附|表|清单|明细|材料|文件|方案|合同|测算|说明)|附后|后附|另附|随附|见附|附件|附表/;

/** True when the text sends the reader to an attachment, which a workbook does not hold. */
export function refersToAttachment(text: string): boolean {
  return ATTACHED.test(text);
}
