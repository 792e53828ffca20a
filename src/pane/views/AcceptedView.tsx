import * as React from 'react';
import { selectAccepted, selectIdleAcceptances } from '../state/accepted-findings';
import { STRINGS } from '../strings';
import { ChevronDownIcon } from './icons';
import type { PaneViewProps } from './PaneView';
import { SeverityLabel } from './SeverityLabel';

/** Findings that were accepted, closed at first: with the reason, the day, and a way to take it back. */
export function AcceptedView({ state, dispatch, effects }: PaneViewProps): React.ReactElement | null {
  const accepted = selectAccepted(state);
  const idle = selectIdleAcceptances(state);
  if (accepted.length === 0) return null;
  const isOpen = Boolean(state.groupsOpened[ACCEPTED]);
  return (
    <section className="accepted">
      <h3 className="group-header">
        <button
          type="button"
          aria-expanded={isOpen}
          className="group-button"
          onClick={() => dispatch({ type: 'groupToggled', group: ACCEPTED, isOpen: !isOpen })}
        >
          <span className={isOpen ? 'chevron chevron-open' : 'chevron'}>
            <ChevronDownIcon />
          </span>
          <span className="group-title">{STRINGS.acceptedCount(accepted.length)}</span>
        </button>
      </h3>
      {isOpen && (
        <ul aria-label={STRINGS.acceptedList}>
          {accepted.map(({ item: { key, finding }, acceptance }) => (
            <li key={key} className="accepted-finding">
              <p className="accepted-head">
                <SeverityLabel severity={finding.severity} />
                <button type="button" className="text-button" onClick={() => void effects.select(finding)}>
                  {STRINGS.cellOfSheet(finding.sheet, finding.cell)}
                </button>
                {state.capabilities.write && (
                  <button
                    type="button"
                    className="text-button accepted-withdraw"
                    aria-label={STRINGS.withdrawNamed(finding.sheet, finding.cell)}
                    onClick={() => void effects.withdraw([acceptance])}
                  >
                    {STRINGS.withdraw}
                  </button>
                )}
              </p>
              <p className="finding-message">{finding.message}</p>
              <p className="quiet">{STRINGS.acceptedBecause(acceptance.reason, acceptance.date)}</p>
            </li>
          ))}
          {idle.length > 0 && (
            <li className="accepted-finding quiet">
              {STRINGS.idleAcceptances(idle.length)}
              {state.capabilities.write && (
                <button type="button" className="text-button" onClick={() => void effects.withdraw(idle)}>
                  {STRINGS.clearIdle}
                </button>
              )}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

const ACCEPTED = '已接受';
