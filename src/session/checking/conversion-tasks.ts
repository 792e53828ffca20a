import type { ConvertibleProject, TemplateSummary } from '../normalizing/conversion-desk';
import type { Conversion, InspectedTemplate, TemplateSource } from '../normalizing/conversion-works';
import type { CatalogueAnswers, CatalogueTask, SentWorkbook } from './catalogue-tasks';

/** What is to be worked out with templates, as it crosses to the worker. */
export type ConversionTask =
  | { readonly kind: 'templates' }
  | { readonly kind: 'inspectTemplate'; readonly name: string; readonly bytes: Uint8Array }
  | ({ readonly kind: 'projects' } & SentWorkbook)
  | ({ readonly kind: 'convert'; readonly keys: readonly string[]; readonly template: TemplateSource } & SentWorkbook);

/** What comes of each kind of task. */
export interface ConversionAnswers {
  readonly templates: readonly TemplateSummary[];
  readonly inspectTemplate: InspectedTemplate;
  readonly projects: readonly ConvertibleProject[];
  readonly convert: Conversion;
}

/** Whatever the worker works out beside reviews. */
export type RequestTask = CatalogueTask | ConversionTask;

export type RequestAnswers = CatalogueAnswers & ConversionAnswers;
