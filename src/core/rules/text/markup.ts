import type { ProblemPlace } from '../define-rule';
import { defineWorkbookRule } from '../define-rule';
import type { CellContent } from '../../changes/change-set';
import type { PlacedCell, SheetSnapshot } from '../../workbook/workbook-snapshot';

/** Elements that web editors paste into forms. Only these count as tags, so "<5" and "a<b>c" stay comparisons. */
const TAG =
  /<\/?(?:p|br|div|span|font|ol|ul|li|table|tbody|thead|tr|td|th|b|i|u|em|strong|a|img|h[1-6]|sub|sup|pre|hr|strike|o:p)(?:\s[^<>]{0,500})?\/?>/gi;
const ENTITY =
  /&(?:nbsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|emsp|ensp|#[0-9]{2,6}|#x[0-9a-f]{2,5});/gi;

const ENTITY_TEXTS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  emsp: ' ',
  ensp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  hellip: '…',
};

export default defineWorkbookRule({
  id: 'text/markup',
  severity: 'error',
  title: '单元格文字中不应有网页标记',
  why: '从网页或系统复制时带入的标记会原样公开和打印，读的人看不懂。',
  basis: '填报惯例',
  example: { wrong: '<p>完成培训 2 场。</p>', right: '完成培训 2 场。' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  messages: {
    tags: '文字中有网页标记“{markup}”，请删去标记，只留文字。',
  },
  *check(_forms, problem, { snapshot }) {
    for (const sheet of snapshot.sheets) {
      for (const cell of sheet.cells) {
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

function findMarkup(text: string): readonly string[] {
  if (text.indexOf('<') < 0 && text.indexOf('&') < 0) return [];
  const tags = (text.match(TAG) || []).filter((tag) => !isMark(tag, text));
  return [...tags, ...(text.match(ENTITY) || [])];
}

/** "<A>类" marks a class: one letter between brackets is a tag only where it is closed again. */
function isMark(tag: string, text: string): boolean {
  return /^<[abiu]>$/i.test(tag) && text.toLowerCase().indexOf(`</${tag.charAt(1).toLowerCase()}>`) < 0;
}

function placeOf(sheet: SheetSnapshot, cell: PlacedCell): ProblemPlace {
  return { sheet: sheet.name, address: { row: cell.row, column: cell.column }, text: cell.text };
}

function edit(cell: PlacedCell): { readonly before: CellContent; readonly after: CellContent } {
  const before: CellContent = { value: cell.value, formula: null, numberFormat: cell.numberFormat };
  return { before, after: { ...before, value: withoutMarkup(String(cell.value)) } };
}

/** The text alone; line breaks that the tags stood for are kept. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<(?:br\s*\/?|\/p|\/div|\/li|\/tr|\/h[1-6])>/gi, '\n')
    .replace(TAG, (tag) => (isMark(tag, text) ? tag : ''))
    .replace(ENTITY, (entity) => {
      const name = entity.slice(1, -1).toLowerCase();
      if (name.charAt(0) !== '#') return ENTITY_TEXTS[name];
      const code = name.charAt(1) === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : ' ';
    })
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
