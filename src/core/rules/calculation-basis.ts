import { findField, type Field, type FormCell, type Project } from '../forms/form';
import { oncePer } from '../forms/once-per';
import { parseCostList, type CostList } from '../values/cost-list';
import { maskMarkup } from '../values/markup';

/** 测算依据 of a project as rules read it. */
export interface CalculationBasis {
  readonly field: Field;
  /** With markup masked; offsets are those of the cell's text. */
  readonly text: string;
  readonly list: CostList;
}

/** 测算依据 of a project; undefined where the form has no such field or it is blank. */
export function readCalculationBasis(project: Project): CalculationBasis | undefined {
  const field = findField(project, 'calculationBasis');
  if (!field || !/\S/.test(field.value.text)) return undefined;
  return { field, ...costListIn(field.value) };
}

const costListIn = oncePer(({ text: shown }: FormCell): Pick<CalculationBasis, 'text' | 'list'> => {
  const text = maskMarkup(shown);
  return { text, list: parseCostList(text) };
});

const ATTACHED =
  /(?:详见|参见|另见|请见|具体见|明细见|测算见|依据见|^见|[,，。;；:：(（\s]见)[^,，。;；]{0,30}(?:附|表|清单|明细|材料|文件|方案|合同|测算|说明)|附后|后附|另附|随附|见附|附件|附表/;

/** True when the text sends the reader to an attachment, which a workbook does not hold. */
export function refersToAttachment(text: string): boolean {
  return ATTACHED.test(text);
}
