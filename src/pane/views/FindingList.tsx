import * as React from 'react';
import type { FindingItem } from '../state/checked-workbook';
import type { FindingGroup } from '../state/finding-groups';
import { selectRepair, selectRule } from '../state/selectors';
import { STRINGS } from '../strings';
import { FindingRow } from './FindingRow';
import { GroupHeader } from './GroupHeader';
import type { PaneViewProps } from './PaneView';
import { useRowNavigation } from './use-row-navigation';

interface FindingListProps extends PaneViewProps {
  readonly groups: readonly FindingGroup[];
}

export function FindingList({ state, groups, dispatch, effects }: FindingListProps): React.ReactElement {
  const rows: string[] = [];
  for (const group of groups) {
    if (hasFindings(group)) rows.push(group.id);
    for (const { key } of group.items) rows.push(key);
    if (group.hiddenCount > 0) rows.push(moreRow(group));
  }
  const navigation = useRowNavigation(rows, () => dispatch({ type: 'findingClosed' }));
  const { listRef, tabIndexOf, onKeyDown, onFocus, onBlur } = navigation;

  // A click always shows the cell; on an open finding it closes the details too.
  const pick = (item: FindingItem, isOpen: boolean): void => {
    dispatch(isOpen ? { type: 'findingClosed' } : { type: 'findingOpened', key: item.key });
    void effects.select(item.finding);
  };

  return (
    <div
      ref={listRef}
      className="finding-list"
      role="group"
      aria-label={STRINGS.listLabel}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {groups.map((group) => (
        <section key={group.id} className="finding-group">
          <GroupHeader
            group={group}
            tabIndex={tabIndexOf(group.id)}
            onToggle={() => dispatch({ type: 'groupToggled', group: group.id, isOpen: !group.isOpen })}
          />
          {group.isOpen && (
            <ul>
              {group.items.map((item) => {
                const isOpen = state.openFinding === item.key;
                const repair = selectRepair(state, item.key);
                return (
                  <FindingRow
                    key={item.key}
                    item={item}
                    rule={selectRule(state, item.finding.ruleId)}
                    isOpen={isOpen}
                    tabIndex={tabIndexOf(item.key)}
                    repair={repair}
                    canWrite={state.capabilities.write}
                    onPick={() => pick(item, isOpen)}
                    onSelect={state.capabilities.select ? (place) => void effects.select(place) : null}
                    onFix={() => void effects.fix(item)}
                    onUndo={() => repair && void effects.act({ kind: 'undo', entry: repair.entry })}
                    onAccept={(reason) => void effects.accept(item, reason)}
                  />
                );
              })}
            </ul>
          )}
          {group.hiddenCount > 0 && (
            <button
              // A new button for each page: the keyboard goes to the row that takes the place of the old one.
              key={group.hiddenCount}
              type="button"
              className="text-button show-more"
              data-row={moreRow(group)}
              tabIndex={tabIndexOf(moreRow(group))}
              onClick={() => dispatch({ type: 'moreShown', group: group.id })}
            >
              {STRINGS.showMore(group.hiddenCount)}
            </button>
          )}
        </section>
      ))}
    </div>
  );
}

function hasFindings({ isOpen, counts }: FindingGroup): boolean {
  return isOpen || counts.error + counts.warning + counts.info > 0;
}

function moreRow({ id }: FindingGroup): string {
  return `more|${id}`;
}
