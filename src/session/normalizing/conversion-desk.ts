import type { NewSheet } from '../../core/changes/operation';
import type { ConvertedSheet } from '../../core/converting/conversion';
import type { OperationOutcome } from '../history/operation-history';

export interface TemplateSummary {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** One form for each project, or one table for all of them. */
  readonly kind: 'form-per-project' | 'table-of-projects';
  /** Imported by the user on this machine. */
  readonly isOwn: boolean;
}

/** A form of the workbook that can be converted, with each of its projects. */
export interface ConvertibleProject {
  /** Unique in the workbook as it stands. */
  readonly key: string;
  readonly project: string;
  readonly sheet: string;
  /** Caption of the form it stands in. */
  readonly form: string;
  /** Why it cannot be converted (涉密); null where it can. */
  readonly refusal: string | null;
}

/** What a conversion will make, before anything is written. */
export interface ConversionPreview {
  readonly template: TemplateSummary;
  readonly sheets: readonly ConvertedSheet[];
  readonly files: readonly NewSheet[];
}

/** What came of importing a template: kept, or Chinese sentences that say what is wrong with the file and where. */
export interface TemplateImport {
  readonly template: TemplateSummary | null;
  readonly problems: readonly string[];
}

/** Clean copies of forms in a target template, on new sheets. Rejections are HostErrors, ReviewCancelled or defects of ours. */
export interface ConversionDesk {
  templates(): Promise<readonly TemplateSummary[]>;
  importTemplate(name: string, bytes: Uint8Array): Promise<TemplateImport>;
  removeTemplate(id: string): Promise<void>;
  /** Reads the workbook as it is now. */
  projects(): Promise<readonly ConvertibleProject[]>;
  preview(keys: readonly string[], templateId: string): Promise<ConversionPreview>;
  /** Adds the sheets of the preview behind the last one that a form was taken from. */
  convert(preview: ConversionPreview): Promise<OperationOutcome>;
}
