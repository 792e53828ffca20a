import { ApiCollection, ApiObject, itemNotFound } from './api-object';
import { RangeApi } from './range-api';
import type { WorkbookApi } from './workbook-api';
import type { ModelSheet, ModelTable } from './workbook-model';

/** The tables of some sheets. The client names a table by its id, as one of the workbook's. */
export class TablesApi extends ApiCollection<TableApi> {
  readonly className = 'TableCollection';

  constructor(
    private readonly workbook: WorkbookApi,
    private readonly sheets: readonly ModelSheet[],
  ) {
    super();
  }

  get items(): readonly TableApi[] {
    return this.sheets.flatMap((sheet) => sheet.tables.map((table) => new TableApi(this.workbook, sheet, table)));
  }

  getItem(key: string): TableApi {
    const table = this.items.find(({ id, name }) => id === key || name === key);
    if (!table) throw itemNotFound();
    return table;
  }
}

class TableApi extends ApiObject {
  readonly className = 'Table';

  constructor(
    private readonly workbook: WorkbookApi,
    private readonly sheet: ModelSheet,
    private readonly table: ModelTable,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, string>> {
    return { Id: this.table.id };
  }

  get id(): string {
    return this.table.id;
  }

  get name(): string {
    return this.table.name;
  }

  getRange(): RangeApi {
    return new RangeApi(this.workbook, this.sheet, this.table.range);
  }
}
