import './fabric-settings';
import './styles/base.css';
import './styles/header.css';
import './styles/screens.css';
import './styles/results.css';
import './styles/findings.css';
import './styles/calculation.css';
import './styles/repairs.css';
import './styles/sections.css';
import './styles/codes.css';
import './styles/code-combo.css';
import './styles/catalogues.css';
import './styles/templates.css';
import './styles/sizes.css';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { createIndexedStorage } from '../host/browser';
import { createReviewSession, startChecking, type ReviewRunner } from '../session';
import { connectHost } from './connect-host';
import { openCheckingWorker } from './open-checking-worker';
import { requestedView } from './requested-view';
import { createPaneEffects } from './state/effects';
import { describeFailure } from './state/failure';
import { initialState } from './state/pane-state';
import { createPaneStore } from './state/store';
import { ConnectingView, OutsideHostView } from './views/ConnectionView';
import { ErrorBoundary } from './views/ErrorBoundary';
import { FailureView } from './views/FailureView';
import { PaneApplication } from './views/PaneApplication';
import { applyTheme } from './views/theme';

async function openPane(): Promise<void> {
  show(<ConnectingView />);
  try {
    const starting = startRunner();
    const host = await connectHost();
    if (host === null) {
      show(<OutsideHostView />);
      return;
    }
    const session = createReviewSession(host, await starting, createIndexedStorage());
    const store = createPaneStore(initialState(session));
    const begin = requestedView(window.location.search);
    show(<PaneApplication store={store} effects={createPaneEffects(session, store)} begin={begin} />);
  } catch (error) {
    show(<FailureView failure={describeFailure(error)} onRetry={() => void openPane()} />);
  }
}

let started: Promise<ReviewRunner> | null = null;

/** Rules are read while the workbook is being reached: each takes a while. Once for the page, unless it fails. */
function startRunner(): Promise<ReviewRunner> {
  if (started === null) {
    started = startChecking({
      openWorker: openCheckingWorker,
      // Half of all script is rules and lists: read on this thread only where no worker does.
      loadInThread: async () => (await import('../checking/in-thread-checking')).createInThreadChecking(),
    });
    started.catch(() => (started = null));
  }
  return started;
}

function show(view: React.ReactElement): void {
  ReactDOM.render(<ErrorBoundary>{view}</ErrorBoundary>, document.getElementById('root'));
}

applyTheme();
void openPane();
