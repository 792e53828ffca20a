import type { ColumnRole } from '../forms/column-labels';
import { FIELD_KEYS, type FieldKey, type FormCell } from '../forms/form';
import { bareLabel } from '../forms/head-labels';
import { parseLevel1, parseLevel2, type Level2 } from '../forms/indicator-levels';
import { readCell } from '../forms/sheet-view';
import { findMoneyUnit } from '../values/amount';
import { compactText } from '../values/normalize-text';
import { formatRange, type CellAddress } from '../workbook/cell-address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/workbook-snapshot';
import { parentOf } from './place-levels';
import type { DescribedTemplate, NamedRange, TemplateField, TemplateLevel, TemplateRows } from './template-description';
import { headAbove, labelBefore } from './template-labels';
import {
  AMOUNT_UNIT_NAME,
  ASIDE_NAME,
  COLUMN_NAMES,
  FIELD_NAMES,
  LEVELS_NAME,
  meaningOf,
  OWN_FIELD_PREFIX,
  rowsName,
  TABLE_ROW_NAME,
  TEMPLATE_NAME,
  TEMPLATE_NOTE,
  YEAR_NAME,
} from './template-names';

const PRINT_AREA = '_xlnm.Print_Area';
const NEEDED_COLUMNS: readonly ColumnRole[] = ['level1', 'level2', 'name', 'value'];
const AMOUNT_KEYS: readonly FieldKey[] = ['totalAmount', 'annualAmount'];
const MOST_NAME = 30;
const MOST_NOTE = 200;

/** Reads a template out of a workbook and the names of its cells. @param fileName Names the template where no cell does. */
export function describeTemplate(
  workbook: WorkbookSnapshot,
  names: readonly NamedRange[],
  fileName: string,
): DescribedTemplate {
  return new TemplateReader(workbook, names, fileName).read();
}

class TemplateReader {
  private readonly problems: string[] = [];
  private readonly byName = new Map<string, NamedRange>();

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly names: readonly NamedRange[],
    private readonly fileName: string,
  ) {}

  read(): DescribedTemplate {
    const sheet = this.findSheet();
    if (sheet === null) return { description: null, problems: this.problems };
    this.collect(sheet);
    const fields = new Map<FieldKey, TemplateField>();
    for (const key of FIELD_KEYS) {
      const named = this.byName.get(FIELD_NAMES[key]);
      if (named) fields.set(key, this.fieldAt(sheet, named, FIELD_NAMES[key], AMOUNT_KEYS.indexOf(key) >= 0));
    }
    const ownFields = new Map<string, TemplateField>();
    this.byName.forEach((named, name) => {
      const label = name.slice(OWN_FIELD_PREFIX.length);
      if (meaningOf(name)?.kind === 'own-field')
        ownFields.set(bareLabel(label), this.fieldAt(sheet, named, label, false));
    });
    const columns = this.readColumns();
    const tableRow = this.readTableRow();
    const rows = tableRow < 0 ? this.readRows(sheet, columns) : [];
    if (tableRow < 0 && rows.length === 0) {
      this.problems.push(
        `没有找到指标行：申报表请给各二级指标所在的行命名（例如“${rowsName('quantity')}”），汇总表请给要重复的一行命名为“${TABLE_ROW_NAME}”。`,
      );
    }
    if (tableRow >= 0) this.refuseRowsInTable();
    const levels = tableRow < 0 ? [] : this.readLevels();
    if (!fields.has('projectName')) {
      this.problems.push(`工作表“${sheet.name}”没有名为“${FIELD_NAMES.projectName}”的单元格。`);
    }
    if (sheet.isProtected) {
      this.problems.push(`工作表“${sheet.name}”设有保护，不能填写，请在“审阅”中撤销工作表保护后再导入。`);
    }
    this.refuseSharedCells();
    const printed = this.names.find(({ name, sheet: on }) => name === PRINT_AREA && on === sheet.name);
    const used = sheet.usedRange;
    if (!printed || used === null) {
      this.problems.push(
        `工作表“${sheet.name}”没有设置打印区域：未放入的内容列在打印区域右侧，请选中整张表，点“页面布局”中的“打印区域”。`,
      );
    }
    if (this.problems.length > 0 || !printed || used === null) return { description: null, problems: this.problems };
    const printArea = printed.range;
    const title = sheet.cells.length > 0 ? compactText(sheet.cells[0].text) : '';
    return {
      description: {
        name: this.textOf(TEMPLATE_NAME).slice(0, MOST_NAME) || this.fileName.replace(/\.[^.]*$/, ''),
        description: this.textOf(TEMPLATE_NOTE).slice(0, MOST_NOTE),
        kind: tableRow < 0 ? 'form-per-project' : 'table-of-projects',
        sheet,
        fields,
        ownFields,
        columns,
        rows,
        tableRow,
        levels,
        year: this.placeOf(YEAR_NAME),
        aside: this.placeOf(ASIDE_NAME) || { row: 0, column: Math.max(printArea.right, used.right) + 2 },
        printArea,
        title,
      },
      problems: [],
    };
  }

  /** The sheet on which 三级指标 is; null where none is named so. */
  private findSheet(): SheetSnapshot | null {
    const named = this.names.find(({ name }) => name === COLUMN_NAMES.name);
    const sheet = named && this.workbook.findSheet(named.sheet);
    if (sheet) return sheet;
    const known = this.names.some(({ name }) => meaningOf(name) !== undefined);
    this.problems.push(
      known
        ? `没有名为“${COLUMN_NAMES.name}”的单元格，不知道三级指标写在哪一列。`
        : '这个文件没有给单元格命名，不是模板。请按说明给要填写的单元格命名（选中单元格，在编辑栏左边的名称框里输入名称）。',
    );
    return null;
  }

  private collect(sheet: SheetSnapshot): void {
    for (const named of this.names) {
      const meaning = meaningOf(named.name);
      if (named.name.lastIndexOf('_xl', 0) === 0) continue;
      if (meaning === undefined) {
        if (named.sheet !== sheet.name) continue;
        this.problems.push(
          `名称“${named.name}”（${placeText(named)}）不在可用的名称之内：如果是本单位自己的栏目，请改为“${OWN_FIELD_PREFIX}${named.name}”；与模板无关的请删除。`,
        );
        continue;
      }
      if (this.byName.has(named.name)) {
        this.problems.push(`名称“${named.name}”用了两次，第二次在${placeText(named)}，请删去一个。`);
        continue;
      }
      const mayStandElsewhere =
        meaning.kind === 'other' && [LEVELS_NAME, TEMPLATE_NAME, TEMPLATE_NOTE].indexOf(named.name) >= 0;
      if (named.sheet !== sheet.name && !mayStandElsewhere) {
        this.problems.push(
          `名称“${named.name}”在工作表“${named.sheet}”上，应与“${COLUMN_NAMES.name}”在同一张工作表“${sheet.name}”。`,
        );
        continue;
      }
      this.byName.set(named.name, named);
    }
  }

  private fieldAt(sheet: SheetSnapshot, named: NamedRange, label: string, isAmount: boolean): TemplateField {
    const { top, left } = named.range;
    const cell = readCell(sheet, top, left);
    const isTable = this.byName.has(TABLE_ROW_NAME);
    const printed = isTable ? headAbove(sheet, cell) : labelBefore(sheet, cell);
    const unit = isAmount ? findMoneyUnit(printed) || findMoneyUnit(this.textOf(AMOUNT_UNIT_NAME)) : null;
    const isCovered = cell.address.row !== top || cell.address.column !== left;
    if (isCovered && !isTable) {
      this.problems.push(
        `名称“${named.name}”（${placeText(named)}）在合并单元格中间，请选中整个合并单元格后重新命名。`,
      );
    }
    return { label: printed === '' ? label : printed, range: cell.range, numberFormat: cell.numberFormat, unit };
  }

  private readColumns(): ReadonlyMap<ColumnRole, number> {
    const columns = new Map<ColumnRole, number>();
    for (const role of Object.keys(COLUMN_NAMES) as ColumnRole[]) {
      const named = this.byName.get(COLUMN_NAMES[role]);
      if (!named) {
        if (NEEDED_COLUMNS.indexOf(role) >= 0) {
          this.problems.push(
            `没有名为“${COLUMN_NAMES[role]}”的单元格：请选中这一列的表头，命名为“${COLUMN_NAMES[role]}”。`,
          );
        }
        continue;
      }
      const column = named.range.left;
      columns.forEach((other, taken) => {
        if (other === column) {
          this.problems.push(`“${COLUMN_NAMES[taken]}”和“${COLUMN_NAMES[role]}”在同一列（${placeText(named)}）。`);
        }
      });
      columns.set(role, column);
    }
    return columns;
  }

  private readTableRow(): number {
    const named = this.byName.get(TABLE_ROW_NAME);
    if (!named) return -1;
    if (named.range.bottom > named.range.top) {
      this.problems.push(`“${TABLE_ROW_NAME}”（${placeText(named)}）只能是一行，其余的行由程序添加。`);
    }
    return named.range.top;
  }

  /** Two fields in one cell, or in one column of a table. */
  private refuseSharedCells(): void {
    const taken = new Map<string, string>();
    const isTable = this.byName.has(TABLE_ROW_NAME);
    this.byName.forEach((named, name) => {
      const meaning = meaningOf(name);
      if (meaning === undefined || (meaning.kind !== 'field' && meaning.kind !== 'own-field')) return;
      const { top, left } = named.range;
      const place = isTable ? String(left) : `${top}/${left}`;
      const other = taken.get(place);
      if (other === undefined) taken.set(place, name);
      else this.problems.push(`“${other}”和“${name}”在同一处（${placeText(named)}）。`);
    });
  }

  private refuseRowsInTable(): void {
    this.byName.forEach((named, name) => {
      if (meaningOf(name)?.kind !== 'rows') return;
      this.problems.push(
        `既有“${TABLE_ROW_NAME}”又有“${name}”（${placeText(named)}）：汇总表用前者，申报表用后者，请删去一种。`,
      );
    });
  }

  private readRows(sheet: SheetSnapshot, columns: ReadonlyMap<ColumnRole, number>): readonly TemplateRows[] {
    const rows: TemplateRows[] = [];
    this.byName.forEach((named, name) => {
      const meaning = meaningOf(name);
      if (meaning === undefined || meaning.kind !== 'rows') return;
      const { top: first, bottom: last } = named.range;
      const level = (role: ColumnRole): FormCell => readCell(sheet, first, columns.get(role) || 0);
      const [level1, level2] = [level('level1').text.trim(), level('level2').text.trim()];
      if (level2 === '') this.problems.push(`“${name}”（${placeText(named)}）这一行没有写二级指标。`);
      const printed = parseLevel2(level2).kind;
      if (printed !== null && printed !== meaning.level2 && !areBothCosts(printed, meaning.level2)) {
        this.problems.push(`“${name}”（${placeText(named)}）这一行写的是“${level2}”，名称与内容不符。`);
      }
      // An office may call its first levels as it likes: the name of the row says what it is.
      const level1Kind = parseLevel1(level1).kind || parentOf(meaning.level2, null);
      rows.push({ level1Kind, level2Kind: meaning.level2, level1, level2, first, last });
    });
    rows.sort((a, b) => a.first - b.first);
    rows.forEach((one, index) => {
      const next = rows[index + 1];
      if (next && next.first <= one.last) {
        this.problems.push(
          `“${rowsName(one.level2Kind)}”和“${rowsName(next.level2Kind)}”是同一行（第 ${next.first + 1} 行）。`,
        );
      }
    });
    return rows;
  }

  private readLevels(): readonly TemplateLevel[] {
    const named = this.byName.get(LEVELS_NAME);
    const sheet = named && this.workbook.findSheet(named.sheet);
    if (!named || !sheet) return [];
    const levels: TemplateLevel[] = [];
    const { top, bottom, left, right } = named.range;
    const end = Math.min(bottom, sheet.usedRange ? sheet.usedRange.bottom : top);
    for (let row = top; row <= end; row += 1) {
      const level1 = readCell(sheet, row, left).text.trim();
      const level2 = readCell(sheet, row, Math.min(left + 1, right)).text.trim();
      const level2Kind = parseLevel2(level2).kind;
      if (level1 === '' && level2 === '') continue;
      if (level2Kind === null) {
        this.problems.push(`“${LEVELS_NAME}”第 ${row - top + 1} 行的二级指标“${level2}”认不出是哪一类。`);
      }
      levels.push({ level1Kind: parseLevel1(level1).kind, level2Kind, level1, level2 });
    }
    return levels;
  }

  private placeOf(name: string): CellAddress | null {
    const named = this.byName.get(name);
    return named ? { row: named.range.top, column: named.range.left } : null;
  }

  private textOf(name: string): string {
    const named = this.byName.get(name);
    const sheet = named && this.workbook.findSheet(named.sheet);
    return named && sheet ? readCell(sheet, named.range.top, named.range.left).text.trim() : '';
  }
}

function areBothCosts(one: Level2, other: Level2): boolean {
  return [one, other].every((kind) => /cost/i.test(kind));
}

function placeText({ sheet, range }: NamedRange): string {
  return `${sheet}!${formatRange(range)}`;
}
