import * as React from 'react';
import type { CatalogueEntry } from '../../../core/catalogue/indicator-catalogue';
import type { CodingRow } from '../../../core/coding/coding-plan';
import { formatCoded } from '../../../core/values/indicator-code';
import type { CodeOption, FoundOptions } from '../../state/codes/code-options';
import { CODE_STRINGS } from '../../code-strings';
import { ChevronDownIcon } from '../icons';
import { CodeChoices, optionId } from './CodeChoices';
import { useCodeSearch } from './use-code-search';

interface CodeComboProps {
  readonly row: CodingRow;
  /** What is chosen; null for nothing. */
  readonly entry: CatalogueEntry | null;
  readonly proposed: readonly CodeOption[];
  readonly tabIndex: 0 | -1;
  readonly isDisabled: boolean;
  readonly onChoose: (entry: CatalogueEntry | null) => void;
  readonly onSearch: (text: string) => Promise<FoundOptions>;
}

let lists = 0;

/** Names of sheets, in the keys of rows, may hold blanks: no part of an id. */
function nextListId(): string {
  lists += 1;
  return `code-choices-${lists}`;
}

/** What Internet Explorer and others report of keys that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * The code a row gets: a combo box by the ARIA pattern whose list opens within the page, so that nothing is cut off in
 * a narrow pane. Without typing it offers the proposal, by typing the whole catalogue.
 */
export function CodeCombo(props: CodeComboProps): React.ReactElement {
  const { row, entry, proposed, tabIndex, isDisabled, onChoose, onSearch } = props;
  const [isOpen, setOpen] = React.useState(false);
  /** Null: nothing was typed since the list was opened. */
  const [text, setText] = React.useState<string | null>(null);
  const [active, setActive] = React.useState(-1);
  const input = React.useRef<HTMLInputElement>(null);
  const isComposing = React.useRef(false);
  const search = useCodeSearch(onSearch);
  const isSearch = text !== null && text.trim() !== '';
  const options = isSearch ? search.options : proposed;
  const [listId] = React.useState(nextListId);
  // The last choice of the proposal: none.
  const count = options.length + (isSearch ? 0 : 1);

  const open = (): void => {
    if (isOpen || isDisabled) return;
    setOpen(true);
    setText(null);
    setActive(
      entry === null
        ? 0
        : Math.max(
            0,
            proposed.findIndex((option) => option.entry.code === entry.code),
          ),
    );
    if (input.current !== null) input.current.select();
  };

  const close = (): void => {
    setOpen(false);
    setText(null);
    search.clear();
  };

  const choose = (index: number): void => {
    if (index < 0 || index >= count) return;
    const option = options[index];
    if (option !== undefined && option.problem !== null) return;
    close();
    onChoose(option === undefined ? null : option.entry);
  };

  const type = (typed: string): void => {
    setOpen(true);
    setText(typed);
    setActive(0);
    // Letters of an unfinished word are no search yet.
    if (!isComposing.current) search.start(typed);
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (isComposing.current || event.keyCode === TAKEN_BY_INPUT_METHOD) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (!isOpen) open();
        else if (count > 0) setActive((active + step + count) % count);
        return;
      }
      case 'Enter':
        event.preventDefault();
        if (isOpen) choose(active);
        else open();
        return;
      case 'Escape':
        // Closed, it leads back to the row; see useRowNavigation.
        if (!isOpen) return;
        event.stopPropagation();
        close();
        return;
      default:
    }
  };

  return (
    <div className={isOpen ? 'code-combo code-combo-open' : 'code-combo'}>
      <div className="code-combo-field">
        <input
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={CODE_STRINGS.choiceLabel(row.name)}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen && active >= 0 && active < count ? optionId(listId, active) : undefined}
          className="code-combo-input"
          tabIndex={tabIndex}
          disabled={isDisabled}
          placeholder={proposed.length > 0 ? CODE_STRINGS.choosePlaceholder : CODE_STRINGS.searchPlaceholder}
          value={text === null ? (entry === null ? '' : formatCoded(entry.code, entry.name)) : text}
          title={text === null && entry !== null ? formatCoded(entry.code, entry.name) : undefined}
          onClick={open}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={({ currentTarget }) => {
            isComposing.current = false;
            search.start(currentTarget.value);
          }}
        />
        <span className="code-combo-chevron">
          <ChevronDownIcon />
        </span>
      </div>
      {isOpen && (
        <CodeChoices
          id={listId}
          name={row.name}
          options={options}
          chosenCode={entry === null ? null : entry.code}
          active={active}
          isSearch={isSearch}
          state={search.state}
          isCut={isSearch && search.isCut}
          onChoose={choose}
        />
      )}
    </div>
  );
}
