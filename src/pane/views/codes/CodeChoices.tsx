import * as React from 'react';
import { formatCoded } from '../../../core/values/indicator-code';
import type { CodeOption } from '../../state/codes/code-options';
import { CODE_STRINGS } from '../../code-strings';
import type { SearchState } from './use-code-search';

interface CodeChoicesProps {
  readonly id: string;
  /** Of the indicator. */
  readonly name: string;
  readonly options: readonly CodeOption[];
  readonly chosenCode: string | null;
  /** Place of the option that the keyboard is at; the one after the options is "none". */
  readonly active: number;
  readonly isSearch: boolean;
  readonly state: SearchState;
  readonly isCut: boolean;
  readonly onChoose: (index: number) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The list of a combo box. */
export function CodeChoices(props: CodeChoicesProps): React.ReactElement {
  const { id, name, options, chosenCode, active, isSearch, state, isCut, onChoose } = props;
  const list = React.useRef<HTMLDivElement>(null);
  useSeen(list, active, options);
  const message = messageOf(props);
  const choosable = options.filter(({ problem }) => problem === null).length;
  return (
    <div
      ref={list}
      className="code-choices"
      // The keyboard stays in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ul role="listbox" id={id} aria-label={CODE_STRINGS.choicesLabel(name)}>
        {options.map(({ entry, reason, problem }, index) => (
          <li
            key={entry.code}
            id={optionId(id, index)}
            role="option"
            aria-selected={entry.code === chosenCode}
            aria-disabled={problem !== null}
            className={classOf(index === active, entry.code === chosenCode, problem !== null)}
            onClick={() => onChoose(index)}
          >
            <span className="code-choice-name">{formatCoded(entry.code, entry.name)}</span>
            {reason !== '' && problem === null && <span className="code-choice-reason">{reason}</span>}
            {problem !== null && <span className="code-choice-reason">{problem}</span>}
          </li>
        ))}
        {!isSearch && (
          <li
            id={optionId(id, options.length)}
            role="option"
            aria-selected={chosenCode === null}
            className={classOf(options.length === active, false, false)}
            onClick={() => onChoose(options.length)}
          >
            <span className="code-choice-name">{CODE_STRINGS.decline}</span>
          </li>
        )}
      </ul>
      {message !== '' && <p className="code-choices-message">{message}</p>}
      {isCut && state === 'idle' && <p className="code-choices-message">{CODE_STRINGS.cut}</p>}
      <span className="visually-hidden" role="status">
        {message !== '' ? message : CODE_STRINGS.choicesFound(choosable)}
      </span>
    </div>
  );
}

function messageOf({ isSearch, state, options }: CodeChoicesProps): string {
  if (!isSearch) return options.length === 0 ? CODE_STRINGS.noProposal : '';
  if (state === 'failed') return CODE_STRINGS.searchFailed;
  // What was found before stays until the next answer.
  if (state === 'searching') return options.length === 0 ? CODE_STRINGS.searching : '';
  return options.length === 0 ? CODE_STRINGS.nothingFound : '';
}

function classOf(isActive: boolean, isChosen: boolean, isDisabled: boolean): string {
  return [
    'code-choice',
    isActive ? 'code-choice-active' : '',
    isChosen ? 'code-choice-chosen' : '',
    isDisabled ? 'code-choice-disabled' : '',
  ].join(' ');
}

/** Keeps the list in sight with the field above it, and the option that the keyboard is at. */
function useSeen(list: React.RefObject<HTMLElement>, active: number, options: readonly CodeOption[]): void {
  React.useEffect(() => {
    if (list.current === null || list.current.parentElement === null) return;
    reveal(list.current.parentElement);
    const option = list.current.querySelectorAll<HTMLElement>('[role="option"]')[active];
    if (option) reveal(option);
  }, [list, active, options.length]);
}

/** Scrolls as far as it takes to see the element to its end, but never past its beginning. */
function reveal(element: HTMLElement): void {
  let parent = element.parentElement;
  while (parent !== null && parent.scrollHeight <= parent.clientHeight) parent = parent.parentElement;
  const scrolling = parent === null ? document.documentElement : parent;
  const { top, bottom } = scrolling.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  const above = Math.max(top, 0) - place.top;
  const below = place.bottom - Math.min(bottom, window.innerHeight);
  if (above > 0) scrolling.scrollTop -= above;
  else if (below > 0) scrolling.scrollTop += Math.min(below, -above);
}
