import { isNamed, type CatalogueEntry } from '../../catalogue/indicator-catalogue';
import type { Indicator } from '../../forms/form';
import type { Fix } from '../../review/finding';
import { formatCoded } from '../../values/indicator-code';
import {
  catalogueOf,
  codedNameOf,
  holdsCodes,
  isLikeName,
  openIndicators,
  uncheckedCodes,
  type IndicatorCode,
} from '../active-catalogue';
import { cellFix } from '../cell-fix';
import { defineFormRule, unchecked } from '../define-rule';

export default defineFormRule({
  id: 'code/name-mismatch',
  severity: 'error',
  title: '指标名称应与指标库中该编码的名称一致',
  why: '编码和名称说的不是一项指标，系统按编码归集，审核人按名称理解。',
  basis: '填报惯例：三级指标从指标库中选取',
  example: { wrong: '111002681-扶持企业个数', right: '111002681-扶持企业数量' },
  forms: ['project-target', 'coded-indicators'],
  messages: {
    writing: '“{found}”与指标库中编码“{code}”的名称“{expected}”写法不同；请改为指标库的名称。',
    otherName: '编码“{code}”在指标库中是“{expected}”，与所填名称“{found}”不是一项指标；请核对编码和名称。',
    otherCode: '编码“{code}”在指标库中是“{expected}”，而“{found}”的编码是“{right}”；请按实际要报的指标改正编码或名称。',
  },
  *check(form, problem, context) {
    const reason = uncheckedCodes(form, context);
    if (reason !== null) yield unchecked(reason);
    if (!holdsCodes(form, context)) return;
    const catalogue = catalogueOf(context);
    if (catalogue === null) return;
    for (const indicator of openIndicators(form)) {
      const coded = codedNameOf(indicator, context.catalogue);
      const entry = coded && catalogue.findByCode(coded.code);
      if (coded === undefined || entry === undefined || coded.name === '' || isNamed(entry, coded.name)) continue;
      const { code, name: found } = coded;
      const values = { code, found, expected: entry.name };
      const others = catalogue.findByName(found);
      if (others.length > 0) {
        const right = others.map((other) => other.code).join('或');
        yield problem('otherCode', indicator.name, { ...values, right }, { quote: found });
      } else if (!isLikeName(entry, found)) {
        yield problem('otherName', indicator.name, values, { quote: found, expected: entry.name });
      } else {
        const fix = fixOf(indicator, coded, entry);
        yield problem('writing', indicator.name, values, {
          quote: found,
          expected: entry.name,
          ...(fix ? { fix } : {}),
        });
      }
    }
  },
});

/** Only the name is put right; where code and name share a cell, the code as it is read. */
function fixOf(
  { name, code: beside }: Indicator,
  { code, cell }: IndicatorCode,
  entry: CatalogueEntry,
): Fix | undefined {
  const isAlone = beside !== null && cell === beside;
  return cellFix('改为指标库的名称', name, isAlone ? entry.name : formatCoded(code, entry.name));
}
