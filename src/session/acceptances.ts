import { z } from 'zod';
import type { HostStorage } from '../host/port/workbook-host';
import { checksum } from './checksum';
import type { ReportedFinding } from './checking/review-report';
import { parseJson } from './parse-json';

/** A finding that a reviewer accepted. Kept in the workbook, so that it travels with its file. */
export interface Acceptance {
  readonly ruleId: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** What was accepted there, as `flawOf` writes it: with another text in the cell the finding is another one. */
  readonly flaw: string;
  /** "" when none was given. */
  readonly reason: string;
  /** yyyy-mm-dd */
  readonly date: string;
}

/** What the workbook holds; `problem` is a Chinese sentence where it could not be understood or not be kept. */
export interface AcceptanceRecords {
  readonly acceptances: readonly Acceptance[];
  readonly problem: string | null;
}

export interface Acceptances {
  read(): Promise<AcceptanceRecords>;
  /** @param date yyyy-mm-dd */
  accept(finding: AcceptedFlaw, reason: string, date: string): Promise<AcceptanceRecords>;
  withdraw(withdrawn: readonly Acceptance[]): Promise<AcceptanceRecords>;
}

export type AcceptedFlaw = Pick<
  ReportedFinding,
  'ruleId' | 'sheet' | 'cell' | 'quote' | 'message' | 'subject' | 'project'
>;

const KEY = 'acceptances';
const VERSION = 1;
export const LONGEST_REASON = 100;

const LONGEST_FLAW = 200;
const BEGINNING_OF_FLAW = 60;

const UNREADABLE = '工作簿里“已接受”的记录无法识别，没有采用，全部问题照常列出。';
const NEWER = '工作簿里“已接受”的记录来自更新版本的申报表助手，本版本不能使用，全部问题照常列出。';

const storedSchema = z.object({
  version: z.literal(VERSION),
  accepted: z
    .array(
      z.object({
        ruleId: z.string().max(200),
        sheet: z.string().max(200),
        cell: z.string().max(20),
        flaw: z.string().max(2 * LONGEST_FLAW),
        reason: z.string().max(LONGEST_REASON),
        date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      }),
    )
    .max(100000),
});

const newerSchema = z.object({ version: z.number().gt(VERSION) });

/** Which findings of a workbook were accepted. Read anew before each change: others may work on the same workbook. */
export function createAcceptances(storage: HostStorage): Acceptances {
  let lastChange: Promise<unknown> = Promise.resolve();

  const read = async (isAnew = false): Promise<AcceptanceRecords> => understand(await storage.get(KEY, isAnew));

  const change = async (edit: (known: readonly Acceptance[]) => readonly Acceptance[]): Promise<AcceptanceRecords> => {
    const { acceptances: known, problem } = await read(true);
    // What a later version wrote is not ours to replace; what nobody can read is.
    if (problem === NEWER) return { acceptances: known, problem };
    const acceptances = edit(known);
    // With the last one withdrawn the workbook is as if none had been accepted.
    const text = acceptances.length === 0 ? '' : JSON.stringify({ version: VERSION, accepted: acceptances });
    await storage.set(KEY, text);
    return { acceptances, problem: null };
  };

  const inTurn: typeof change = (edit) => {
    const changing = lastChange.then(
      () => change(edit),
      () => change(edit),
    );
    lastChange = changing;
    return changing;
  };

  return {
    read: () => read(),

    accept(finding, reason, date) {
      const { ruleId, sheet, cell } = finding;
      const given = reason.trim().slice(0, LONGEST_REASON);
      const acceptance: Acceptance = { ruleId, sheet, cell, flaw: flawOf(finding), reason: given, date };
      const key = acceptanceKey(acceptance);
      return inTurn((known) => [...known.filter((one) => acceptanceKey(one) !== key), acceptance]);
    },

    withdraw(withdrawn) {
      const keys = new Set(withdrawn.map(acceptanceKey));
      return inTurn((known) => known.filter((one) => !keys.has(acceptanceKey(one))));
    },
  };
}

/** The same for a finding and for its acceptance. */
export function acceptanceKey(one: Acceptance | AcceptedFlaw): string {
  return [one.ruleId, one.sheet, one.cell, 'flaw' in one ? one.flaw : flawOf(one)].join('\n');
}

/**
 * What a finding says about which text. The message too: a cell may have two flaws of one rule, and a sum that is
 * wrong in another way is another flaw. What stands in the row too: after rows were inserted the like of it may come
 * to stand at the address. Long texts are shortened to their beginning, length and checksum.
 */
function flawOf({ quote, message, subject, project }: AcceptedFlaw): string {
  const flaw = [quote, message, subject, project].join('\n');
  if (flaw.length <= LONGEST_FLAW) return flaw;
  // Never half of a character that takes two units: such a text would not survive in every store.
  const beginning = flaw.slice(0, BEGINNING_OF_FLAW).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning}… ${flaw.length} ${checksum(flaw)}`;
}

function understand(text: string | null): AcceptanceRecords {
  if (text === null || text === '') return { acceptances: [], problem: null };
  const json = parseJson(text);
  const stored = storedSchema.safeParse(json);
  if (stored.success) return { acceptances: stored.data.accepted, problem: null };
  return { acceptances: [], problem: newerSchema.safeParse(json).success ? NEWER : UNREADABLE };
}
