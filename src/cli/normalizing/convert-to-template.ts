import path from 'node:path';
import { findProjects } from '../../core/converting/carry-projects';
import type { ConvertedSheet } from '../../core/converting/conversion';
import { planConversion } from '../../core/converting/plan-conversion';
import { readForms } from '../../core/forms/read-forms';
import { fillTemplate, readBuiltinTemplates, readTemplateFile, type UsableTemplate } from '../../host/template-files';
import type { XlsxWorkbook } from '../../host/xlsx';
import { explainFailure, readBytes } from '../read-file';
import { UsageError } from '../usage-error';

/** A project that stays where it is. */
export interface NotConverted {
  readonly sheet: string;
  readonly project: string;
  /** Chinese sentence. */
  readonly reason: string;
}

/** What came of the projects of a workbook. */
export interface Conversion {
  readonly sheets: readonly ConvertedSheet[];
  readonly notConverted: readonly NotConverted[];
}

export type Template = Pick<UsableTemplate, 'workbook' | 'description'>;

/**
 * The template of that id or name, or the only one whose name begins so ("深圳"), of those that ship with the program; else the one in
 * that file.
 * @throws UsageError
 */
export async function chooseTemplate(name: string, cwd: string): Promise<Template> {
  const builtin = readBuiltinTemplates();
  const known = builtin.find(({ id, description }) => id === name || description.name === name);
  if (known !== undefined) return known;
  const beginning = builtin.filter(({ description }) => name !== '' && description.name.startsWith(name));
  if (beginning.length === 1) return beginning[0];
  const { workbook, description, problems } = await readFile(name, cwd, builtin);
  if (description === null) throw new UsageError(`模板“${name}”不能使用：${problems.join('')}`);
  return { workbook, description };
}

async function readFile(
  name: string,
  cwd: string,
  builtin: readonly UsableTemplate[],
): Promise<ReturnType<typeof readTemplateFile>> {
  try {
    return readTemplateFile(path.basename(name), await readBytes(name, cwd));
  } catch (error) {
    const ids = builtin.map(({ id, description }) => `${id}（${description.name}）`).join('、');
    throw new UsageError(`没有“${name}”这个模板：${explainFailure(error)}内置模板有：${ids}`);
  }
}

/**
 * A workbook with all its projects in the template as well, on new sheets behind the others.
 * @throws HostError
 */
export function convertAll(
  source: XlsxWorkbook,
  { workbook: template, description }: Template,
): { readonly workbook: XlsxWorkbook; readonly conversion: Conversion } {
  const { snapshot } = source;
  const forms = readForms(snapshot);
  const plans = planConversion(snapshot, forms, null, description);
  const last = snapshot.sheets[snapshot.sheets.length - 1].name;
  const notConverted: NotConverted[] = [];
  for (const { form, project, refusal } of findProjects(forms)) {
    if (refusal !== null) notConverted.push({ sheet: form.sheet, project: project.name, reason: refusal });
  }
  return {
    workbook: source.withSheets(fillTemplate(template, plans), last),
    conversion: { sheets: plans.map(({ sheet }) => sheet), notConverted },
  };
}
