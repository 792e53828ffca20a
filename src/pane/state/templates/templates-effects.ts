import type { ReviewSession } from '../../../session';
import { TEMPLATE_STRINGS } from '../../normalizing-strings';
import { STRINGS } from '../../strings';
import { describeFailure } from '../failure';
import type { HistoryKeeping } from '../history/history-effects';
import type { Notices } from '../notices';
import { createReader, type Reader } from '../reading/reading-effects';
import { createTurns } from '../reading/turns';
import type { PaneStore } from '../store';
import { selectChosenProjects, selectConvertible, selectTemplate, type TemplatesAction } from './templates-reducer';
import type { ConversionChoices } from './templates-state';

/** What the user does with templates. */
export interface TemplatesEffects {
  /** Reads the projects of the workbook, and the templates. */
  readConversions(): Promise<void>;
  previewConversion(): Promise<void>;
  /** Makes the sheets of the preview. */
  convert(): Promise<void>;
  importTemplate(name: string, readBytes: () => Promise<Uint8Array>): Promise<void>;
  removeTemplate(id: string): Promise<void>;
}

/** With what the rest of the pane tells the page. */
export interface TemplatesPage extends TemplatesEffects {
  readonly reader: Reader;
}

export function createTemplatesEffects(
  { conversions }: Pick<ReviewSession, 'conversions'>,
  { getState, dispatch }: Pick<PaneStore, 'getState' | 'dispatch'>,
  notices: Notices,
  history: Pick<HistoryKeeping, 'told'>,
): TemplatesPage {
  const tell = (action: TemplatesAction): void => dispatch({ type: 'templates', action });
  const say = (tone: 'done' | 'problem', text: string): void =>
    tell({ type: 'templateNoticeShown', notice: { tone, text } });
  const sayFailure = (error: unknown): void => {
    const { message, advice } = describeFailure(error);
    say('problem', STRINGS.withAdvice(message, advice));
  };
  let run = 0;

  const reader = createReader<ConversionChoices>({
    reading: () => getState().templates,
    isShown: () => getState().section === 'repairs' && getState().normalizing.page === 'templates',
    isAutomatic: () => getState().preferences.autoRecheck,
    isWatched: getState().capabilities.watch,
    tell,
    turns: createTurns(),
    async work() {
      const [projects, templates] = await Promise.all([conversions.projects(), conversions.templates()]);
      return { projects, templates };
    },
    take: (choices) => tell({ type: 'choicesRead', choices }),
  });

  const readTemplates = async (): Promise<void> =>
    tell({ type: 'templatesRead', templates: await conversions.templates() });

  const untickAll = (): void => {
    const keys = selectConvertible(getState().templates).map(({ key }) => key);
    tell({ type: 'projectsTicked', keys, isTicked: false });
  };

  return {
    reader,
    readConversions: () => reader.read(),

    async previewConversion() {
      const { templates } = getState();
      const template = selectTemplate(templates);
      const keys = selectChosenProjects(templates).map(({ key }) => key);
      if (template === null || keys.length === 0 || templates.isPreviewing) return;
      run += 1;
      const own = run;
      const isWanted = (): boolean => own === run && getState().templates.isPreviewing;
      tell({ type: 'previewStarted' });
      try {
        const preview = await conversions.preview(keys, template.id);
        // Another choice has been made meanwhile.
        if (isWanted()) tell({ type: 'previewRead', preview });
      } catch (error) {
        if (isWanted()) tell({ type: 'previewFailed', failure: describeFailure(error) });
      }
    },

    async convert() {
      const { preview } = getState().templates;
      if (preview === null) return;
      let isMade = false;
      try {
        await reader.write(async () => {
          const outcome = await conversions.convert(preview);
          const { sheets } = outcome;
          isMade = sheets.length > 0;
          const text = isMade ? TEMPLATE_STRINGS.converted(sheets) : TEMPLATE_STRINGS.nothingConverted;
          await history.told(outcome, text, isMade ? [{ kind: 'show', sheet: sheets[0] }] : []);
        });
        // What is done is not done a second time by mistake, nor are the new sheets converted in their turn.
        if (isMade) untickAll();
      } catch (error) {
        notices.showFailure(error);
      }
    },

    async importTemplate(name, readBytes) {
      let bytes: Uint8Array;
      try {
        bytes = await readBytes();
      } catch {
        say('problem', TEMPLATE_STRINGS.fileUnread);
        return;
      }
      try {
        const { template, problems } = await conversions.importTemplate(name, bytes);
        if (template === null) {
          say('problem', TEMPLATE_STRINGS.importRefused + problems.join(''));
          return;
        }
        await readTemplates();
        tell({ type: 'templateChosen', id: template.id });
        say('done', TEMPLATE_STRINGS.imported(template.name) + problems.join(''));
      } catch (error) {
        sayFailure(error);
      }
    },

    async removeTemplate(id) {
      const { plan } = getState().templates;
      const removed = plan === null ? undefined : plan.templates.find((template) => template.id === id);
      try {
        await conversions.removeTemplate(id);
        await readTemplates();
        if (removed) say('done', TEMPLATE_STRINGS.removed(removed.name));
      } catch (error) {
        sayFailure(error);
      }
    },
  };
}
