import * as React from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/utilities/decorators/withResponsiveMode';
import {
  CATALOGUE_COLUMNS,
  type CatalogueColumn,
  type FoundTable,
  type ImportOptions,
} from '../../../core/catalogue/importing/catalogue-import';
import { formatAddress, formatRange } from '../../../core/workbook/cell-address';
import { CODE_STRINGS, COLUMN_NAMES } from '../../code-strings';

interface FoundTablesProps {
  readonly tables: readonly FoundTable[];
  readonly isBusy: boolean;
  readonly onCorrect: (columns: NonNullable<ImportOptions['columns']>) => void;
}

const UNUSED = 'unused';

/** Tables of a list as they were found; the user may say what a column holds. */
export function FoundTables({ tables, isBusy, onCorrect }: FoundTablesProps): React.ReactElement | null {
  if (tables.length === 0) return null;
  return (
    <section className="found-tables">
      <h3>{CODE_STRINGS.tablesHeading}</h3>
      {tables.map((table) => (
        <div key={`${table.sheet}|${formatRange(table.head)}`} className="found-table">
          <p>{CODE_STRINGS.tableWords(table.sheet, table.rowCount)}</p>
          <p className="quiet">{CODE_STRINGS.headWords(formatRange(table.head))}</p>
          <ul>
            {table.columns.map(({ role, column, heading }) => (
              <li key={column} className="found-column">
                <span className="found-column-name">
                  <span className="quiet">{CODE_STRINGS.columnName(lettersOf(column))}</span> {heading}
                </span>
                <Dropdown
                  className="found-column-role"
                  ariaLabel={CODE_STRINGS.columnLabel(table.sheet, lettersOf(column), heading)}
                  selectedKey={role === null ? UNUSED : role}
                  options={[
                    { key: UNUSED, text: CODE_STRINGS.columnUnused },
                    ...CATALOGUE_COLUMNS.map((one) => ({ key: one, text: COLUMN_NAMES[one] })),
                  ]}
                  responsiveMode={ResponsiveMode.large}
                  calloutProps={{ calloutMaxHeight: 360 }}
                  onChange={(_event, option) =>
                    // A disabled list would lose the keyboard for as long as the table is read again.
                    option &&
                    !isBusy &&
                    onCorrect({ [table.sheet]: withRole(table, column, roleOf(String(option.key))) })
                  }
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Columns of the table with one of them understood anew; what held that role before is not used any more. */
function withRole(
  { columns }: FoundTable,
  corrected: number,
  wanted: CatalogueColumn | null,
): readonly { readonly role: CatalogueColumn; readonly column: number }[] {
  const roles: { readonly role: CatalogueColumn; readonly column: number }[] = [];
  for (const { role, column } of columns) {
    const kept = column === corrected ? wanted : role === wanted ? null : role;
    if (kept !== null) roles.push({ role: kept, column });
  }
  return roles;
}

function roleOf(key: string): CatalogueColumn | null {
  return CATALOGUE_COLUMNS.find((role) => role === key) || null;
}

/** "B" for the second column. */
function lettersOf(column: number): string {
  return formatAddress({ row: 0, column }).replace(/\d+$/, '');
}
