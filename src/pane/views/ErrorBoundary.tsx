import * as React from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { STRINGS } from '../strings';
import { CopyErrorButton } from './CopyErrorButton';

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** A mistake of ours in a view: said calmly, with what a maintainer needs, instead of a blank pane. */
export class ErrorBoundary extends React.Component<{ readonly children: React.ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render(): React.ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="message-screen">
        <div role="alert">
          <h1>{STRINGS.crashHeading}</h1>
          <p className="lead">{STRINGS.crashAdvice}</p>
        </div>
        <div className="button-row">
          <PrimaryButton text={STRINGS.reload} onClick={() => window.location.reload()} />
          <CopyErrorButton text={error.stack || error.message} />
        </div>
      </main>
    );
  }
}
