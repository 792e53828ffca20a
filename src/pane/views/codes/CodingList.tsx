import * as React from 'react';
import {
  GROUP_LIST,
  GROUPS_ON_PAGE,
  selectCodingGroups,
  type CodingGroup,
  type CodingItem,
} from '../../state/codes/codes-selectors';
import type { CodesAction } from '../../state/codes/codes-actions';
import { CODE_STRINGS } from '../../code-strings';
import { ChevronDownIcon } from '../icons';
import type { PaneViewProps } from '../PaneView';
import { TickBox, tickState } from '../TickBox';
import { useRowNavigation, type RowNavigation } from '../use-row-navigation';
import { CodingRowView } from './CodingRowView';

/** The rows by project; one tab stop, the arrow keys lead from row to row. */
export function CodingList(props: PaneViewProps): React.ReactElement {
  const { state, dispatch } = props;
  const { groups, hiddenCount } = selectCodingGroups(state);
  const rows: string[] = [];
  for (const group of groups) {
    rows.push(group.id);
    for (const { row } of group.items) rows.push(row.key);
    if (group.hiddenCount > 0) rows.push(moreRow(group.id));
  }
  if (hiddenCount > 0) rows.push(moreRow(GROUP_LIST));
  const navigation = useRowNavigation(rows, () => undefined);
  const { listRef, tabIndexOf, onKeyDown, onFocus, onBlur } = navigation;
  return (
    <div
      ref={listRef}
      className="coding-list"
      role="group"
      aria-label={CODE_STRINGS.listLabel}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {groups.length === 0 && <p className="nothing">{CODE_STRINGS.nothingMatches}</p>}
      {groups.map((group) => (
        <GroupView key={group.id} {...props} group={group} navigation={navigation} />
      ))}
      {hiddenCount > 0 && (
        <button
          key={hiddenCount}
          type="button"
          className="text-button show-more"
          data-row={moreRow(GROUP_LIST)}
          tabIndex={tabIndexOf(moreRow(GROUP_LIST))}
          onClick={() => dispatch({ type: 'moreShown', group: GROUP_LIST, pageSize: GROUPS_ON_PAGE })}
        >
          {CODE_STRINGS.showMoreGroups(hiddenCount)}
        </button>
      )}
    </div>
  );
}

interface GroupViewProps extends PaneViewProps {
  readonly group: CodingGroup;
  readonly navigation: Pick<RowNavigation, 'tabIndexOf' | 'focusRow'>;
}

function GroupView({ state, dispatch, effects, group, navigation }: GroupViewProps): React.ReactElement {
  const { id, caption, sheet, tickable, tickedCount, isOpen, items, hiddenCount } = group;
  const { tabIndexOf, focusRow } = navigation;
  const { write, select } = state.capabilities;
  const tell = (action: CodesAction): void => dispatch({ type: 'codes', action });
  const row = (item: CodingItem): React.ReactElement => {
    const { key } = item.row;
    return (
      <CodingRowView
        key={key}
        item={item}
        tabIndex={tabIndexOf(key)}
        canWrite={write}
        onSelect={() => select && void effects.select(item.row)}
        onTick={() => tell({ type: 'rowsTicked', keys: [key], isTicked: !item.isTicked })}
        onChoose={(entry) => {
          tell({ type: 'entryChosen', key, entry });
          focusRow(key);
        }}
        onSearch={(text) => effects.searchCodes(item.row, text)}
        onStrip={() => void effects.stripCodes([key])}
      />
    );
  };
  return (
    <section className="coding-group">
      <h3 className="group-header repair-group-header">
        {tickable.length > 0 && (
          <TickBox
            ariaLabel={CODE_STRINGS.tickGroup(caption)}
            state={tickState(tickedCount, tickable.length)}
            isDisabled={!write}
            tabIndex={tabIndexOf(id)}
            onChange={() => tell({ type: 'rowsTicked', keys: tickable, isTicked: tickedCount < tickable.length })}
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
          <span className="group-title">
            <span className="group-caption">{caption}</span>
            {sheet !== '' && <span className="group-sheet">{sheet}</span>}
          </span>
          {tickable.length > 0 && (
            <span className="group-unchecked">{CODE_STRINGS.tickedOf(tickedCount, tickable.length)}</span>
          )}
          <span className={isOpen ? 'chevron chevron-open chevron-end' : 'chevron chevron-end'}>
            <ChevronDownIcon />
          </span>
        </button>
      </h3>
      {isOpen && <ul>{items.map(row)}</ul>}
      {hiddenCount > 0 && (
        <button
          // A new button for each page: the keyboard goes to the row that takes the place of the old one.
          key={hiddenCount}
          type="button"
          className="text-button show-more"
          data-row={moreRow(id)}
          tabIndex={tabIndexOf(moreRow(id))}
          onClick={() => dispatch({ type: 'moreShown', group: id })}
        >
          {CODE_STRINGS.showMore(hiddenCount)}
        </button>
      )}
    </section>
  );
}

function moreRow(id: string): string {
  return `more|${id}`;
}
