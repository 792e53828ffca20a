import * as React from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { Failure } from '../state/pane-state';
import { STRINGS } from '../strings';
import { CopyErrorButton } from './CopyErrorButton';
import { ErrorIcon } from './icons';

interface FailureViewProps {
  readonly failure: Failure;
  /** What was not done; checking when left out. */
  readonly heading?: string;
  readonly onRetry: () => void;
}

export function FailureView({
  failure,
  heading = STRINGS.failedHeading,
  onRetry,
}: FailureViewProps): React.ReactElement {
  const { message, advice, technical } = failure;
  return (
    <section className="message-screen failure">
      <h2>
        <span className="severity-error">
          <ErrorIcon />
        </span>
        {heading}
      </h2>
      <p className="lead">{message}</p>
      {advice !== '' && <p>{advice}</p>}
      <div className="button-row">
        <PrimaryButton text={STRINGS.retry} onClick={onRetry} />
        {technical !== null && <CopyErrorButton text={`${message}\n${technical}`} />}
      </div>
    </section>
  );
}
