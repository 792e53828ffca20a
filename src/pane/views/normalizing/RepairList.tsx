import * as React from 'react';
import type { PlannedRepair } from '../../../core/normalizing/normalization-plan';
import { GROUPS_ON_PAGE, REPAIR_GROUPS, selectRepairGroups } from '../../state/normalizing/normalizing-selectors';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';
import { GroupedRows } from '../GroupedRows';
import type { PaneViewProps } from '../PaneView';
import { RepairRow } from './RepairRow';

/** Repairs by what they do. */
export function RepairList({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const { groups, hiddenCount } = selectRepairGroups(state);
  const { write, select } = state.capabilities;
  const shown = new Map<string, PlannedRepair>();
  for (const { repairs } of groups) for (const repair of repairs) shown.set(repair.key, repair);
  const tick = (keys: readonly string[], isTicked: boolean): void =>
    dispatch({ type: 'normalizing', action: { type: 'repairsTicked', keys, isTicked } });
  return (
    <GroupedRows
      groupClassName="repair-group"
      label={NORMALIZING_STRINGS.listLabel}
      groups={groups.map(({ id, label, keys, tickedCount, isOpen, repairs, hiddenCount: hiddenRows }) => ({
        id,
        title: label,
        tickable: keys,
        tickedCount,
        tickLabel: NORMALIZING_STRINGS.tickGroup(label),
        isOpen,
        rows: repairs.map(({ key }) => key),
        hiddenCount: hiddenRows,
      }))}
      hiddenCount={hiddenCount}
      listId={REPAIR_GROUPS}
      groupsOnPage={GROUPS_ON_PAGE}
      canWrite={write}
      words={NORMALIZING_STRINGS}
      dispatch={dispatch}
      onTick={tick}
      renderRow={(key, { tabIndexOf }) => {
        const repair = shown.get(key) as PlannedRepair;
        const isTicked = !state.normalizing.unticked.has(key);
        return (
          <RepairRow
            key={key}
            repair={repair}
            isTicked={isTicked}
            canWrite={write}
            tabIndex={tabIndexOf(key)}
            onTick={() => tick([key], !isTicked)}
            onSelect={() => select && void effects.select(repair)}
          />
        );
      }}
    />
  );
}
