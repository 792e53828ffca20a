import * as React from 'react';
import type { LeftToPerson } from '../../../core/normalizing/normalization-plan';
import { LEFT_GROUP, selectLeft } from '../../state/normalizing/normalizing-selectors';
import { PAGE_SIZE } from '../../state/pane-state';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';
import { STRINGS } from '../../strings';
import { ChevronDownIcon } from '../icons';
import type { PaneViewProps } from '../PaneView';

/** What normalising leaves to a person, folded at first: where, and why. */
export function LeftList({ state, dispatch, effects }: PaneViewProps): React.ReactElement | null {
  const left = selectLeft(state);
  if (left.length === 0) return null;
  const isOpen = Boolean(state.groupsOpened[LEFT_GROUP]);
  const shown = isOpen ? left.slice(0, state.shownInGroup[LEFT_GROUP] || PAGE_SIZE) : [];
  const part = (kind: LeftToPerson['kind'], heading: string): React.ReactElement | null => {
    const ofKind = shown.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <>
        <h4 className="left-heading">{heading}</h4>
        <ul aria-label={heading}>
          {ofKind.map((one, index) => (
            <li key={index} className="left-item">
              <button
                type="button"
                className="text-button"
                onClick={() => state.capabilities.select && void effects.select(one)}
              >
                {STRINGS.cellOfSheet(one.sheet, one.cell)}
              </button>
              {one.project !== '' && one.project !== one.sheet && (
                <span className="finding-subject">{one.project}</span>
              )}
              <p className="left-reason">{one.reason}</p>
            </li>
          ))}
        </ul>
      </>
    );
  };
  return (
    <section className="left-to-person" aria-label={NORMALIZING_STRINGS.leftListLabel}>
      <h3 className="group-header">
        <button
          type="button"
          aria-expanded={isOpen}
          className="group-button"
          onClick={() => dispatch({ type: 'groupToggled', group: LEFT_GROUP, isOpen: !isOpen })}
        >
          <span className={isOpen ? 'chevron chevron-open' : 'chevron'}>
            <ChevronDownIcon />
          </span>
          <span className="group-title">{NORMALIZING_STRINGS.leftHeading(left.length)}</span>
        </button>
      </h3>
      {part('refused', NORMALIZING_STRINGS.refusedHeading)}
      {part('judgement', NORMALIZING_STRINGS.judgementHeading)}
      {isOpen && left.length > shown.length && (
        <button
          key={shown.length}
          type="button"
          className="text-button show-more"
          onClick={() => dispatch({ type: 'moreShown', group: LEFT_GROUP })}
        >
          {NORMALIZING_STRINGS.showMore(left.length - shown.length)}
        </button>
      )}
    </section>
  );
}
