import type { IndicatorCatalogue } from '../../catalogue/indicator-catalogue';
import { splitCode } from '../../catalogue/code-scheme';
import type { CodedName } from '../../values/indicator-code';
import { catalogueOf, codedNameOf, holdsCodes, openIndicators, uncheckedCodes } from '../active-catalogue';
import { defineFormRule, unchecked } from '../define-rule';

/** So many codes are named where the catalogue is incomplete. */
const MOST_NAMED = 3;

export default defineFormRule({
  id: 'code/unknown',
  severity: 'warning',
  title: '指标编码应在指标库中',
  why: '系统只认指标库里的编码，库外的编码无法归集。',
  basis: '填报惯例：三级指标从指标库中选取',
  example: { wrong: '111009999-扶持企业数量', right: '111002681-扶持企业数量' },
  forms: ['project-target', 'coded-indicators'],
  yieldsTo: [
    { rule: 'code/format', within: 'cell' },
    { rule: 'code/level-mismatch', within: 'row' },
    { rule: 'form/level1-level2-mismatch', within: 'row' },
  ],
  messages: {
    absent: '编码“{code}”不在指标库“{catalogue}”中；请核对编码，或从指标库中选用其他指标。',
    named: '编码“{code}”不在指标库“{catalogue}”中，库中“{name}”的编码是“{expected}”；请核对编码。',
    impossible:
      '编码“{code}”的二级指标位“{level2}”不以一级指标位“{level1}”开头，指标库“{catalogue}”中不会有这样的编码；请核对编码。',
  },
  *check(form, problem, context) {
    const reason = uncheckedCodes(form, context);
    if (reason !== null) yield unchecked(reason);
    if (!holdsCodes(form, context)) return;
    const catalogue = catalogueOf(context);
    if (catalogue === null) return;
    const unverified: string[] = [];
    for (const indicator of openIndicators(form)) {
      const coded = codedNameOf(indicator, context.catalogue);
      if (coded === undefined || catalogue.findByCode(coded.code) !== undefined) continue;
      const { code } = coded;
      const parts = catalogue.codeScheme && splitCode(code, catalogue.codeScheme);
      const expected = codeOfName(coded, catalogue);
      if (parts !== null && !parts.isPossible) {
        const levels = { level1: parts.level1Digits, level2: parts.level2Digits };
        yield problem('impossible', coded.cell, { code, catalogue: catalogue.name, ...levels }, { quote: code });
      } else if (!catalogue.isComplete) {
        if (unverified.indexOf(code) < 0) unverified.push(code);
      } else if (expected !== null) {
        const values = { code, catalogue: catalogue.name, name: coded.name, expected };
        yield problem('named', coded.cell, values, { quote: code, expected });
      } else {
        yield problem('absent', coded.cell, { code, catalogue: catalogue.name }, { quote: code });
      }
    }
    if (unverified.length > 0) yield unchecked(describe(unverified, catalogue.name));
  },
});

/** The code that the catalogue gives this name, when it gives only one. */
function codeOfName({ name }: CodedName, catalogue: IndicatorCatalogue): string | null {
  const entries = catalogue.findByName(name);
  return entries.length === 1 ? entries[0].code : null;
}

function describe(codes: readonly string[], catalogue: string): string {
  const named = codes.slice(0, MOST_NAMED).join('、') + (codes.length > MOST_NAMED ? '等' : '');
  return `指标库“${catalogue}”不完整，有${codes.length}个编码不在其中（${named}），未能核对。`;
}
