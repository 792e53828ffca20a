import type { CatalogueEntry } from '../../catalogue/indicator-catalogue';
import type { Indicator } from '../../forms/form';
import { formatCoded } from '../../values/indicator-code';
import { bareText } from '../../values/normalize-text';
import { isSecretText } from '../../values/special-texts';
import { codedNameOf, holdsCodes } from '../active-catalogue';
import { cellFix } from '../cell-fix';
import { defineRule, type RuleContext } from '../define-rule';
import { hasContent } from '../row-content';

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
    found: '三级指标“{name}”没有指标编码，指标库中同名指标的编码是“{code}”；请补上编码。',
  },
  *check({ form, project }, problem, context) {
    if (!context.profile.wantsIndicatorCodes) return;
    const uncoded = project.indicators.filter(isUncoded);
    if (uncoded.length === 0) return;
    // Templates without codes: only where somebody filled one in is the next one missing.
    if (form.type !== 'coded-indicators' && !context.once('code/missing', () => isCodedAnywhere(context))) return;
    for (const indicator of uncoded) {
      const { name, plainName } = indicator;
      const entry = onlyEntryOf(indicator, context);
      if (entry === null) {
        yield problem('missing', name, { name: plainName });
        continue;
      }
      const expected = formatCoded(entry.code, entry.name);
      const fix = cellFix('补上指标编码', name, expected);
      yield problem('found', name, { name: plainName, code: entry.code }, { expected, ...(fix ? { fix } : {}) });
    }
  },
});

function isUncoded(indicator: Indicator): boolean {
  const { name } = indicator;
  return hasContent(name) && !isSecretText(name.text) && codedNameOf(indicator) === undefined;
}

function isCodedAnywhere({ workbookForms }: RuleContext): boolean {
  return workbookForms.forms.some(holdsCodes);
}

/** The entry of exactly this name under this second level, when there is only one. */
function onlyEntryOf({ plainName, level2Kind }: Indicator, { catalogue }: RuleContext): CatalogueEntry | null {
  if (catalogue === null || level2Kind === null) return null;
  const entries = catalogue.findByName(plainName);
  if (entries.length !== 1 || entries[0].level2 !== level2Kind) return null;
  // A remark in brackets is found all the same, but would be lost.
  const isSame = [entries[0].name, ...entries[0].aliases].some((name) => bareText(name) === bareText(plainName));
  return isSame ? entries[0] : null;
}
