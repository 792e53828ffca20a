import type {
  ConversionPreview,
  ConvertibleProject,
  TemplateSummary,
} from '../../../session/normalizing/conversion-desk';
import type { Failure, ProfileNotice } from '../pane-state';
import { NOT_READ, type WorkbookReading } from '../reading/workbook-reading';

/** What there is to choose from. */
export interface ConversionChoices {
  readonly projects: readonly ConvertibleProject[];
  readonly templates: readonly TemplateSummary[];
}

/** Forms of the workbook in another template, on new sheets. */
export interface TemplatesState extends WorkbookReading<ConversionChoices> {
  /** Keys of projects that the user took out. */
  readonly unticked: ReadonlySet<string>;
  /** Null until the user chooses: the first one is meant. */
  readonly templateId: string | null;
  /** Of what is chosen now; null before it is asked for. */
  readonly preview: ConversionPreview | null;
  readonly isPreviewing: boolean;
  readonly previewFailure: Failure | null;
  /** What came of importing or removing a template. */
  readonly templateNotice: ProfileNotice | null;
}

export const INITIAL_TEMPLATES: TemplatesState = {
  ...NOT_READ,
  unticked: new Set(),
  templateId: null,
  preview: null,
  isPreviewing: false,
  previewFailure: null,
  templateNotice: null,
};
