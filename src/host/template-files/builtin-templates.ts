import general from '../../../assets/templates/general-cost-first.xlsx';
import shenzhen from '../../../assets/templates/shenzhen-second-level-project.xlsx';
import zhuhai from '../../../assets/templates/zhuhai-coded-indicators.xlsx';
import { decodeBase64 } from '../../core/changes/base64';
import type { TemplateDescription } from '../../core/converting/template-description';
import { readTemplateFile, type TemplateFile } from './template-file';

/** Files of assets/templates, by the ids of the templates; a test compares this list with the folder. */
export const BUILTIN_TEMPLATES: readonly (readonly [string, string])[] = [
  ['shenzhen-second-level-project', shenzhen],
  ['zhuhai-coded-indicators', zhuhai],
  ['general-cost-first', general],
];

/** A template that can be filled. */
export interface UsableTemplate extends TemplateFile {
  readonly id: string;
  readonly description: TemplateDescription;
}

/** The templates that ship with the program. */
export function readBuiltinTemplates(): readonly UsableTemplate[] {
  return BUILTIN_TEMPLATES.map(([id, file]) => {
    const { workbook, description, problems } = readTemplateFile(`${id}.xlsx`, decodeBase64(file));
    if (description === null) throw new Error(`${id}: ${problems.join(' ')}`);
    return { id, workbook, description, problems };
  });
}
