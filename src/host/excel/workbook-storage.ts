import {
  NOTES_NAMESPACE,
  readWorkbookNotes,
  withNote,
  writeWorkbookNotes,
  type WorkbookNotes,
} from '../../core/workbook/workbook-notes';
import { HostError } from '../port/host-error';
import type { HostStorage, ReadExtent } from '../port/workbook-host';
import type { Conversation } from './conversation';
import { officeCodeOf } from './excel-error';
import { hasApi, type OfficeLibrary } from './office-library';
import { askTogether, type Question } from './reading/question';
import type { ReadCompanion } from './reading/read-companion';

/** Settings that are ours. */
const SETTING_PREFIX = 'shenbao:';

/** All texts together in settings, in characters: below the 2 MB that Excel keeps of them, at three bytes each. */
const MAX_SETTINGS = 500000;

/** The custom XML part in bytes, as it travels: Excel on the web takes no more than 5 MB at once. */
const MAX_PART = 4000000;

/** What the workbook holds of ours, as last read. */
interface Stored {
  readonly notes: WorkbookNotes;
  /** The parts that hold them; only the first where all is in order. */
  readonly partIds: readonly string[];
  /** Settings of an Excel without custom XML parts. */
  readonly settingKeys: readonly string[];
}

/** What is being found out, answer by answer. */
interface Search {
  readonly settings: Map<string, string>;
  readonly parts: Record<string, string>;
  partIds: readonly string[];
}

/**
 * Texts in a custom XML part of the workbook; below ExcelApi 1.5 in its settings, which are moved into the part by the
 * next Excel that can. Every read of the workbook brings what it holds, so that `get` costs no round trip afterwards.
 */
export class ExcelWorkbookStorage implements HostStorage, ReadCompanion {
  private stored: Stored | null = null;
  private search: Search = newSearch();
  private extent: ReadExtent = 'whole';
  private readonly hasParts: boolean;

  constructor(
    library: OfficeLibrary,
    private readonly conversation: Conversation,
    private readonly canWrite: boolean,
  ) {
    this.hasParts = hasApi(library, 'customXmlParts');
  }

  async get(key: string, isAnew = false): Promise<string | null> {
    const known = (): Stored | null => (isAnew ? null : this.stored);
    const stored = known() || (await this.conversation.run(async (context) => known() || (await this.load(context))));
    const text = stored.notes.get(key);
    return text === undefined ? null : text;
  }

  async set(key: string, value: string): Promise<void> {
    if (!this.canWrite) throw notKept('工作簿是以只读方式打开的', '请点「启用编辑」，或另存一份后重试。', 'protected');
    await this.conversation.run(async (context) => {
      const stored = await this.load(context);
      if (stored.settingKeys.length === 0 && (stored.notes.get(key) || '') === value) return;
      const notes = withNote(stored.notes, key, value);
      if (this.hasParts ? bytesOf(writeWorkbookNotes(notes)) > MAX_PART : lengthOf(notes) > MAX_SETTINGS) {
        throw notKept('内容太多，工作簿里放不下', '请删去不再需要的说明，或清除修改记录，然后重试。', 'file-too-large');
      }
      // Until Excel has answered, nobody knows what the workbook holds.
      this.stored = null;
      this.stored = this.hasParts
        ? await writePart(context, stored, notes)
        : await writeSettings(context, stored, notes);
    });
  }

  askFirst({ workbook }: Excel.RequestContext, extent: ReadExtent): readonly Question[] {
    const search = newSearch();
    this.search = search;
    this.extent = extent;
    const questions: Question[] = [
      questionOf(() => {
        const { settings } = workbook;
        settings.load('items/key,items/value');
        return () => {
          for (const { key, value } of settings.items) {
            if (key.indexOf(SETTING_PREFIX) === 0) {
              search.settings.set(key.slice(SETTING_PREFIX.length), String(value));
            }
          }
        };
      }),
    ];
    if (!this.hasParts) return questions;
    const parts = (): Excel.CustomXmlPartScopedCollection => workbook.customXmlParts.getByNamespace(NOTES_NAMESPACE);
    questions.push(
      questionOf(() => {
        const found = parts();
        found.load('items/id');
        return () => {
          search.partIds = found.items.map(({ id }) => id);
          this.askParts = () => found.items.map((part) => questionAbout(part, part.id, search));
        };
      }),
    );
    return questions;
  }

  /** After an edit of the user, parts that are known are not read again: that would be a round trip of its own. */
  askLast(): readonly Question[] {
    const { search, stored } = this;
    const isKnown = stored !== null && stored.partIds.join() === search.partIds.join();
    return this.extent === 'edited' && isKnown ? [] : this.askParts().map(optional);
  }

  answered(): void {
    const { settings, parts, partIds } = this.search;
    if (partIds.some((id) => parts[id] === undefined)) return;
    const notes = new Map<string, string>();
    const take = (text: string, key: string): void => void notes.set(key, text);
    settings.forEach(take);
    // Parts win: they are what any other program that knows them has changed.
    for (const id of partIds) readWorkbookNotes(parts[id]).forEach(take);
    this.stored = { notes, partIds, settingKeys: Array.from(settings.keys()) };
  }

  private askParts: () => readonly Question[] = () => [];

  /** One or two round trips: which parts there are, and those that were not known. */
  private async load(context: Excel.RequestContext): Promise<Stored> {
    const known = this.stored === null ? [] : this.stored.partIds;
    this.stored = null;
    try {
      await this.ask(context, known);
    } catch (error) {
      // Another pane has put the notes into a new part.
      if (known.length === 0 || officeCodeOf(error) !== 'ItemNotFound') throw error;
      await this.ask(context, []);
    }
    this.answered();
    if (this.stored === null) throw new Error('Not all parts were read.');
    return this.stored;
  }

  private async ask(context: Excel.RequestContext, known: readonly string[]): Promise<void> {
    this.askParts = () => [];
    const first = this.askFirst(context, 'whole');
    const { search } = this;
    const parts = known.map((id) => questionAbout(context.workbook.customXmlParts.getItem(id), id, search));
    await askTogether(context, first.concat(parts));
    if (search.partIds.some((id) => search.parts[id] === undefined)) await askTogether(context, this.askParts());
  }
}

function newSearch(): Search {
  return { settings: new Map(), parts: {}, partIds: [] };
}

function questionOf(ask: Question['ask']): Question {
  return { ask, divide: () => null };
}

function questionAbout(part: Excel.CustomXmlPart, id: string, search: Search): Question {
  return questionOf(() => {
    const xml = part.getXml();
    return () => {
      search.parts[id] = xml.value;
    };
  });
}

/** A part that Excel does not hand out, being too large, say, must not keep the workbook from being read. */
function optional({ ask }: Question): Question {
  return { ask, divide: () => [] };
}

function lengthOf(notes: WorkbookNotes): number {
  let length = 0;
  notes.forEach((text, key) => (length += text.length + key.length));
  return length;
}

/** Of a text as JSON in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    bytes += code === 34 || code === 92 ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}

async function writePart(context: Excel.RequestContext, stored: Stored, notes: WorkbookNotes): Promise<Stored> {
  const { customXmlParts: parts, settings } = context.workbook;
  const [first, ...others] = stored.partIds;
  let added: Excel.CustomXmlPart | null = null;
  if (notes.size === 0) {
    if (first !== undefined) parts.getItem(first).delete();
  } else if (first !== undefined) {
    parts.getItem(first).setXml(writeWorkbookNotes(notes));
  } else {
    added = parts.add(writeWorkbookNotes(notes));
    added.load('id');
  }
  for (const id of others) parts.getItem(id).delete();
  for (const key of stored.settingKeys) settings.getItem(SETTING_PREFIX + key).delete();
  await context.sync();
  const partIds = added !== null ? [added.id] : notes.size > 0 ? [first] : [];
  return { notes, partIds, settingKeys: [] };
}

async function writeSettings(context: Excel.RequestContext, stored: Stored, notes: WorkbookNotes): Promise<Stored> {
  const { settings } = context.workbook;
  notes.forEach((text, key) => {
    if (stored.notes.get(key) !== text) settings.add(SETTING_PREFIX + key, text);
  });
  for (const key of stored.settingKeys) if (!notes.has(key)) settings.getItem(SETTING_PREFIX + key).delete();
  await context.sync();
  return { notes, partIds: [], settingKeys: Array.from(notes.keys()) };
}

function notKept(reason: string, advice: string, code: 'protected' | 'file-too-large'): HostError {
  return new HostError(code, `${reason}，没有保存到工作簿中。`, advice);
}
