import { parseCatalogue, type CatalogueEntry } from '../../src/core/catalogue/indicator-catalogue';
import type { MatchCandidate } from '../../src/core/catalogue/matching';
import { cellKeyOf } from '../../src/core/changes/change-set';
import type { CodingCell, CodingPlan, CodingRow, CodingState } from '../../src/core/coding/coding-plan';
import { parseLevel2 } from '../../src/core/forms/indicator-levels';
import { formatAddress } from '../../src/core/workbook/cell-address';
import type { SheetContent, SheetSnapshot, WorkbookSnapshot } from '../../src/core/workbook/workbook-snapshot';
import { cleanRows, projectTarget } from '../support/build-form';
import { SAMPLE_CATALOGUE } from '../support/sample-catalogue';

export const CATALOGUE = parseCatalogue(SAMPLE_CATALOGUE);

const FIRST_ROW = 11;
const [LEVEL1, LEVEL2, NAME] = [0, 1, 2];

export function entryOf(code: string): CatalogueEntry {
  const entry = CATALOGUE.findByCode(code);
  if (entry === undefined) throw new Error(`no entry ${code}`);
  return entry;
}

const candidate = (code: string, reason: string, isOtherLevel2 = false): MatchCandidate => ({
  entry: entryOf(code),
  score: 0.8,
  reason,
  isOtherLevel2,
});

interface Proposal {
  readonly state: CodingState;
  readonly candidates?: readonly MatchCandidate[];
  readonly note?: string;
}

/** What is proposed for a name, whatever the matching of the engine thinks of it. */
const PROPOSALS: Readonly<Record<string, Proposal>> = {
  图书采购数量: { state: 'certain', candidates: [candidate('111000101', '名称相同')] },
  图书验收合格率: { state: 'certain', candidates: [candidate('112000102', '名称相同')] },
  推广活动: {
    state: 'choose',
    candidates: [
      candidate('111000202', '“推广活动”相同'),
      candidate('111000207', '都有“数量”'),
      candidate('222000206', '“活动”相同', true),
    ],
  },
  全年开放天数: { state: 'none' },
  读者满意度: { state: 'certain', candidates: [candidate('331000105', '名称相同')] },
};

/** 图书: D12 图书采购数量 … with 推广活动 in C13, and C14 that has a code of another indicator. 培训: the same names, clean. */
export function codesSheets(): readonly SheetContent[] {
  const rows = cleanRows({
    数量: [
      ['图书采购数量', '≥8000册'],
      ['推广活动', '≥12场'],
      ['111000101-借阅人数', '≥5人'],
    ],
  });
  return [
    projectTarget({ sheet: '图书', rows }),
    projectTarget({ sheet: '培训', fields: { projectName: '馆员培训' }, rows: rows.slice(0, 1) }),
  ];
}

/** Proposes as the tests want it. */
export function proposeSampleCodes({ sheets }: WorkbookSnapshot): CodingPlan {
  const rows: CodingRow[] = [];
  for (const sheet of sheets) {
    for (let row = FIRST_ROW; sheet.cellAt(row, NAME) !== undefined; row += 1) rows.push(rowOf(sheet, row));
  }
  const { id, name, isComplete, codeScheme } = CATALOGUE;
  return { catalogue: { id, name, isComplete }, codeScheme, rows };
}

function rowOf(sheet: SheetSnapshot, row: number): CodingRow {
  const place = (column: number): CodingCell => {
    const cell = sheet.cellAt(row, column);
    const before = { value: cell?.value ?? null, formula: null, numberFormat: cell?.numberFormat ?? 'General' };
    return { sheet: sheet.name, address: { row, column }, before };
  };
  const textOf = (column: number): string => String(place(column).before.value);
  const [, code = null, name = ''] = /^(?:(\d{9})-)?(.*)$/.exec(textOf(NAME)) ?? [];
  const level2 = parseLevel2(textOf(LEVEL2));
  const { state, candidates = [], note = null } = code === null ? proposalFor(name) : coded(code, name);
  const isOpen = state === 'certain' || state === 'choose' || state === 'none';
  return {
    key: cellKeyOf(place(NAME)),
    sheet: sheet.name,
    cell: formatAddress({ row, column: NAME }),
    form: `${sheet.name}!A1:E20`,
    project: String(sheet.cellAt(1, 3)?.value ?? ''),
    name,
    level2: level2.kind,
    level2Label: level2.name,
    state,
    note,
    code,
    candidates,
    places: {
      name: isOpen || state === 'coded' ? place(NAME) : null,
      code: null,
      level1: isOpen || state === 'coded' ? place(LEVEL1) : null,
      level2: isOpen || state === 'coded' ? place(LEVEL2) : null,
    },
  };
}

function proposalFor(name: string): Proposal {
  return PROPOSALS[name] ?? { state: 'left', note: name === '不适用' ? '填的是“不适用”。' : '样例不填。' };
}

function coded(code: string, name: string): Proposal {
  const entry = CATALOGUE.findByCode(code);
  const note = entry?.name === name ? null : `编码 ${code} 在指标库中是“${entry?.name}”。`;
  return note === null ? { state: 'coded' } : { state: 'coded', note };
}
