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

const taskSchema = z.object({
  row: z.number(),
  name: nodeSchema,
  content: optionalNode,
  amounts: z.array(nodeSchema.extend({ column: z.array(z.string()) })),
});

const departmentGoalsSchema = formSchema.extend({
  formType: z.literal('department-goals'),
  header: z.array(headerSchema),
  columnTitles: z.record(nodeSchema),
  tasks: z.array(taskSchema),
  taskTotal: taskSchema.nullish(),
  yearGoal: headerSchema.omit({ key: true }).nullish(),
  indicators: z.array(indicatorSchema),
});

const textSheetSchema = z.object({
  sheet: z.string(),
  range: z.string(),
  paragraphs: z.array(nodeSchema),
  keyProjectGoals: z
    .object({
      columnTitles: z.record(nodeSchema),
      rows: z.array(
        z.object({
          projectName: nodeSchema,
          amount: nodeSchema,
          goal: nodeSchema,
          /** True for a row that a page end cut off from the one above. */
          continuation: z.boolean(),
        }),
      ),
    })
    .nullish(),
});

const amountSchema = nodeSchema.extend({ column: z.array(z.string()) });

const listedSchema = z.object({ name: nodeSchema, amount: nodeSchema }).nullable();

/** A line of 收支总表, of a coded table, or of a year of 三公. */
const budgetRowSchema = z.union([
  z.object({ row: z.number(), income: listedSchema, expenditure: listedSchema }),
  z.object({
    row: z.number(),
    unit: nodeSchema.nullable(),
    code: optionalNode,
    name: optionalNode,
    year: optionalNode,
    amounts: z.array(amountSchema),
  }),
]);

const budgetTableSchema = formSchema.extend({
  tableKind: z.string(),
  tableLabel: optionalNode,
  department: optionalNode,
  unit: optionalNode,
  columns: z.array(z.object({ column: z.string(), cells: z.array(nodeSchema) })),
  rows: z.array(budgetRowSchema),
  notes: z.array(nodeSchema),
});

const truthSchema = z.object({
  forms: z.array(z.discriminatedUnion('formType', [declarationSchema, codedListSchema, departmentGoalsSchema])),
  tables: z.array(budgetTableSchema).default([]),
  textSheets: z.array(textSheetSchema).default([]),
});

export type TruthNode = z.infer<typeof nodeSchema>;
export type TruthHeader = z.infer<typeof headerSchema>;
export type TruthIndicator = z.infer<typeof indicatorSchema>;
export type TruthTask = z.infer<typeof taskSchema>;
export type TruthDepartmentGoals = z.infer<typeof departmentGoalsSchema>;
export type TruthTextSheet = z.infer<typeof textSheetSchema>;
export type TruthBudgetTable = z.infer<typeof budgetTableSchema>;
export type TruthBudgetRow = z.infer<typeof budgetRowSchema>;
/** The parts of a truth file that this program reads. */
export type Truth = z.infer<typeof truthSchema>;
export type TruthForm = Truth['forms'][number];

/** @throws ZodError naming the part that does not follow the truth format. */
export function parseTruth(json: string): Truth {
  return truthSchema.parse(JSON.parse(json));
}
