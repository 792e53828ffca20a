import * as React from 'react';
import type { NormalizingAction } from '../../state/normalizing/normalizing-reducer';
import {
  GROUPS_ON_PAGE,
  REPAIR_GROUPS,
  selectRepairGroups,
  type RepairGroup,
} from '../../state/normalizing/normalizing-selectors';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';
import { ChevronDownIcon } from '../icons';
import type { PaneViewProps } from '../PaneView';
import { TickBox, tickState } from '../TickBox';
import { useRowNavigation, type RowNavigation } from '../use-row-navigation';
import { RepairRow } from './RepairRow';

/** Repairs by what they do; one tab stop, the arrow keys lead from row to row. */
export function RepairList(props: PaneViewProps): React.ReactElement {
  const { state, dispatch } = props;
  const { groups, hiddenCount } = selectRepairGroups(state);
  const rows: string[] = [];
  for (const group of groups) {
    rows.push(group.id);
    for (const { key } of group.repairs) rows.push(key);
    if (group.hiddenCount > 0) rows.push(moreRow(group.id));
  }
  if (hiddenCount > 0) rows.push(moreRow(REPAIR_GROUPS));
  const { listRef, tabIndexOf, onKeyDown, onFocus, onBlur } = useRowNavigation(rows, () => undefined);
  return (
    <div
      ref={listRef}
      role="group"
      aria-label={NORMALIZING_STRINGS.listLabel}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {groups.length === 0 && <p className="nothing">{NORMALIZING_STRINGS.nothingMatches}</p>}
      {groups.map((group) => (
        <GroupView key={group.id} {...props} group={group} tabIndexOf={tabIndexOf} />
      ))}
      {hiddenCount > 0 && (
        <button
          key={hiddenCount}
          type="button"
          className="text-button show-more"
          data-row={moreRow(REPAIR_GROUPS)}
          tabIndex={tabIndexOf(moreRow(REPAIR_GROUPS))}
          onClick={() => dispatch({ type: 'moreShown', group: REPAIR_GROUPS, pageSize: GROUPS_ON_PAGE })}
        >
          {NORMALIZING_STRINGS.showMoreGroups(hiddenCount)}
        </button>
      )}
    </div>
  );
}

interface GroupViewProps extends PaneViewProps {
  readonly group: RepairGroup;
  readonly tabIndexOf: RowNavigation['tabIndexOf'];
}

function GroupView({ state, dispatch, effects, group, tabIndexOf }: GroupViewProps): React.ReactElement {
  const { id, label, keys, tickedCount, isOpen, repairs, hiddenCount } = group;
  const { write, select } = state.capabilities;
  const tell = (action: NormalizingAction): void => dispatch({ type: 'normalizing', action });
  return (
    <section className="repair-group">
      <h3 className="group-header repair-group-header">
        <TickBox
          ariaLabel={NORMALIZING_STRINGS.tickGroup(label)}
          state={tickState(tickedCount, keys.length)}
          isDisabled={!write}
          tabIndex={tabIndexOf(id)}
          onChange={() => tell({ type: 'repairsTicked', keys, isTicked: tickedCount < keys.length })}
        />
        <button
          type="button"
          data-row={id}
          data-group=""
          aria-expanded={isOpen}
          tabIndex={tabIndexOf(id)}
          className="group-button"
          onClick={() => dispatch({ type: 'groupToggled', group: id, isOpen: !isOpen })}
        >
          <span className="group-title">{label}</span>
          <span className="group-unchecked">{NORMALIZING_STRINGS.tickedOf(tickedCount, keys.length)}</span>
          <span className={isOpen ? 'chevron chevron-open chevron-end' : 'chevron chevron-end'}>
            <ChevronDownIcon />
          </span>
        </button>
      </h3>
      {isOpen && (
        <ul>
          {repairs.map((repair) => {
            const isTicked = !state.normalizing.unticked.has(repair.key);
            return (
              <RepairRow
                key={repair.key}
                repair={repair}
                isTicked={isTicked}
                canWrite={write}
                tabIndex={tabIndexOf(repair.key)}
                onTick={() => tell({ type: 'repairsTicked', keys: [repair.key], isTicked: !isTicked })}
                onSelect={() => select && void effects.select(repair)}
              />
            );
          })}
        </ul>
      )}
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
          {NORMALIZING_STRINGS.showMore(hiddenCount)}
        </button>
      )}
    </section>
  );
}

function moreRow(id: string): string {
  return `more|${id}`;
}
