import type { Random } from './budget-book/random';
import type { PlacedCell, SheetContent } from '../../src/core/workbook/workbook-snapshot';
import {
  CLEAN_FIELDS,
  cleanRows,
  codedTable,
  CLEAN_CODED_ROWS,
  overallTarget,
  projectTarget,
  type IndicatorRow,
} from './build-form';

/** What many hands do to one text. */
const HABITS: readonly ((text: string) => string)[] = [
  (text) => ` ${text} `,
  (text) => `${text}。`,
  (text) => `1.${text}`,
  (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/，/g, ',').replace(/；/g, ';'),
  (text) => text.replace(/（/g, '(').replace(/）/g, ')'),
  (text) => text.replace(/〔([0-9]+)〕/g, '[$1]'),
  (text) => text.replace(/≥/, '>='),
  (text) => text.replace(/≥/, '不低于'),
  (text) => text.replace(/≤/, '小于等于'),
  (text) => text.replace(/%/, '％'),
  (text) => text.replace(/万元/g, '万'),
  (text) => text.replace(/2025年12月31日前/, '2025.12.31前'),
  (text) => text.replace(/2025年12月31日前/, '2025/12/31之前'),
  (text) => `<p>${text}</p>`,
  (text) => `${text.slice(0, 3)} ${text.slice(3)}`,
  (text) => `${text.slice(0, 4)}\n${text.slice(4)}`,
  (text) => `“${text}”`,
  (text) => text.replace(/指标$/, ''),
  (text) => `+${text}`,
  (text) => `*${text}`,
  (text) => text.replace(/^不适用$/, '无'),
  (text) => text.replace(/^不适用$/, 'N/A'),
  (text) => text.replace(/^不适用$/, ''),
  (text) => text.replace(/和/, 'and'),
  (text) => `\u200b${text}\u00a0`,
  (text) => text.replace(/^31 /, '31.'),
  () => '',
];

const OTHER_ROWS: readonly IndicatorRow[] = [
  ['产出指标', '数量指标', '不适用', '不适用', '不适用'],
  ['产出指标', '质量指标', '无', '无', '无'],
  ['产出指标', '时效指标', null, null, null],
  ['效益指标', '社会效益指标', '不适用', null, null],
  ['满意度指标', '服务对象满意度指标', '/', '/', '/'],
];

/** Form P, C or O as many hands write it: rows missing, rows too many, levels merged or left blank, and every habit of writing. */
export function messyForm(random: Random, sheet: string): SheetContent {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)];
  const kind = pick(['P', 'P', 'P', 'O', 'C']);
  const rows = messyRows(random, pick);
  const name = `${pick(['社区图书馆', '乡村道路', '河道', '中小学校舍'])}${pick(['运行', '维护', '建设'])}${sheet}`;
  const amount = pick([1300, '1,300.00', '１３００', { value: 1300, text: '1,300.00', numberFormat: '#,##0.00' }]);
  const form =
    kind === 'C'
      ? codedTable(
          [
            { name, rows: CLEAN_CODED_ROWS },
            { name: `${name}二期`, rows: CLEAN_CODED_ROWS.slice(1) },
          ],
          sheet,
        )
      : kind === 'O'
        ? overallTarget({ sheet, rows })
        : projectTarget({ sheet, rows, fields: { ...CLEAN_FIELDS, projectName: name, totalAmount: amount } });
  const levels = kind === 'P' ? pick(['repeated', 'merged', 'blank below the first']) : 'repeated';
  const share = pick([0.02, 0.1, 0.3]);
  const messed = form.cells.map((cell) => (random() < share ? messyCell(cell, pick) : cell));
  const shown = messed.filter(({ value }) => value !== null && value !== '');
  return withLevels({ ...form, cells: shown }, levels);
}

function messyRows(random: Random, pick: <Item>(items: readonly Item[]) => Item): readonly IndicatorRow[] {
  const rows = cleanRows().filter(() => random() > 0.06);
  while (random() < 0.4) {
    const extra = pick(OTHER_ROWS);
    const last = rows.map(([, level2]) => level2).lastIndexOf(extra[1]);
    if (last >= 0) rows.splice(last + (random() < 0.5 ? 0 : 1), 0, extra);
  }
  return rows;
}

function messyCell(cell: PlacedCell, pick: <Item>(items: readonly Item[]) => Item): PlacedCell {
  if (typeof cell.value !== 'string') return cell;
  const value = pick(HABITS)(pick(HABITS)(cell.value)) || pick(HABITS)(cell.value);
  return { ...cell, value, text: value };
}

/** First levels of form P, column A from row 12 on, merged over their rows or left blank below the first. */
function withLevels(sheet: SheetContent, levels: string): SheetContent {
  if (levels === 'repeated') return sheet;
  const labels = sheet.cells.filter(({ row, column }) => column === 0 && row >= 11);
  const gone = new Set<PlacedCell>();
  const mergedAreas = [...sheet.mergedAreas];
  for (let first = 0; first < labels.length;) {
    let last = first;
    while (
      last + 1 < labels.length &&
      labels[last + 1].value === labels[first].value &&
      labels[last + 1].row === labels[last].row + 1
    ) {
      last += 1;
      gone.add(labels[last]);
    }
    if (last > first && levels === 'merged') {
      mergedAreas.push({ top: labels[first].row, left: 0, bottom: labels[last].row, right: 0 });
    }
    first = last + 1;
  }
  return { ...sheet, mergedAreas, cells: sheet.cells.filter((cell) => !gone.has(cell)) };
}
