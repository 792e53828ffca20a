import * as React from 'react';
import type { PaneStore } from '../state/store';
import { ChevronDownIcon } from './icons';
import { TickBox, tickState } from './TickBox';
import { useRowNavigation, type RowNavigation } from './use-row-navigation';

export interface ShownGroup {
  readonly id: string;
  readonly title: React.ReactNode;
  /** Keys of its rows that can be ticked, those not shown included; without any it has no box. */
  readonly tickable: readonly string[];
  readonly tickedCount: number;
  readonly tickLabel: string;
  readonly isOpen: boolean;
  /** Keys of the rows to be shown; none while it is closed. */
  readonly rows: readonly string[];
  readonly hiddenCount: number;
}

type RowPlace = Pick<RowNavigation, 'tabIndexOf' | 'focusRow'>;

interface GroupedRowsProps {
  readonly className?: string;
  readonly groupClassName: string;
  readonly label: string;
  readonly groups: readonly ShownGroup[];
  /** Groups beyond those shown. */
  readonly hiddenCount: number;
  /** Of the list among what is shown page by page. */
  readonly listId: string;
  readonly groupsOnPage: number;
  readonly canWrite: boolean;
  readonly words: {
    readonly nothingMatches: string;
    readonly tickedOf: (ticked: number, count: number) => string;
    readonly showMore: (count: number) => string;
    readonly showMoreGroups: (count: number) => string;
  };
  readonly dispatch: PaneStore['dispatch'];
  readonly onTick: (keys: readonly string[], isTicked: boolean) => void;
  readonly renderRow: (key: string, place: RowPlace) => React.ReactElement;
}

/** Rows with boxes to tick, in groups that fold; one tab stop, the arrow keys lead from row to row. */
export function GroupedRows(props: GroupedRowsProps): React.ReactElement {
  const { className, label, groups, hiddenCount, listId, groupsOnPage, words, dispatch } = props;
  const rows: string[] = [];
  for (const group of groups) {
    rows.push(group.id, ...group.rows);
    if (group.hiddenCount > 0) rows.push(moreRow(group.id));
  }
  if (hiddenCount > 0) rows.push(moreRow(listId));
  const navigation = useRowNavigation(rows, () => undefined);
  const { listRef, tabIndexOf, onKeyDown, onFocus, onBlur } = navigation;
  return (
    <div
      ref={listRef}
      className={className}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {groups.length === 0 && <p className="nothing">{words.nothingMatches}</p>}
      {groups.map((group) => (
        <GroupView key={group.id} {...props} group={group} place={navigation} />
      ))}
      <MoreButton
        id={listId}
        hiddenCount={hiddenCount}
        text={words.showMoreGroups}
        tabIndexOf={tabIndexOf}
        onClick={() => dispatch({ type: 'moreShown', group: listId, pageSize: groupsOnPage })}
      />
    </div>
  );
}

interface GroupViewProps extends GroupedRowsProps {
  readonly group: ShownGroup;
  readonly place: RowPlace;
}

function GroupView(props: GroupViewProps): React.ReactElement {
  const { groupClassName, canWrite, words, dispatch, onTick, renderRow, group, place } = props;
  const { id, title, tickable, tickedCount, tickLabel, isOpen, rows, hiddenCount } = group;
  const { tabIndexOf } = place;
  return (
    <section className={groupClassName}>
      <h3 className="group-header repair-group-header">
        {tickable.length > 0 && (
          <TickBox
            ariaLabel={tickLabel}
            state={tickState(tickedCount, tickable.length)}
            isDisabled={!canWrite}
            tabIndex={tabIndexOf(id)}
            onChange={() => onTick(tickable, tickedCount < tickable.length)}
          />
        )}
        <button
          type="button"
          data-row={id}
          data-group=""
          aria-expanded={isOpen}
          tabIndex={tabIndexOf(id)}
          className="group-button"
          onClick={() => dispatch({ type: 'groupToggled', group: id, isOpen: !isOpen })}
        >
          <span className="group-title">{title}</span>
          {tickable.length > 0 && (
            <span className="group-unchecked">{words.tickedOf(tickedCount, tickable.length)}</span>
          )}
          <span className={isOpen ? 'chevron chevron-open chevron-end' : 'chevron chevron-end'}>
            <ChevronDownIcon />
          </span>
        </button>
      </h3>
      {isOpen && <ul>{rows.map((key) => renderRow(key, place))}</ul>}
      <MoreButton
        id={id}
        hiddenCount={hiddenCount}
        text={words.showMore}
        tabIndexOf={tabIndexOf}
        onClick={() => dispatch({ type: 'moreShown', group: id })}
      />
    </section>
  );
}

interface MoreButtonProps extends Pick<RowNavigation, 'tabIndexOf'> {
  readonly id: string;
  readonly hiddenCount: number;
  readonly text: (count: number) => string;
  readonly onClick: () => void;
}

function MoreButton({ id, hiddenCount, text, tabIndexOf, onClick }: MoreButtonProps): React.ReactElement | null {
  if (hiddenCount === 0) return null;
  return (
    <button
      // A new button for each page: the keyboard goes to the row that takes the place of the old one.
      key={hiddenCount}
      type="button"
      className="text-button show-more"
      data-row={moreRow(id)}
      tabIndex={tabIndexOf(moreRow(id))}
      onClick={onClick}
    >
      {text(hiddenCount)}
    </button>
  );
}

function moreRow(id: string): string {
  return `more|${id}`;
}
