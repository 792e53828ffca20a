import * as React from 'react';
import type { CatalogueEntry } from '../../../core/catalogue/indicator-catalogue';
import { formatCoded } from '../../../core/values/indicator-code';
import { proposedOptions, type FoundOptions } from '../../state/codes/code-options';
import { isFillable, type CodingItem } from '../../state/codes/codes-selectors';
import { CODE_STRINGS, CODING_STATE_NAMES } from '../../code-strings';
import { WarningIcon } from '../icons';
import { TickBox } from '../TickBox';
import { CodeCombo } from './CodeCombo';
import { StateLabel, type RowLook } from './StateLabel';

interface CodingRowViewProps {
  readonly item: CodingItem;
  readonly tabIndex: 0 | -1;
  readonly canWrite: boolean;
  readonly onSelect: () => void;
  readonly onTick: () => void;
  readonly onChoose: (entry: CatalogueEntry | null) => void;
  readonly onSearch: (text: string) => Promise<FoundOptions>;
  readonly onStrip: () => void;
}

/** One indicator: where it stands, what it is called, which code it gets and why. */
export function CodingRowView(props: CodingRowViewProps): React.ReactElement {
  const { item, tabIndex, canWrite, onSelect, onTick, onChoose, onSearch, onStrip } = props;
  const { row, entry, isTicked } = item;
  const { key, cell, name, level2Label, state, code, note } = row;
  const canFill = isFillable(row);
  const { look, word } = looksOf(item);
  const level = level2Label === '' ? null : <span className="finding-subject">{level2Label}</span>;
  return (
    <li className={`coding-row coding-row-${look}`}>
      {canFill && (
        <TickBox
          ariaLabel={CODE_STRINGS.tickRow(cell, name)}
          state={isTicked && entry !== null ? 'on' : 'off'}
          isDisabled={!canWrite || entry === null}
          tabIndex={tabIndex}
          onChange={onTick}
        />
      )}
      <div className="coding-body">
        <button type="button" data-row={key} tabIndex={tabIndex} className="coding-button" onClick={onSelect}>
          <span className="coding-head">
            <span className="finding-cell">{cell}</span>
            {level}
            <StateLabel look={look}>{word}</StateLabel>
          </span>
          <span className="coding-name">{code === null ? name : formatCoded(code, name)}</span>
          {entry !== null && isTicked && (
            <span className="visually-hidden">{CODE_STRINGS.willBe(formatCoded(entry.code, entry.name))}</span>
          )}
        </button>
        <div data-details-of={key}>
          {canFill && (
            <CodeCombo
              row={row}
              entry={entry}
              proposed={proposedOptions(row)}
              tabIndex={tabIndex}
              isDisabled={!canWrite}
              onChoose={onChoose}
              onSearch={onSearch}
            />
          )}
          {canFill && entry !== null && <p className="coding-reason quiet">{reasonOf(item)}</p>}
          {note !== null && <Note isWarning={state === 'coded'}>{note}</Note>}
          {state === 'coded' && note !== null && canWrite && (
            <button
              type="button"
              className="text-button"
              tabIndex={tabIndex}
              aria-label={CODE_STRINGS.stripNamed(cell, name)}
              onClick={onStrip}
            >
              {CODE_STRINGS.stripRow}
            </button>
          )}
        </div>
      </div>
    </li>
  );
}

function looksOf({ row, entry, isDecided }: CodingItem): { readonly look: RowLook; readonly word: string } {
  if (isDecided && entry === null) return { look: 'left', word: CODE_STRINGS.declined };
  if (entry !== null && row.state !== 'certain') return { look: 'chosen', word: CODE_STRINGS.chosen };
  return { look: row.state, word: CODING_STATE_NAMES[row.state] };
}

function reasonOf({ row, entry }: CodingItem): string {
  const candidate = row.candidates.find((one) => entry !== null && one.entry.code === entry.code);
  return candidate === undefined ? CODE_STRINGS.ownChoice : candidate.reason;
}

function Note({ isWarning, children }: { readonly isWarning: boolean; readonly children: string }): React.ReactElement {
  if (!isWarning) return <p className="coding-reason quiet">{children}</p>;
  return (
    <p className="coding-warning">
      <WarningIcon />
      <span>{children}</span>
    </p>
  );
}
