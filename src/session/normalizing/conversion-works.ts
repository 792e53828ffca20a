import type { NewSheet } from '../../core/changes/operation';
import type { ConvertedSheet } from '../../core/converting/conversion';
import type { SheetPlan } from '../../core/converting/plan-conversion';
import type { TemplateDescription } from '../../core/converting/template-description';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import type { ConvertibleProject, TemplateSummary } from './conversion-desk';

/** Which template: one that ships with the program, or the file of another. */
export type TemplateSource =
  | { readonly kind: 'builtin'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

/** What a file is as a template: without an id, which whoever keeps it gives it. */
export type TemplateContent = Pick<TemplateSummary, 'name' | 'description' | 'kind'>;

export interface InspectedTemplate {
  /** Null where the problems say what is wrong. */
  readonly content: TemplateContent | null;
  /** Chinese sentences. */
  readonly problems: readonly string[];
}

export interface Conversion {
  readonly sheets: readonly ConvertedSheet[];
  readonly files: readonly NewSheet[];
}

/**
 * What conversions ask of the thread that checks: files of templates are read and written there. Rejections are HostErrors or defects of
 * ours.
 */
export interface ConversionWorks {
  /** Those that ship with the program. */
  templates(): Promise<readonly TemplateSummary[]>;
  inspect(name: string, bytes: Uint8Array): Promise<InspectedTemplate>;
  projects(snapshot: WorkbookSnapshot): Promise<readonly ConvertibleProject[]>;
  convert(snapshot: WorkbookSnapshot, keys: readonly string[], template: TemplateSource): Promise<Conversion>;
}

/** A template that was read. */
export interface ReadTemplate {
  readonly description: TemplateDescription;
  fill(plans: readonly SheetPlan[]): readonly NewSheet[];
}

/** Files of templates: a session reaches none itself. Loaded when first used. */
export interface TemplateReaders {
  builtin(): Promise<readonly (ReadTemplate & { readonly id: string })[]>;
  /** Rejects with a HostError for what is no workbook. */
  read(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ readonly template: ReadTemplate | null; readonly problems: readonly string[] }>;
}

const refuse = (): Promise<never> => Promise.reject(new HostError('not-supported', '这里不能读写模板文件。'));

/** Where no files are read. */
export const NO_TEMPLATES: TemplateReaders = { builtin: refuse, read: refuse };
