import * as React from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { selectRepairable, selectRepairGroups, selectTicked } from '../state/repairs';
import { STRINGS } from '../strings';
import type { PaneViewProps } from './PaneView';
import { RepairGroupView } from './RepairGroupView';
import { TickBox, tickState } from './TickBox';

/** Everything that can be repaired without asking anybody, as it will be, written at one go. */
export function RepairsView({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const repairable = selectRepairable(state);
  const ticked = selectTicked(state);
  const { write } = state.capabilities;
  const tick = (keys: readonly string[], isTicked: boolean): void =>
    dispatch({ type: 'repairsTicked', keys, isTicked });
  if (repairable.length === 0) {
    return (
      <div className="scrolling">
        <h2 className="visually-hidden">{STRINGS.repairsHeading}</h2>
        <p className="nothing">{STRINGS.nothingToRepair}</p>
      </div>
    );
  }
  return (
    <div className="repairs">
      <h2 className="visually-hidden">{STRINGS.repairsHeading}</h2>
      <div className="repairs-head">
        <TickBox
          label={STRINGS.tickAll(repairable.length)}
          state={tickState(ticked.length, repairable.length)}
          isDisabled={!write}
          onChange={() =>
            tick(
              repairable.map(({ key }) => key),
              ticked.length < repairable.length,
            )
          }
        />
        <PrimaryButton
          text={STRINGS.repairTicked(ticked.length)}
          disabled={!write || ticked.length === 0}
          allowDisabledFocus
          onClick={() => void effects.fixAll(ticked)}
        />
      </div>
      {!write && <p className="repairs-note quiet">{STRINGS.writingUnavailable}</p>}
      <div className="repairs-list">
        {selectRepairGroups(state).map((group) => (
          <RepairGroupView
            key={group.id}
            group={group}
            canWrite={write}
            onTick={tick}
            onToggle={() => dispatch({ type: 'groupToggled', group: group.id, isOpen: !group.isOpen })}
            onMore={() => dispatch({ type: 'moreShown', group: group.id })}
            onSelect={(place) => void effects.select(place)}
          />
        ))}
      </div>
    </div>
  );
}
