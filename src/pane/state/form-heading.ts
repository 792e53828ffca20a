import type { Form } from '../../core/forms/form';
import { compactText } from '../../core/values/normalize-text';

/** How a list names a form. */
export interface FormHeading {
  readonly caption: string;
  /** "" where the caption is the sheet's name. */
  readonly sheet: string;
}

/** Caption and sheet; a sheet "表1 收支总表" that holds the form 收支总表 is said once, as users see it on its tab. */
export function headingOf({ caption, sheet }: Pick<Form, 'caption' | 'sheet'>): FormHeading {
  const isInSheet = compactText(sheet).indexOf(compactText(caption)) >= 0;
  return isInSheet ? { caption: sheet, sheet: '' } : { caption, sheet };
}
