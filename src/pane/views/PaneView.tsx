import * as React from 'react';
import type { PaneAction } from '../state/actions';
import type { PaneEffects } from '../state/effects';
import type { PaneState } from '../state/pane-state';
import { announcementFor } from '../state/announcement';
import { hasSections, selectScreen } from '../state/selectors';
import { STRINGS } from '../strings';
import { CleanView } from './CleanView';
import { CodesView } from './codes/CodesView';
import { FailureView } from './FailureView';
import { HistoryPage } from './history/HistoryPage';
import { NoFormsView } from './NoFormsView';
import { NormalizingView } from './normalizing/NormalizingView';
import { NoticeBar } from './NoticeBar';
import { OpinionsView } from './OpinionsView';
import { PaneHeader } from './PaneHeader';
import { ProgressView } from './ProgressView';
import { ResultsView } from './ResultsView';
import { SECTION_PANEL, tabIdOf } from './SectionTabs';
import { StartView } from './StartView';
import { useKeptFocus } from './use-kept-focus';

export interface PaneViewProps {
  readonly state: PaneState;
  readonly dispatch: (action: PaneAction) => void;
  readonly effects: PaneEffects;
}

export function PaneView(props: PaneViewProps): React.ReactElement {
  const { state, dispatch, effects } = props;
  const { paneRef, onFocus, onBlur } = useKeptFocus();
  return (
    <div ref={paneRef} className="pane" onFocus={onFocus} onBlur={onBlur}>
      <PaneHeader {...props} />
      {state.notice && (
        <NoticeBar
          notice={state.notice}
          onAct={(action) => void effects.act(action)}
          onClose={() => dispatch({ type: 'noticeClosed' })}
        />
      )}
      <main className="pane-main" aria-label={STRINGS.productName}>
        {state.isHistoryOpen ? <HistoryPage {...props} /> : <SectionOrScreen {...props} />}
      </main>
      <div className="visually-hidden" role="status">
        {announcementFor(state)}
      </div>
    </div>
  );
}

const NOT_BEGUN = { progress: null, isStalled: false };

/** Once there is something to choose from, the panel of the tab that is chosen. */
function SectionOrScreen(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { activity, section, result } = state;
  // A failed repetition leaves the former results in place below its message.
  const failure =
    activity.kind === 'failed' ? <FailureView failure={activity.failure} onRetry={() => void effects.check()} /> : null;
  if (!hasSections(state)) return failure === null ? <Screen {...props} /> : failure;
  return (
    <>
      {failure}
      <div id={SECTION_PANEL} className="section-panel" role="tabpanel" aria-labelledby={tabIdOf(section)}>
        {section === 'codes' && <CodesView {...props} />}
        {section === 'repairs' && <NormalizingView {...props} />}
        {(section === 'findings' || (result === null && section === 'opinions')) && <Screen {...props} />}
        {section === 'opinions' && result !== null && <OpinionsView {...props} />}
      </div>
    </>
  );
}

function Screen(props: PaneViewProps): React.ReactElement | null {
  const { state } = props;
  switch (selectScreen(state)) {
    case 'start':
      return <StartView {...props} />;
    case 'busy':
      return <ProgressView {...(state.activity.kind === 'checking' ? state.activity : NOT_BEGUN)} />;
    case 'failed':
      return null;
    case 'no-forms':
      return <NoFormsView {...props} />;
    case 'clean':
      return <CleanView {...props} />;
    case 'findings':
      return <ResultsView {...props} />;
  }
}
