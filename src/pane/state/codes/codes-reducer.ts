import type { CodingPlan, CodingState } from '../../../core/coding/coding-plan';
import type { CodesAction } from './codes-actions';
import { selectCodingItems, stateCounts } from './codes-selectors';
import { reduceReading } from '../reading/workbook-reading';
import { INITIAL_CODES, type CodesState, type CodingDecision, type OpenImport } from './codes-state';

export function reduceCodes(codes: CodesState, action: CodesAction): CodesState {
  switch (action.type) {
    case 'cataloguesRead':
      return { ...codes, catalogues: action.catalogues };
    case 'planRead':
      return takePlan(codes, action.plan);
    case 'planForgotten':
      return { ...forgetWorkbook(codes), page: codes.page, openImport: codes.openImport };
    case 'writingStarted':
      return reduceReading({ ...codes, isStripAsked: false }, action);
    case 'rowsTicked':
      return tickRows(codes, action.keys, action.isTicked);
    case 'entryChosen': {
      const { key, entry } = action;
      return { ...codes, decisions: { ...codes.decisions, [key]: { entry, isTicked: entry !== null } } };
    }
    case 'stateToggled': {
      const isChosen = codes.filter.indexOf(action.state) >= 0;
      const filter = isChosen
        ? codes.filter.filter((state) => state !== action.state)
        : [...codes.filter, action.state];
      return { ...codes, filter };
    }
    case 'filterCleared':
      return { ...codes, filter: [] };
    case 'stripAsked':
      return { ...codes, isStripAsked: action.isAsked };
    case 'pageChosen':
      return { ...codes, page: action.page, openImport: action.page === 'import' ? codes.openImport : null };
    case 'importStarted':
      return { ...codes, page: 'import', openImport: beginImport(action.fileName) };
    case 'importReading':
      return withImport(codes, { activity: 'reading', failure: null });
    case 'importRead':
      return withImport(codes, { activity: 'idle', failure: null, ...describeRead(codes.openImport, action) });
    case 'importFailed':
      return withImport(codes, { activity: 'idle', failure: action.failure });
    case 'importSaving':
      return withImport(codes, { activity: 'saving', failure: null });
    case 'importNamed':
      return withImport(codes, { name: action.name });
    case 'importCompleted':
      return withImport(codes, { isComplete: action.isComplete });
    default:
      return reduceReading(codes, action);
  }
}

/** Another workbook is open now: the catalogues are the same, all else is of the former one. */
export function forgetWorkbook({ catalogues }: CodesState): CodesState {
  return { ...INITIAL_CODES, catalogues };
}

function takePlan(codes: CodesState, plan: CodingPlan): CodesState {
  const counts = stateCounts(plan);
  return {
    ...codes,
    plan,
    activity: { kind: 'idle' },
    decisions: decisionsThatHold(codes, plan),
    // The last row in a chosen state is filled in: an empty list would look as if nothing were left at all.
    filter: codes.filter.filter((state: CodingState) => counts[state] > 0),
  };
}

/** A decision was made about an indicator of one catalogue: where rows moved, another one may stand at the address now. */
function decisionsThatHold({ plan: former, decisions }: CodesState, plan: CodingPlan): CodesState['decisions'] {
  if (former === null || former.catalogue.id !== plan.catalogue.id) return {};
  const decided = new Map(former.rows.filter(({ key }) => decisions[key] !== undefined).map((row) => [row.key, row]));
  const held: Record<string, CodingDecision> = {};
  for (const { key, name, level2, project, code } of plan.rows) {
    const row = decided.get(key);
    if (row === undefined || row.name !== name || row.level2 !== level2 || row.project !== project) continue;
    if (code === row.code) held[key] = decisions[key];
  }
  return held;
}

function tickRows(codes: CodesState, keys: readonly string[], isTicked: boolean): CodesState {
  const wanted = new Set(keys);
  const decisions: Record<string, CodingDecision> = { ...codes.decisions };
  for (const { row, entry } of selectCodingItems(codes)) {
    if (entry !== null && wanted.has(row.key)) decisions[row.key] = { entry, isTicked };
  }
  return { ...codes, decisions };
}

function beginImport(fileName: string | null): OpenImport {
  return {
    fileName,
    activity: 'reading',
    options: {},
    result: null,
    failure: null,
    name: '',
    isComplete: false,
  };
}

/** The name is proposed once; what the user made of it stays when columns are corrected. */
function describeRead(
  former: OpenImport | null,
  { result, options }: Extract<CodesAction, { type: 'importRead' }>,
): Partial<OpenImport> {
  const isFirst = former === null || former.result === null || former.name === '';
  return { result, options, ...(isFirst && result.file !== null ? { name: result.file.name } : {}) };
}

function withImport(codes: CodesState, change: Partial<OpenImport>): CodesState {
  return codes.openImport === null ? codes : { ...codes, openImport: { ...codes.openImport, ...change } };
}
