import type { BudgetTable, FormCell, ProseSheet } from '../../forms/form';
import { findTitleKind } from '../../forms/budget/table-kinds';
import { compactText } from '../../values/normalize-text';
import { defineWorkbookRule, type Outcome } from '../define-rule';

/** A line of a table of contents: "(二) 收入总表", "表2 收入总表 ……… 5". */
const CONTENTS_LINE =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|[0-9]{1,2}[、.]?|附?表[0-9一二三四五六七八九十]{1,3}[、.:：]?)?(.{2,40}?表(?:\([^()]{1,20}\))?)[.…·\-—0-9]*$/;

export default defineWorkbookRule({
  id: 'budget/table-missing',
  severity: 'info',
  title: '目录和校验方案列出的表应当齐全',
  why: '公开要求没有数据的表也要列出；目录有而正文没有，像是漏了。',
  basis: '《地方预决算公开操作规程》（财预〔2016〕143号）',
  example: { wrong: '目录有“收入总表”，工作簿里没有', right: '列出收入总表，没有数据的注明空表' },
  forms: ['prose', 'budget-table', 'overall-target'],
  thresholds: {
    fewestTables: { value: 3, meaning: '工作簿里有多少张预算表以上，才按校验方案的清单核对是否齐全（张）' },
  },
  messages: {
    required: '校验方案列有“{table}”，工作簿中没有找到这张表，请补上；没有数据的列出空表并注明。',
    missing: '目录列有“{table}”，工作簿中没有找到这张表，请补上或修改目录。',
  },
  *check(forms, problem, { profile }, { fewestTables }): Iterable<Outcome> {
    const tables = forms.filter((form): form is BudgetTable => form.type === 'budget-table');
    if (tables.length === 0) return;
    const titles = forms.filter(({ type }) => type !== 'prose').map(({ title }) => bareTitle(title ? title.text : ''));
    // A table under another name counts where it is of the same kind.
    const isThere = (table: string): boolean =>
      titles.indexOf(bareTitle(table)) >= 0 || tables.some(({ kind }) => kind === findTitleKind(table));
    const named = new Set<string>();
    for (const form of forms) {
      if (form.type !== 'prose') continue;
      for (const { cell, table } of contentsOf(form)) {
        if (findTitleKind(table) === undefined) continue;
        named.add(bareTitle(table));
        if (!isThere(table)) yield problem('missing', cell, { table }, { quote: table });
      }
    }
    if (tables.length < fewestTables) return;
    const [first] = tables;
    for (const table of profile.budgetTables) {
      if (isThere(table) || named.has(bareTitle(table))) continue;
      yield problem('required', first.title || first.heads[0], { table });
    }
  },
});

/** Tables named in lines of their own, three or more in a row of such lines: a table of contents. */
function contentsOf({ paragraphs }: ProseSheet): readonly { readonly cell: FormCell; readonly table: string }[] {
  const runs: { cell: FormCell; table: string }[][] = [[]];
  for (const { text, parts } of paragraphs) {
    const match = CONTENTS_LINE.exec(compactText(text));
    if (match && text.length <= 60) runs[runs.length - 1].push({ cell: parts[0].cell, table: match[1] });
    else if (runs[runs.length - 1].length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length >= 3).reduce((all, run) => all.concat(run), []);
}

function bareTitle(text: string): string {
  return compactText(text).replace(/[“”"'()《》]|^附?表[0-9]+|20[0-9]{2}年度?|部门|单位|预算/g, '');
}
