import type { ImportOptions } from '../../../core/catalogue/importing/catalogue-import';
import type { Preferences, ReviewSession } from '../../../session';
import type { ExportFormat } from '../../../session/catalogues/catalogue-works';
import { CODE_STRINGS } from '../../code-strings';
import { describeFailure } from '../failure';
import type { Notices } from '../notices';
import type { PaneStore } from '../store';
import type { CodesAction } from './codes-actions';

/** A file to be given to the user. */
export interface ExportedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What the user does with catalogues. */
export interface CatalogueEffects {
  /** Shows the catalogues as they are now: other panes keep theirs in the same place. */
  manageCatalogues(): Promise<void>;
  /** Codes are taken from this catalogue from now on. */
  chooseCatalogue(id: string): Promise<void>;
  removeCatalogue(id: string): Promise<void>;
  /** Null where it went wrong, which is said in the pane. */
  exportCatalogue(id: string, format: ExportFormat): Promise<ExportedFile | null>;
  /** Looks at a list of indicators in a file; nothing is kept. */
  inspectFile(name: string, readBytes: () => Promise<Uint8Array>): Promise<void>;
  /** Likewise at the lists in the open workbook. */
  inspectWorkbook(): Promise<void>;
  /** Reads the list again with its columns as the user understands them. */
  correctColumns(columns: NonNullable<ImportOptions['columns']>): Promise<void>;
  /** Keeps what was looked at, and goes by it from now on. */
  keepImport(): Promise<void>;
}

export interface CatalogueReading extends CatalogueEffects {
  readCatalogues(): Promise<void>;
}

interface PaneCommands {
  readonly changePreferences: (change: Partial<Preferences>) => Promise<void>;
  /** What was worked out with the catalogue in use does not hold any more. */
  readonly renew: () => Promise<void>;
}

export function createCatalogueEffects(
  session: Pick<ReviewSession, 'catalogues'>,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  { changePreferences, renew }: PaneCommands,
): CatalogueReading {
  const { catalogues: desk } = session;
  let inspected: { readonly name: string; readonly bytes: Uint8Array } | null = null;
  let run = 0;

  const tell = (action: CodesAction): void => dispatch({ type: 'codes', action });

  const readCatalogues = async (): Promise<void> => {
    try {
      tell({ type: 'cataloguesRead', catalogues: await desk.list() });
    } catch (error) {
      notices.showFailure(error);
    }
  };

  const builtinId = (): string | null => {
    const builtin = (getState().codes.catalogues || []).find(({ isBuiltin }) => isBuiltin);
    return builtin === undefined ? null : builtin.id;
  };

  /** The id stays the same when a list replaces its former version: what was worked out by that one is void all the same. */
  const goBy = (id: string): Promise<void> => {
    const catalogueId = id === builtinId() ? null : id;
    return getState().preferences.catalogueId === catalogueId ? renew() : changePreferences({ catalogueId });
  };

  const inspect = async (options: ImportOptions): Promise<void> => {
    run += 1;
    const own = run;
    try {
      const result =
        inspected === null
          ? await desk.inspectWorkbook(options)
          : await desk.inspectFile(inspected.name, inspected.bytes, options);
      if (own === run) tell({ type: 'importRead', result, options });
    } catch (error) {
      if (own === run) tell({ type: 'importFailed', failure: describeFailure(error) });
    }
  };

  return {
    readCatalogues,

    async manageCatalogues() {
      tell({ type: 'pageChosen', page: 'catalogues' });
      await readCatalogues();
    },

    chooseCatalogue: goBy,

    async removeCatalogue(id) {
      const removed = (getState().codes.catalogues || []).find((one) => one.id === id);
      try {
        await desk.remove(id);
        await readCatalogues();
        if (removed) notices.show('done', CODE_STRINGS.catalogueRemoved(removed.name));
        if (getState().preferences.catalogueId === id) await changePreferences({ catalogueId: null });
      } catch (error) {
        notices.showFailure(error);
      }
    },

    async exportCatalogue(id, format) {
      try {
        return await desk.export(id, format);
      } catch (error) {
        notices.showFailure(error);
        return null;
      }
    },

    async inspectFile(name, readBytes) {
      run += 1;
      const own = run;
      tell({ type: 'importStarted', fileName: name });
      let bytes: Uint8Array;
      try {
        bytes = await readBytes();
      } catch {
        const failure = { message: CODE_STRINGS.fileUnread, advice: CODE_STRINGS.fileUnreadAdvice, technical: null };
        if (own === run) tell({ type: 'importFailed', failure });
        return;
      }
      if (own !== run) return;
      inspected = { name, bytes };
      await inspect({});
    },

    async inspectWorkbook() {
      tell({ type: 'importStarted', fileName: null });
      inspected = null;
      await inspect({});
    },

    async correctColumns(columns) {
      const { openImport } = getState().codes;
      if (openImport === null) return;
      tell({ type: 'importReading' });
      await inspect({ ...openImport.options, columns: { ...openImport.options.columns, ...columns } });
    },

    async keepImport() {
      const { openImport } = getState().codes;
      if (openImport === null || openImport.result === null || openImport.result.file === null) return;
      const { result, isComplete } = openImport;
      const name = openImport.name.trim();
      if (name === '' || openImport.activity !== 'idle') return;
      tell({ type: 'importSaving' });
      try {
        const kept = await desk.keep({ ...openImport.result.file, name, isComplete });
        await readCatalogues();
        tell({ type: 'pageChosen', page: 'rows' });
        inspected = null;
        notices.show('done', CODE_STRINGS.catalogueKept(kept.name, result.file ? result.file.entries.length : 0));
        await goBy(kept.id);
      } catch (error) {
        tell({ type: 'importFailed', failure: describeFailure(error) });
      }
    },
  };
}
