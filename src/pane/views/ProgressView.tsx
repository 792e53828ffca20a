import * as React from 'react';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import type { ReviewProgress } from '../../core/review/run-review';
import { STRINGS } from '../strings';

interface ProgressViewProps {
  /** What is done before there is any progress to tell of; reading the workbook when left out. */
  readonly label?: string;
  /** What is done with the form of this caption; checking when left out. */
  readonly describe?: (caption: string) => string;
  /** Null while the workbook is read. */
  readonly progress: ReviewProgress | null;
  /** Reading has had no answer for long. */
  readonly isStalled: boolean;
}

export function ProgressView({
  label = STRINGS.readingWorkbook,
  describe = STRINGS.checkingForm,
  progress,
  isStalled,
}: ProgressViewProps): React.ReactElement {
  return (
    <section className="progress-screen">
      {progress === null ? (
        <ProgressIndicator label={label} ariaValueText={label} />
      ) : (
        <ProgressIndicator
          label={describe(progress.caption)}
          description={STRINGS.progressOf(progress.done, progress.total)}
          ariaValueText={STRINGS.progressOf(progress.done, progress.total)}
          percentComplete={progress.total === 0 ? 0 : progress.done / progress.total}
        />
      )}
      {isStalled && <p className="stalled">{STRINGS.noAnswerYet}</p>}
    </section>
  );
}
