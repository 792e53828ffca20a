import * as React from 'react';
import { selectLeft, selectRepairs } from '../../state/normalizing/normalizing-selectors';
import { NORMALIZING_STRINGS, TEMPLATE_STRINGS } from '../../normalizing-strings';
import { STRINGS } from '../../strings';
import { FailureView } from '../FailureView';
import { PassedIcon } from '../icons';
import type { PaneViewProps } from '../PaneView';
import { ProgressView } from '../ProgressView';
import { freshnessOf, OutdatedNote } from '../ReadingNotes';
import { LeftList } from './LeftList';
import { RepairList } from './RepairList';
import { RepairTools } from './RepairTools';
import { TemplatesView } from '../templates/TemplatesView';

/** Bringing the workbook into the writing of its template, or into another template. */
export function NormalizingView(props: PaneViewProps): React.ReactElement {
  return props.state.normalizing.page === 'repairs' ? <RepairsPage {...props} /> : <TemplatesView {...props} />;
}

function RepairsPage(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { plan, activity } = state.normalizing;
  return (
    <div className="repairs">
      <h2 className="visually-hidden">{NORMALIZING_STRINGS.heading}</h2>
      {activity.kind === 'failed' && (
        <FailureView
          failure={activity.failure}
          heading={NORMALIZING_STRINGS.failedHeading}
          onRetry={() => void effects.planRepairs()}
        />
      )}
      {plan === null ? <Unread {...props} /> : <Planned {...props} />}
    </div>
  );
}

/** Nothing is known of the workbook yet. */
function Unread({ state, effects }: PaneViewProps): React.ReactElement | null {
  const { activity } = state.normalizing;
  if (activity.kind === 'reading') {
    return (
      <>
        <ProgressView
          label={NORMALIZING_STRINGS.planning}
          describe={NORMALIZING_STRINGS.checkingForm}
          progress={activity.progress}
          isStalled={activity.isStalled}
        />
        <p className="progress-cancel">
          <button type="button" className="text-button" onClick={effects.cancelPlanning}>
            {STRINGS.cancel}
          </button>
        </p>
      </>
    );
  }
  if (activity.kind === 'failed') return null;
  return (
    <p className="nothing">
      {NORMALIZING_STRINGS.notRead}
      <button type="button" className="text-button" onClick={() => void effects.planRepairs()}>
        {NORMALIZING_STRINGS.readNow}
      </button>
    </p>
  );
}

function Planned(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { normalizing } = state;
  const repairs = selectRepairs(state).length;
  const left = selectLeft(state).length;
  return (
    <>
      <div className="normalizing-line">
        <p className="normalizing-counts">
          {NORMALIZING_STRINGS.counts(repairs)}
          <span className="quiet">{freshnessOf(normalizing, state) || NORMALIZING_STRINGS.leftCount(left)}</span>
        </p>
        <button type="button" className="text-button" onClick={() => void effects.choosePage('templates')}>
          {TEMPLATE_STRINGS.open}
        </button>
      </div>
      <OutdatedNote state={state} reading={normalizing} onRead={() => void effects.planRepairs()} />
      {repairs > 0 && <RepairTools {...props} />}
      <div className="repairs-list">
        {repairs > 0 ? <RepairList {...props} /> : <Nothing isAnyLeft={left > 0} />}
        <LeftList {...props} />
      </div>
    </>
  );
}

function Nothing({ isAnyLeft }: { readonly isAnyLeft: boolean }): React.ReactElement {
  if (isAnyLeft) return <p className="nothing">{NORMALIZING_STRINGS.nothingButLeft}</p>;
  return (
    <div className="nothing nothing-to-repair">
      <PassedIcon size={32} />
      <p>{NORMALIZING_STRINGS.nothing}</p>
    </div>
  );
}
