import type { CatalogueEntry, IndicatorCatalogue } from '../catalogue/indicator-catalogue';
import { isNamed } from '../catalogue/indicator-catalogue';
import { splitCode } from '../catalogue/code-scheme';
import type { Form, FormCell, Indicator, WorkbookForms } from '../forms/form';
import { oncePer } from '../forms/once-per';
import { isDateLike, parseCodedName, readCodeCell, type CodedName, type CodeTest } from '../values/indicator-code';
import { isNotApplicable, isSecretText } from '../values/special-texts';
import { comparableText, compareTexts } from '../values/text-similarity';
import type { RuleContext } from './define-rule';

/** From here on two names are two writings of one. */
const ALIKE = 0.5;

const FEW_CODES = 3;

/** A third-level indicator's code and name, and the cell in which the code stands. */
export interface IndicatorCode extends CodedName {
  readonly cell: FormCell;
}

type CodeReader = (indicator: Indicator) => IndicatorCode | undefined;

const readCode = (isCode?: CodeTest): CodeReader =>
  oncePer(({ name, code }: Indicator): IndicatorCode | undefined => {
    if (isNotApplicable(name.text) || isSecretText(name.text)) return undefined;
    const before = parseCodedName(name.text, isCode);
    const beside = code && readCodeCell(code, isCode);
    if (code && beside) {
      const isPlain = beside.flaw === null;
      const bare = before ? before.name : name.text.trim();
      return { code: beside.code, name: bare, isCanonical: isPlain, isWideOnly: beside.flaw === 'wide', cell: code };
    }
    const alone = before || typeof name.value !== 'number' ? undefined : readCodeCell(name, isCode);
    if (alone) return { code: alone.code, name: '', isCanonical: false, isWideOnly: false, cell: name };
    return before && { ...before, cell: name };
  });

const withoutCatalogue = readCode();

/** Tells the codes of a catalogue, and those built as they are. */
export const codeTestOf = oncePer((catalogue: IndicatorCatalogue): CodeTest => {
  const { codeScheme } = catalogue;
  const isBuilt = (code: string): boolean => {
    const parts = codeScheme && !isDateLike(code) ? splitCode(code, codeScheme) : null;
    // A number that lacks digits is no code with a zero before it.
    return parts !== null && (code.charAt(0) !== '0' || parts.level1 !== null || parts.level2 !== null);
  };
  return (code) => catalogue.findByCode(code) !== undefined || isBuilt(code);
});

const withCatalogue = oncePer((catalogue: IndicatorCatalogue) => readCode(codeTestOf(catalogue)));

/**
 * The code and name of a third-level indicator; undefined for one without code.
 * @param catalogue Its codes, and those built as they are, are known whatever they look like; null for none.
 */
export function codedNameOf(indicator: Indicator, catalogue: IndicatorCatalogue | null): IndicatorCode | undefined {
  return (catalogue === null ? withoutCatalogue : withCatalogue(catalogue))(indicator);
}

/**
 * The catalogue that was loaded, if this workbook's codes are out of it: offices number their indicators each in their own
 * way, and the nine digits of one library mean something else in another. Null when none was loaded or it is another's.
 */
export function catalogueOf(context: RuleContext): IndicatorCatalogue | null {
  const { catalogue } = context;
  if (catalogue === null) return null;
  return context.once('catalogue of the codes', () =>
    catalogueUse(catalogue, context.workbookForms) === 'own' ? catalogue : null,
  );
}

/** True for a form in which any indicator that is not classified has a code. */
export function holdsCodes(form: Form, { catalogue }: Pick<RuleContext, 'catalogue'>): boolean {
  return openIndicators(form).some((indicator) => codedNameOf(indicator, catalogue) !== undefined);
}

/** Why the codes of a form could not be held against a catalogue; null where there is nothing to say. */
export function uncheckedCodes(form: Form, context: RuleContext): string | null {
  if (!holdsCodes(form, context) || catalogueOf(context) !== null) return null;
  const { catalogue } = context;
  return catalogue === null
    ? '没有装入指标库，未核对指标编码。'
    : `本工作簿的编码与指标库“${catalogue.name}”不是一套，未核对指标编码。`;
}

/** The indicators of a form whose projects are not classified. */
export function openIndicators(form: Form): readonly Indicator[] {
  const open: Indicator[] = [];
  for (const { indicators, isSecret } of form.projects) if (!isSecret) open.push(...indicators);
  return open;
}

/** Entry of an indicator's code; undefined without code, without catalogue or for a code that is not in it. */
export function entryOf(indicator: Indicator, context: RuleContext): CatalogueEntry | undefined {
  const catalogue = catalogueOf(context);
  const coded = catalogue === null ? undefined : codedNameOf(indicator, catalogue);
  return catalogue && coded ? catalogue.findByCode(coded.code) : undefined;
}

/** True for a written name that means the same as the standard one in other words or with other marks. */
export function isLikeName(entry: CatalogueEntry, written: string): boolean {
  if (isNamed(entry, written)) return true;
  const [standard, found] = [comparableText(entry.name), comparableText(written)];
  return compareTexts(standard, found) >= ALIKE;
}

/**
 * Whose codes a workbook has: the catalogue's `own`, another library's (`other`), or none that tell (`unclear`). Most of its own are built
 * as the catalogue's and, where it knows them, carry its names. A complete catalogue was loaded on purpose: a few names that
 * differ from it are wrong names.
 */
export function catalogueUse(
  catalogue: IndicatorCatalogue,
  { forms }: Pick<WorkbookForms, 'forms'>,
): 'own' | 'other' | 'unclear' {
  let known = 0;
  let agreeing = 0;
  let built = 0;
  let others = 0;
  for (const form of forms) {
    const use = codeUseIn(catalogue)(form);
    known += use.known;
    agreeing += use.agreeing;
    built += use.built;
    others += use.others;
  }
  if (built < others) return 'other';
  if (catalogue.isComplete) return known < FEW_CODES || agreeing * 2 >= known ? 'own' : 'other';
  if (known === 0) return 'unclear';
  return agreeing * 2 > known ? 'own' : 'other';
}

/** How many codes of a form the catalogue knows, names alike, and builds or does not build as its own. */
interface CodeUse {
  readonly known: number;
  readonly agreeing: number;
  readonly built: number;
  readonly others: number;
}

const codeUseIn = oncePer((catalogue: IndicatorCatalogue) =>
  oncePer(({ projects }: Form): CodeUse => {
    const use = { known: 0, agreeing: 0, built: 0, others: 0 };
    for (const { indicators } of projects) {
      for (const indicator of indicators) {
        const coded = codedNameOf(indicator, catalogue);
        if (coded === undefined) continue;
        const entry = catalogue.findByCode(coded.code);
        const { codeScheme } = catalogue;
        // A library may hold codes of several schemes.
        if (entry || codeScheme === null || splitCode(coded.code, codeScheme) !== null) use.built += 1;
        else use.others += 1;
        if (entry === undefined) continue;
        use.known += 1;
        if (isLikeName(entry, coded.name)) use.agreeing += 1;
      }
    }
    return use;
  }),
);
