import type { IndicatorCatalogue } from '../catalogue/indicator-catalogue';
import { cellKeyOf } from '../changes/change-set';
import {
  isBlank,
  isUncalculated,
  type Form,
  type FormCell,
  type Indicator,
  type Project,
  type WorkbookForms,
} from '../forms/form';
import { parseLevel1, parseLevel2 } from '../forms/indicator-levels';
import { catalogueUse, codedNameOf } from '../rules/active-catalogue';
import { isUntouched } from '../rules/row-content';
import { standardMatchOf } from '../rules/standard-match';
import { hasLostDigits } from '../values/indicator-code';
import { isNotApplicable, isSecretText } from '../values/special-texts';
import { formatAddress } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { noteOnCode } from './code-note';
import type { CodingCell, CodingPlan, CodingRow, CodingState } from './coding-plan';
import { withoutRivals } from './rival-rows';

/**
 * Proposes codes for every third-level indicator of the forms P, C and O, in reading order. Writes nothing.
 * @param snapshot What the forms were read from. On its protected sheets the labels of the levels stay as they are: templates lock
 * them, and a host refuses a change that touches a locked cell.
 */
export function proposeCodes(
  forms: WorkbookForms,
  catalogue: IndicatorCatalogue,
  snapshot?: WorkbookSnapshot,
): CodingPlan {
  const rows: CodingRow[] = [];
  const known = new Set<string>();
  const use = catalogueUse(catalogue, forms);
  for (const form of forms.forms) {
    const sheet = snapshot && snapshot.findSheet(form.sheet);
    const mayWriteLevels = sheet === undefined || !sheet.isProtected;
    for (const project of form.projects) {
      const ofProject = project.indicators
        .map((indicator) => rowOf(indicator, { form, project, catalogue, use, mayWriteLevels }))
        // A name merged over several values is one indicator.
        .filter(({ key }) => !known.has(key) && known.add(key));
      rows.push(...withoutRivals(ofProject));
    }
  }
  const { id, name, isComplete, codeScheme } = catalogue;
  return { catalogue: { id, name, isComplete }, codeScheme, rows };
}

/** Where a row stands, and what it is held against. */
interface Surroundings {
  readonly form: Form;
  readonly project: Project;
  readonly catalogue: IndicatorCatalogue;
  readonly use: ReturnType<typeof catalogueUse>;
  readonly mayWriteLevels: boolean;
}

function rowOf(indicator: Indicator, { form, project, catalogue, use, mayWriteLevels }: Surroundings): CodingRow {
  const { name, code, level1, level2, level2Kind } = indicator;
  const { sheet, address } = name;
  const coded = codedNameOf(indicator, catalogue);
  const base = {
    key: cellKeyOf(name),
    sheet,
    cell: formatAddress(address),
    form: form.id,
    project: project.name,
    name: coded ? coded.name : indicator.plainName,
    level2: level2Kind,
    level2Label: isBlank(level2) ? '' : parseLevel2(level2.text).name,
    code: coded ? coded.code : null,
    candidates: [],
    places: {
      name: placeOf(name),
      code: code && placeOf(code),
      level1: mayWriteLevels && parseLevel1(level1.text).kind !== null ? placeOf(level1) : null,
      level2: mayWriteLevels && level2Kind !== null ? placeOf(level2) : null,
    },
  };
  const as = (state: CodingState, note: string | null): CodingRow => ({ ...base, state, note });
  if (project.isSecret || isSecretText(name.text)) return as('left', '涉密内容，不填编码。');
  if (coded) return as('coded', noteOnCode(coded, indicator, catalogue, use));
  const reason = reasonToLeave(name, code);
  if (reason !== null) return as('left', reason);
  const { decision, candidates, note } = standardMatchOf(indicator, catalogue);
  if (decision === 'certain' && use === 'other') {
    const doubt = `本工作簿已有的编码与指标库“${catalogue.name}”不是一套；请核对指标库后再选。`;
    return { ...as('choose', doubt), candidates };
  }
  const state = decision === 'certain' ? 'certain' : decision === 'likely' ? 'choose' : 'none';
  return { ...as(state, note), candidates };
}

/** Why a row without a code gets none; null for one that may get it. */
function reasonToLeave(name: FormCell, code: FormCell | null): string | null {
  if (name.formula !== null || isUncalculated(name)) return '名称由公式算出，不改动公式；请手工填写编码。';
  if (isBlank(name)) return '没有填写三级指标名称。';
  if (isNotApplicable(name.text)) return '不适用的指标不填编码。';
  if (isUntouched(name)) return `“${name.text.trim()}”是模板的提示文字，不是指标名称。`;
  if (code === null) return null;
  if (code.formula !== null) return '编码由公式算出，不改动公式。';
  if (code.range.top < name.range.top || code.range.bottom > name.range.bottom) {
    return '编码栏的单元格由几行合并而成，无法逐行填写编码。';
  }
  const text = code.text.trim();
  if (text === '' || isNotApplicable(text)) return null;
  return hasLostDigits(text)
    ? `编码栏里的“${text}”已经丢失位数；请删去后再填写编码。`
    : `编码栏里的“${text}”不是编码；请核对，删去后再填写编码。`;
}

/** Null for cells whose formula must stay. */
function placeOf({ sheet, address, value, formula, numberFormat }: FormCell): CodingCell | null {
  return formula === null ? { sheet, address, before: { value, formula, numberFormat } } : null;
}
