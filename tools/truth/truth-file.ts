import { z } from 'zod';

// The parts of a *.truth.json that are scored; the format is described beside the fixtures.
const nodeSchema = z.object({
  text: z.string(),
  cell: z.string(),
  /** Stands where programs show another number than the stored one; `text` is the stored one then. */
  displayNote: z.string().optional(),
});
const optionalNode = nodeSchema.nullish();

const headerSchema = z.object({ key: z.string(), label: nodeSchema.nullable(), value: nodeSchema });

const indicatorSchema = z.object({
  row: z.number(),
  level1: nodeSchema,
  level2: nodeSchema,
  level3: nodeSchema,
  value: nodeSchema,
  periodValue: optionalNode,
  explanation: optionalNode,
});

const formSchema = z.object({ sheet: z.string(), range: z.string(), title: nodeSchema.nullable() });

const declarationSchema = formSchema.extend({
  formType: z.literal('project-declaration'),
  header: z.array(headerSchema),
  columnTitles: z.record(nodeSchema),
  indicators: z.array(indicatorSchema),
  remark: optionalNode,
});

const codedListSchema = formSchema.extend({
  formType: z.literal('flat-coded-list'),
  columnTitles: z.record(nodeSchema),
  projects: z.array(
    z.object({ range: z.string(), header: z.array(headerSchema), indicators: z.array(indicatorSchema) }),
  ),
});

const otherFormSchema = z.object({ formType: z.string() });

const truthSchema = z.object({
  forms: z.array(z.union([declarationSchema, codedListSchema, otherFormSchema])),
});

export type TruthNode = z.infer<typeof nodeSchema>;
export type TruthHeader = z.infer<typeof headerSchema>;
export type TruthIndicator = z.infer<typeof indicatorSchema>;
export type TruthForm = z.infer<typeof declarationSchema> | z.infer<typeof codedListSchema>;

/** The forms of a truth file that this program reads: project declarations and coded lists. */
export function parseTruth(json: string): readonly TruthForm[] {
  const { forms } = truthSchema.parse(JSON.parse(json));
  const isScored = (form: (typeof forms)[number]): form is TruthForm => 'range' in form;
  const scored = forms.filter(isScored);
  const lost = forms.find(
    (form) => !isScored(form) && ['project-declaration', 'flat-coded-list'].includes(form.formType),
  );
  if (lost !== undefined) throw new Error(`a form of type ${lost.formType} does not follow the truth format`);
  return scored;
}
