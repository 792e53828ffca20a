import type { RowChange } from '../changes/row-change';
import type { WorkbookForms } from '../forms/form';
import { ALL_PROJECTS, UNPLACED_COLUMNS, UNPLACED_TITLE } from '../forms/unplaced-block';
import { readCell } from '../forms/sheet-view';
import { compactText } from '../values/normalize-text';
import { formatAddress, type CellRange } from '../workbook/cell-address';
import type { WorkbookSnapshot } from '../workbook/workbook-snapshot';
import type { CarriedProject } from './carried-project';
import { carryProject, findProjects } from './carry-projects';
import type { ConvertedSheet, UnplacedText } from './conversion';
import { TITLE_LABEL, YEAR_LABEL } from './other-texts';
import type { Leftover } from './placement';
import { planForm } from './plan-form';
import { planTable } from './plan-table';
import { projectKeys } from './row-keys';
import type { PlacedCell, SheetDraft } from './sheet-draft';
import { freeSheetName } from './sheet-names';
import type { TemplateDescription } from './template-description';

/** Of projects named in a remark. */
const MOST_NAMES = 3;

/** What makes one sheet out of a template: first the rows, then the cells. */
export interface SheetPlan {
  readonly sheet: ConvertedSheet;
  /** The template's sheet. */
  readonly source: string;
  readonly rows: readonly RowChange[];
  /** Addresses of after the rows; no two at one address. */
  readonly cells: readonly PlacedCell[];
  readonly printArea: CellRange;
}

/**
 * Brings projects of a workbook into a template: one sheet for each, or one for all, as the template has it. Nothing is lost: what has no
 * place is listed on the sheet, beside the form. Projects that cannot be converted are left out.
 * @param keys Of `findProjects`; null for all.
 */
export function planConversion(
  snapshot: WorkbookSnapshot,
  forms: WorkbookForms,
  keys: readonly string[] | null,
  template: TemplateDescription,
): readonly SheetPlan[] {
  const places = findProjects(forms).filter(
    ({ key, refusal }) => refusal === null && (keys === null || keys.indexOf(key) >= 0),
  );
  const projects = places.map((place) => carryProject(place, snapshot));
  if (projects.length === 0) return [];
  const taken = snapshot.sheets.map(({ name }) => name);
  if (template.kind === 'table-of-projects') {
    return [sheetPlan(projects, planTable(projects, template), template, freeSheetName(template.sheet.name, taken))];
  }
  return projects.map((project) => {
    const name = freeSheetName(project.name, taken);
    taken.push(name);
    return sheetPlan([project], planForm(project, template), template, name);
  });
}

function sheetPlan(
  projects: readonly CarriedProject[],
  draft: SheetDraft,
  template: TemplateDescription,
  name: string,
): SheetPlan {
  const keys = projectKeys(projects.map(nameIn));
  const year = yearCell(projects, template);
  const lines = linesOf(projects, draft, keys, template, year !== null && year.isWhole);
  const added = draft.rows.reduce((sum, { kind }) => sum + (kind === 'insert' ? 1 : -1), 0);
  const { printArea } = template;
  return {
    sheet: {
      name,
      projects: projects.map((project) => project.name),
      fieldCount: sum(draft.projects.map(({ fieldCount }) => fieldCount)),
      indicatorCount: sum(draft.projects.map(({ indicatorCount }) => indicatorCount)),
      unplaced: lines,
      remarks: [...draft.remarks, ...remarksOf(projects, draft)],
    },
    source: template.sheet.name,
    rows: draft.rows,
    cells: [...draft.cells, ...(year === null ? [] : [year.cell]), ...listCells(lines, template)],
    printArea: { ...printArea, bottom: printArea.bottom + added },
  };
}

/** The name as the list and the readers of the new sheet see it. */
function nameIn({ fields }: CarriedProject): string {
  const field = fields.find(({ key }) => key === 'projectName');
  return field ? field.text : '';
}

function linesOf(
  projects: readonly CarriedProject[],
  draft: SheetDraft,
  keys: readonly string[],
  template: TemplateDescription,
  isYearSaid: boolean,
): readonly UnplacedText[] {
  const lines: UnplacedText[] = [];
  const common = commonTexts(draft);
  draft.projects.forEach(({ left }, index) => {
    for (const one of left) {
      const { label, indicator, text, from } = one;
      const isCommon = common.indexOf(`${label}\n${text}`) >= 0;
      if (indicator === '' && label === TITLE_LABEL && compactText(text) === template.title) continue;
      if (indicator === '' && label === YEAR_LABEL && isYearSaid) continue;
      if (indicator === '' && isCommon && index > 0) continue;
      const project = indicator === '' && isCommon && projects.length > 1 ? ALL_PROJECTS : keys[index];
      lines.push({ project, label, indicator, text, sheet: from.sheet, cell: formatAddress(from.address) });
    }
  });
  return lines;
}

/** Titles, years and remarks that all projects of a sheet share: they are listed once. */
function commonTexts({ projects }: SheetDraft): readonly string[] {
  const [first, ...others] = projects;
  const isSame = (one: Leftover, other: Leftover): boolean =>
    one.label === other.label && one.text === other.text && other.indicator === '';
  return first.left
    .filter((one) => one.indicator === '' && others.every(({ left }) => left.some((other) => isSame(one, other))))
    .map(({ label, text }) => `${label}\n${text}`);
}

function listCells(lines: readonly UnplacedText[], { aside }: TemplateDescription): readonly PlacedCell[] {
  if (lines.length === 0) return [];
  const cells: PlacedCell[] = [{ address: aside, value: UNPLACED_TITLE }];
  const rows = [
    UNPLACED_COLUMNS,
    ...lines.map(({ project, label, indicator, text }) => [project, label, indicator, text]),
  ];
  rows.forEach((texts, index) => {
    texts.forEach((text, column) => {
      const address = { row: aside.row + 1 + index, column: aside.column + column };
      if (text !== '') cells.push({ address, value: text });
    });
  });
  return cells;
}

interface YearCell {
  readonly cell: PlacedCell;
  /** Every project is for this year. */
  readonly isWhole: boolean;
}

/** The line that says the year, "20××年度"; without a year for projects of several ones, or of none that is known. */
function yearCell(projects: readonly CarriedProject[], { year, sheet }: TemplateDescription): YearCell | null {
  if (year === null) return null;
  const printed = readCell(sheet, year.row, year.column).text;
  const [{ year: first }] = projects;
  const isWhole = first !== '' && projects.every((project) => project.year === first);
  const text = printed.replace(/(?:20)?(?:[×xX_＿\s]{2,4}|[0-9]{2})(?=年)/, isWhole ? first : '    ');
  return { cell: { address: year, value: text }, isWhole };
}

/** What was decided for every project is said once; else for which ones, or for how many. */
function remarksOf(projects: readonly CarriedProject[], draft: SheetDraft): readonly string[] {
  const names = new Map<string, string[]>();
  draft.projects.forEach(({ remarks }, index) => {
    for (const remark of withoutRepeats(remarks)) {
      names.set(remark, (names.get(remark) || []).concat(projects[index].name));
    }
  });
  const sentences: string[] = [];
  names.forEach((those, remark) => {
    if (those.length === projects.length) sentences.push(remark);
    else if (those.length <= MOST_NAMES) sentences.push(`${those.join('、')}：${remark}`);
    else sentences.push(`${remark.slice(0, -1)}（${those.length} 个项目）。`);
  });
  return sentences;
}

function withoutRepeats(texts: readonly string[]): readonly string[] {
  return texts.filter((text, index) => texts.indexOf(text) === index);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
