import * as React from 'react';
import type { PaneAction } from '../state/actions';
import type { PaneEffects } from '../state/effects';
import type { PaneState } from '../state/pane-state';
import { announcementFor } from '../state/announcement';
import { selectScreen } from '../state/selectors';
import { STRINGS } from '../strings';
import { CleanView } from './CleanView';
import { FailureView } from './FailureView';
import { NoFormsView } from './NoFormsView';
import { NoticeBar } from './NoticeBar';
import { PaneHeader } from './PaneHeader';
import { ProgressView } from './ProgressView';
import { ResultsView } from './ResultsView';
import { StartView } from './StartView';

export interface PaneViewProps {
  readonly state: PaneState;
  readonly dispatch: (action: PaneAction) => void;
  readonly effects: PaneEffects;
}

export function PaneView(props: PaneViewProps): React.ReactElement {
  const { state, dispatch, effects } = props;
  return (
    <div className="pane">
      <PaneHeader {...props} />
      {state.notice && (
        <NoticeBar
          notice={state.notice}
          onAct={(action) => void effects.act(action)}
          onClose={() => dispatch({ type: 'noticeClosed' })}
        />
      )}
      <main className="pane-main" aria-label={STRINGS.productName}>
        <Screen {...props} />
      </main>
      <div className="visually-hidden" role="status">
        {announcementFor(state)}
      </div>
    </div>
  );
}

const NOT_BEGUN = { progress: null, isStalled: false };

function Screen(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { activity } = state;
  const retry = (): void => void effects.check();
  // A failed repetition leaves the former results in place below its message.
  const failure = activity.kind === 'failed' ? <FailureView failure={activity.failure} onRetry={retry} /> : null;
  switch (selectScreen(state)) {
    case 'start':
      return <StartView state={state} />;
    case 'busy':
      return <ProgressView {...(activity.kind === 'checking' ? activity : NOT_BEGUN)} />;
    case 'failed':
      return <>{failure}</>;
    case 'no-forms':
      return (
        <>
          {failure}
          <NoFormsView {...props} />
        </>
      );
    case 'clean':
      return (
        <>
          {failure}
          <CleanView {...props} />
        </>
      );
    case 'findings':
      return (
        <>
          {failure}
          <ResultsView {...props} />
        </>
      );
  }
}
