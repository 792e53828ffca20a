import type { Edit } from '../core/changes/change-set';
import type { GridHost, StructureCount } from './grid';
import { download, nameOfCopy } from './page/download';
import { elementById } from './page/elements';
import { loadSample, type Sample } from './page/samples';
import type { Notices } from './page/notices';
import { askAboutUnsaved } from './page/unsaved-dialog';
import { STRINGS } from './strings';
import type { WorkbookFile } from './workbook-file';

/** Reads a file's bytes; rejects with a `HostError` when they are no workbook it can show. */
export type OpenFile = (bytes: Uint8Array, name: string) => WorkbookFile;

/** What differs from the opened file. */
export interface ChangeCount extends StructureCount {
  readonly cells: number;
}

/** What a saved copy would hold, so that it compares. */
interface Contents {
  readonly version: object | null;
  /** Cells and notes. */
  readonly text: string;
}

const NOTHING: Contents = { version: null, text: JSON.stringify([[], []]) };

/** The open document of the page: which file is shown, what was changed in it, and whether that is saved. */
export class Workbench {
  private readonly fileName = elementById('file-name', HTMLElement);
  private readonly dirtyNote = elementById('dirty-note', HTMLElement);
  private readonly saveButton = elementById('save-button', HTMLButtonElement);
  private readonly curtain = elementById('curtain', HTMLDivElement);
  private readonly curtainText = elementById('curtain-text', HTMLElement);
  private name = '';
  private edits: readonly Edit[] = [];
  /** What the file held when it was opened, and what the last saved copy holds. */
  private opened = NOTHING;
  private saved = NOTHING;
  private recount = 0;

  constructor(
    private readonly host: GridHost,
    private readonly openFile: OpenFile,
    private readonly notices: Notices,
  ) {
    window.addEventListener('beforeunload', (event) => {
      this.countEdits();
      if (this.hasUnsavedEdits) event.preventDefault();
    });
  }

  /** Opens what the user chose, after asking about unsaved edits. On failure the former workbook stays. */
  async open(load: () => Promise<Uint8Array>, name: string): Promise<void> {
    if (!(await this.mayLeave())) return;
    this.showCurtain(STRINGS.opening(name));
    try {
      await nextPaint();
      const bytes = await load();
      this.show(bytes, name);
    } catch (error) {
      this.notices.fail(error, this.name === '' ? '' : STRINGS.formerStays);
    } finally {
      this.hideCurtain();
    }
  }

  openUpload(file: File): Promise<void> {
    return this.open(async () => new Uint8Array(await file.arrayBuffer()), file.name);
  }

  openSample(sample: Sample): Promise<void> {
    return this.open(() => loadSample(sample), sample.file);
  }

  /** Shows a file at once, whatever happens to unsaved edits; throws when it cannot be read. */
  show(bytes: Uint8Array, name: string): void {
    const file = this.openFile(bytes, name);
    this.host.show(file);
    this.name = name;
    this.edits = [];
    this.opened = this.contents();
    this.saved = this.opened;
    this.fileName.textContent = name;
    document.title = STRINGS.pageTitle(name);
    this.countEdits();
    if (file.warnings.length > 0) this.notices.warn(STRINGS.warnings(file.warnings.length), file.warnings.join(''));
    else this.notices.clear();
  }

  /** The file as it would be saved now. */
  savedBytes(): Uint8Array {
    return this.host.patchedFile();
  }

  saveCopy(): void {
    this.countEdits();
    if (!this.isChanged) {
      this.notices.note(STRINGS.nothingToSave);
      return;
    }
    try {
      const name = nameOfCopy(this.name, STRINGS.savedSuffix);
      download(this.savedBytes(), name);
      this.saved = this.contents();
      this.showState();
      // A complaint about an earlier file has nothing to say about this one.
      this.notices.clear();
      this.notices.note(STRINGS.saved(name));
    } catch (error) {
      this.notices.fail(error);
    }
  }

  /** Counts the edits a moment after the last change: one paste changes many cells. */
  editsChanged(): void {
    window.clearTimeout(this.recount);
    this.recount = window.setTimeout(() => this.countEdits(), 80);
  }

  get hasUnsavedEdits(): boolean {
    return this.isChanged && !isSame(this.contents(), this.saved);
  }

  private get isChanged(): boolean {
    return !isSame(this.contents(), this.opened);
  }

  private contents(): Contents {
    return { version: this.host.version, text: JSON.stringify([this.edits, [...this.host.notes]]) };
  }

  private get changeCount(): ChangeCount {
    const { rows, sheets } = this.host.version?.structureCount ?? { rows: 0, sheets: 0 };
    return { cells: this.edits.length, rows, sheets };
  }

  hideCurtain(): void {
    this.curtain.hidden = true;
  }

  private showCurtain(text: string): void {
    this.curtainText.textContent = text;
    this.curtain.hidden = false;
  }

  private async mayLeave(): Promise<boolean> {
    this.countEdits();
    if (!this.hasUnsavedEdits) return true;
    const choice = await askAboutUnsaved(STRINGS.unsaved(this.name, this.changeCount));
    if (choice === 'save') this.saveCopy();
    return choice === 'discard' || (choice === 'save' && !this.hasUnsavedEdits);
  }

  private countEdits(): void {
    window.clearTimeout(this.recount);
    this.edits = this.host.edits();
    this.showState();
  }

  private showState(): void {
    const count = this.changeCount;
    this.dirtyNote.hidden = !this.isChanged;
    this.dirtyNote.textContent = this.hasUnsavedEdits ? STRINGS.edited(count) : STRINGS.editedAndSaved(count);
    this.dirtyNote.classList.toggle('dirty-note-saved', !this.hasUnsavedEdits);
    this.saveButton.disabled = !this.isChanged;
  }
}

function isSame(one: Contents, other: Contents): boolean {
  return one.version === other.version && one.text === other.text;
}

/** Resolves once the browser has drawn what was just changed. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => window.setTimeout(resolve, 0)));
}
