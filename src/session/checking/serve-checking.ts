import type { ReviewProgress } from '../../core/review/run-review';
import { WorkbookSnapshot, type PlacedCell, type SheetContent } from '../../core/workbook/workbook-snapshot';
import type { CatalogueReaders } from '../catalogues/catalogue-readers';
import { createCatalogueWorks, shelfOf } from '../catalogues/create-catalogue-works';
import { NO_TEMPLATES, type TemplateReaders } from '../normalizing/conversion-works';
import { createConversionWorks } from '../normalizing/create-conversion-works';
import { planWishedInSteps } from '../normalizing/plan-in-steps';
import type { ReviewResources } from '../review-resources';
import { ReviewCancelled, runInSlices } from '../time-slices';
import { CheckingMemory } from './checking-memory';
import type { PaneMessage, WorkerMessage } from './messages';
import { sheetOf, unpackCells } from './packed-sheets';
import { reportInSteps } from './report-in-steps';
import type { ReportedFinding } from './review-report';
import { rulebookOf } from './rulebook-of';
import { sentReference, serveCatalogues } from './serve-catalogues';
import { wishedCatalogue } from './wished-catalogue';

/** Nobody looks at this thread: only messages of the pane, above all "cancel", must be heard in between. */
const SLICE_MILLISECONDS = 50;
const PROGRESS_MILLISECONDS = 100;
/** Findings or repairs of a portion; their calculations and edits count too. */
const PORTION = 500;

/** The content stays the same object for as long as the pane wants it kept. */
interface KeptSheet {
  readonly content: SheetContent;
  readonly cells: PlacedCell[];
}

/**
 * The worker's side of messages.ts: checks what it is sent, one review at a time, and works with catalogues.
 * @returns What takes the pane's messages.
 */
export function serveChecking(
  resources: ReviewResources,
  readers: CatalogueReaders,
  send: (message: WorkerMessage) => void,
  templates: TemplateReaders = NO_TEMPLATES,
): (message: PaneMessage) => void {
  const sheets = new Map<number, KeptSheet>();
  const memory = new CheckingMemory();
  const shelf = shelfOf(resources);
  const works = createCatalogueWorks(resources, readers, {
    shelf,
    readForms: (snapshot) => memory.reviews.readForms(snapshot),
  });
  let current = { aborted: false };

  const keepOnly = (kept: readonly number[]): void => {
    Array.from(sheets.keys()).forEach((sheet) => {
      if (kept.indexOf(sheet) < 0) sheets.delete(sheet);
    });
  };

  const snapshotOf = (workbook: string, wanted: readonly number[]): WorkbookSnapshot => {
    const contents = wanted.map((sheet) => {
      const kept = sheets.get(sheet);
      if (kept === undefined) throw new Error(`Sheet ${sheet} was never sent.`);
      return kept.content;
    });
    return new WorkbookSnapshot(workbook, contents);
  };
  const conversions = createConversionWorks(templates, (snapshot) => memory.reviews.readForms(snapshot));
  const catalogues = serveCatalogues(works, conversions, snapshotOf, send);

  const work = async (message: Extract<PaneMessage, { kind: 'review' | 'plan' }>): Promise<void> => {
    const { run, workbook, sheets: wanted, wish } = message;
    current.aborted = true;
    const own = { aborted: false };
    current = own;
    const onProgress = seldom((progress: ReviewProgress) => send({ kind: 'progress', run, progress }));
    try {
      const snapshot = snapshotOf(workbook, wanted);
      const named = wish.catalogue ? sentReference(wish.catalogue) : wish.catalogue;
      const catalogue = await wishedCatalogue(named, resources, shelf);
      const means = { ...resources, catalogue };
      if (message.kind === 'plan') {
        const steps = planWishedInSteps(snapshot, means, message.wish, message.wish, memory);
        const { repairs, left } = await runInSlices(steps, own, onProgress, SLICE_MILLISECONDS);
        for (const portion of portionsOf(repairs, ({ edits }) => edits.length))
          send({ kind: 'repairs', run, repairs: portion, left: [] });
        for (const portion of portionsOf(left, () => 0)) send({ kind: 'repairs', run, repairs: [], left: portion });
        send({ kind: 'planned', run });
      } else {
        const steps = reportInSteps(snapshot, means, wish, memory);
        const { findings, ...report } = await runInSlices(steps, own, onProgress, SLICE_MILLISECONDS);
        for (const portion of portionsOf(findings, weightOf)) send({ kind: 'findings', run, findings: portion });
        send({ kind: 'report', run, report });
      }
    } catch (error) {
      if (error instanceof ReviewCancelled) return;
      send({ kind: 'failed', run, reason: error instanceof Error ? error.stack || error.message : String(error) });
    }
  };

  send({ kind: 'ready', rulebook: rulebookOf(resources), catalogues: works.builtin });

  return (message) => {
    switch (message.kind) {
      case 'keep':
        keepOnly(message.sheets);
        return;
      case 'sheet': {
        const cells: PlacedCell[] = [];
        sheets.set(message.sheet, { content: sheetOf(message.head, cells), cells });
        return;
      }
      case 'cells': {
        const sheet = sheets.get(message.sheet);
        if (sheet) for (const cell of unpackCells(message.cells)) sheet.cells.push(cell);
        return;
      }
      case 'review':
      case 'plan':
        void work(message);
        return;
      case 'cancel':
        current.aborted = true;
        return;
      case 'catalogue':
        shelf.put(message.name, message.text);
        return;
      case 'request':
        catalogues.request(message.request, message.task);
        return;
      case 'forget':
        catalogues.forget(message.request);
    }
  };
}

function seldom<Message>(tell: (message: Message) => void): (message: Message) => void {
  let last = 0;
  return (message) => {
    if (Date.now() - last < PROGRESS_MILLISECONDS) return;
    last = Date.now();
    tell(message);
  };
}

/** @param weightOf What an item counts beside itself. */
function portionsOf<Item>(items: readonly Item[], weightOf: (item: Item) => number): readonly (readonly Item[])[] {
  const portions: Item[][] = [];
  let weight = PORTION;
  for (const item of items) {
    if (weight >= PORTION) {
      portions.push([]);
      weight = 0;
    }
    portions[portions.length - 1].push(item);
    weight += 1 + weightOf(item);
  }
  return portions;
}

function weightOf({ calculation, fix }: ReportedFinding): number {
  return (calculation ? calculation.terms.length : 0) + (fix ? fix.edits.length : 0);
}
