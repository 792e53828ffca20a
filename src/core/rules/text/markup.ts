import { defineWorkbookRule, type ProblemPlace } from '../define-rule';
import type { CellContent } from '../../changes/change-set';
import { withoutUnplacedBlock } from '../../forms/unplaced-block';
import { findMarkup, withoutMarkup } from '../../values/markup';
import type { PlacedCell, SheetSnapshot } from '../../workbook/workbook-snapshot';

export default defineWorkbookRule({
  id: 'text/markup',
  severity: 'error',
  title: '单元格文字中不应有网页标记',
  why: '从网页或系统复制时带入的标记会原样公开和打印，读的人看不懂。',
  basis: '填报惯例',
  example: { wrong: '<p>完成培训 2 场。</p>', right: '完成培训 2 场。' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  checksSecret: true,
  messages: {
    tags: '文字中有网页标记“{markup}”，请删去标记，只留文字。',
  },
  *check(_forms, problem, { snapshot }) {
    for (const sheet of snapshot.sheets) {
      // What a conversion could not place is listed as it was found.
      for (const cell of withoutUnplacedBlock(sheet).cells) {
        const found = typeof cell.value === 'string' ? findMarkup(cell.value) : [];
        if (found.length === 0) continue;
        const markup = [...new Set(found)].slice(0, 3).join('”“');
        yield problem(
          'tags',
          placeOf(sheet, cell),
          { markup },
          cell.formula === null
            ? {
                quote: found[0],
                fix: {
                  label: '删除网页标记',
                  edits: [{ sheet: sheet.name, address: placeOf(sheet, cell).address, ...edit(cell) }],
                },
              }
            : { quote: found[0] },
        );
      }
    }
  },
});

function placeOf(sheet: SheetSnapshot, cell: PlacedCell): ProblemPlace {
  return { sheet: sheet.name, address: { row: cell.row, column: cell.column }, text: cell.text };
}

function edit(cell: PlacedCell): { readonly before: CellContent; readonly after: CellContent } {
  const before: CellContent = { value: cell.value, formula: null, numberFormat: cell.numberFormat };
  return { before, after: { ...before, value: withoutMarkup(String(cell.value)) } };
}
