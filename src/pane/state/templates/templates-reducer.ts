import type {
  ConversionPreview,
  ConvertibleProject,
  TemplateSummary,
} from '../../../session/normalizing/conversion-desk';
import type { Failure, ProfileNotice } from '../pane-state';
import { reduceReading, type ReadingAction } from '../reading/workbook-reading';
import type { ConversionChoices, TemplatesState } from './templates-state';

/** What changes where forms are converted. */
export type TemplatesAction =
  | ReadingAction
  | { readonly type: 'choicesRead'; readonly choices: ConversionChoices }
  | { readonly type: 'templatesRead'; readonly templates: readonly TemplateSummary[] }
  | { readonly type: 'projectsTicked'; readonly keys: readonly string[]; readonly isTicked: boolean }
  | { readonly type: 'templateChosen'; readonly id: string }
  | { readonly type: 'previewStarted' }
  | { readonly type: 'previewRead'; readonly preview: ConversionPreview }
  | { readonly type: 'previewFailed'; readonly failure: Failure }
  | { readonly type: 'templateNoticeShown'; readonly notice: ProfileNotice | null };

export function reduceTemplates(templates: TemplatesState, action: TemplatesAction): TemplatesState {
  switch (action.type) {
    case 'choicesRead':
      return withoutPreview({ ...templates, plan: action.choices, activity: { kind: 'idle' } });
    case 'templatesRead': {
      const { plan } = templates;
      if (plan === null) return templates;
      return withoutPreview({ ...templates, plan: { ...plan, templates: action.templates } });
    }
    case 'projectsTicked': {
      const unticked = new Set(templates.unticked);
      for (const key of action.keys) {
        if (action.isTicked) unticked.delete(key);
        else unticked.add(key);
      }
      return withoutPreview({ ...templates, unticked });
    }
    case 'templateChosen':
      return withoutPreview({ ...templates, templateId: action.id });
    case 'previewStarted':
      return { ...withoutPreview(templates), isPreviewing: true };
    case 'previewRead':
      return { ...templates, preview: action.preview, isPreviewing: false };
    case 'previewFailed':
      return { ...templates, previewFailure: action.failure, isPreviewing: false };
    case 'templateNoticeShown':
      return { ...templates, templateNotice: action.notice };
    case 'outdated':
      return withoutPreview(reduceReading(templates, action));
    default:
      return reduceReading(templates, action);
  }
}

/** Projects that can be converted. */
export function selectConvertible({ plan }: Pick<TemplatesState, 'plan'>): readonly ConvertibleProject[] {
  return plan === null ? [] : plan.projects.filter(({ refusal }) => refusal === null);
}

/** Those that the user did not take out. */
export function selectChosenProjects(templates: TemplatesState): readonly ConvertibleProject[] {
  return selectConvertible(templates).filter(({ key }) => !templates.unticked.has(key));
}

/** The template in use; null where there is none. */
export function selectTemplate({ plan, templateId }: TemplatesState): TemplateSummary | null {
  if (plan === null || plan.templates.length === 0) return null;
  return plan.templates.find(({ id }) => id === templateId) || plan.templates[0];
}

function withoutPreview(templates: TemplatesState): TemplatesState {
  return { ...templates, preview: null, isPreviewing: false, previewFailure: null };
}
