import type { CatalogueEntry } from '../../catalogue/indicator-catalogue';
import type { FormCell, Indicator } from '../../forms/form';
import { formatCoded } from '../../values/indicator-code';
import { bareText } from '../../values/normalize-text';
import { isSecretText } from '../../values/special-texts';
import { catalogueUse, codedNameOf, holdsCodes } from '../active-catalogue';
import { codedFix } from '../coded-fix';
import { defineRule, type RuleContext } from '../define-rule';
import { hasContent } from '../row-content';
import { standardMatchOf } from '../standard-match';

export default defineRule({
  id: 'code/missing',
  severity: 'info',
  title: '三级指标应填写指标编码',
  why: '系统按编码归集指标，没有编码的指标要由审核人逐项补录。',
  basis: '填报惯例：三级指标从指标库中选取',
  example: { wrong: '扶持企业数量', right: '111002681-扶持企业数量' },
  forms: ['project-target', 'coded-indicators'],
  yieldsTo: [{ rule: 'code/format', within: 'cell' }],
  messages: {
    missing: '三级指标“{name}”没有指标编码；请从指标库中选取编码，写成“编码-名称”。',
    missingBeside: '三级指标“{name}”没有指标编码；请从指标库中选取编码。',
    found: '三级指标“{name}”没有指标编码，指标库中同名指标的编码是“{code}”；请补上编码。',
    matched: '三级指标“{name}”没有指标编码，与指标库中的“{standard}”（编码“{code}”）是一项；请补上编码，改用库中名称。',
  },
  *check({ form, project }, problem, context) {
    if (!context.profile.wantsIndicatorCodes) return;
    const uncoded = project.indicators.filter((indicator) => isUncoded(indicator, context));
    if (uncoded.length === 0) return;
    // Templates without codes: only where somebody filled one in is the next one missing.
    const isWanted = form.type === 'coded-indicators' || form.columns.code !== null;
    if (!isWanted && !context.once('code/missing', () => isCodedAnywhere(context))) return;
    for (const indicator of uncoded) {
      const { plainName: name, code } = indicator;
      const cell = placeOf(indicator);
      const entry = certainEntryOf(indicator, context);
      if (entry === null) {
        yield problem(code === null ? 'missing' : 'missingBeside', cell, { name }, { quote: indicator.name.text });
        continue;
      }
      const { code: right, name: standard } = entry;
      const fix = codedFix('补上指标编码', indicator, right, standard);
      const details = {
        quote: indicator.name.text,
        expected: code === null ? formatCoded(right, standard) : right,
        ...(fix ? { fix } : {}),
      };
      if (bareText(name) === bareText(standard)) yield problem('found', cell, { name, code: right }, details);
      else yield problem('matched', cell, { name, code: right, standard }, details);
    }
  },
});

function isUncoded(indicator: Indicator, { catalogue }: RuleContext): boolean {
  const { name } = indicator;
  return hasContent(name) && !isSecretText(name.text) && codedNameOf(indicator, catalogue) === undefined;
}

/** Where the code is to stand: in its own column, where nothing else stands there, or before the name. */
function placeOf({ name, code }: Indicator): FormCell {
  return code !== null && code.range.top === name.range.top ? code : name;
}

function isCodedAnywhere(context: RuleContext): boolean {
  return context.workbookForms.forms.some((form) => holdsCodes(form, context));
}

/** The entry that is certain for this row; null where a person has to choose, or where the codes are another library's. */
function certainEntryOf(indicator: Indicator, context: RuleContext): CatalogueEntry | null {
  const { catalogue } = context;
  if (catalogue === null) return null;
  const { decision, candidates } = standardMatchOf(indicator, catalogue);
  if (decision !== 'certain') return null;
  const isOthers = context.once(
    'codes of another library',
    () => catalogueUse(catalogue, context.workbookForms) === 'other',
  );
  return isOthers ? null : candidates[0].entry;
}
