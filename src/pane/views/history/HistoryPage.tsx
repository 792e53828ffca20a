import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { HistoryEntry } from '../../../session/history/operation-history';
import { timeWords } from '../../state/history/time-words';
import { HISTORY_STRINGS } from '../../normalizing-strings';
import { STRINGS } from '../../strings';
import { BackBar } from '../BackBar';
import { WarningIcon } from '../icons';
import type { PaneViewProps } from '../PaneView';
import { Question } from '../Question';
import { useFocusOnLast } from '../use-focus-on-last';

/** What was done in this workbook, on whatever day: taken back from the latest on, done again, or forgotten. */
export function HistoryPage({ state, effects }: PaneViewProps): React.ReactElement {
  const { history, isTakingBack, capabilities } = state;
  const [undoable, redoable] = history === null ? [[], []] : [history.undoable, history.redoable];
  const canWrite = capabilities.write && !isTakingBack;
  const isEmpty = undoable.length + redoable.length === 0;
  return (
    <div className="codes-page">
      <BackBar
        label={HISTORY_STRINGS.back}
        heading={HISTORY_STRINGS.heading}
        onBack={() => void effects.showHistory(false)}
      />
      <div className="history-body">
        {history !== null && history.note !== null && (
          <p className="import-problem">
            <WarningIcon />
            <span>{history.note}</span>
          </p>
        )}
        {!capabilities.write && <p className="quiet">{STRINGS.writingUnavailable}</p>}
        {isEmpty && history !== null && <p className="quiet">{HISTORY_STRINGS.nothing}</p>}
        {!isEmpty && (
          <div className="history-commands">
            <StepButton
              entry={undoable[0]}
              name={HISTORY_STRINGS.undo}
              named={HISTORY_STRINGS.undoNamed}
              isDisabled={!canWrite}
              onStep={() => void effects.undo()}
            />
            <StepButton
              entry={redoable[0]}
              name={HISTORY_STRINGS.redo}
              named={HISTORY_STRINGS.redoNamed}
              isDisabled={!canWrite}
              onStep={() => void effects.redo()}
            />
            <p className="quiet">{HISTORY_STRINGS.order}</p>
          </div>
        )}
        <Entries heading={HISTORY_STRINGS.undoableHeading} entries={undoable} />
        <Entries heading={HISTORY_STRINGS.redoableHeading} entries={redoable} />
        {!isEmpty && <Clearing canWrite={canWrite} onClear={() => void effects.clearHistory()} />}
      </div>
    </div>
  );
}

interface StepButtonProps {
  /** Undefined where there is nothing. */
  readonly entry: HistoryEntry | undefined;
  readonly name: string;
  readonly named: (label: string) => string;
  readonly isDisabled: boolean;
  readonly onStep: () => void;
}

function StepButton({ entry, name, named, isDisabled, onStep }: StepButtonProps): React.ReactElement {
  const text = entry === undefined ? name : named(entry.label);
  return (
    <DefaultButton
      className="history-step"
      text={text}
      title={text}
      disabled={entry === undefined || isDisabled}
      allowDisabledFocus
      onClick={onStep}
    />
  );
}

interface EntriesProps {
  readonly heading: string;
  readonly entries: readonly HistoryEntry[];
}

function Entries({ heading, entries }: EntriesProps): React.ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <section className="history-entries">
      <h3>{heading}</h3>
      <ol>
        {entries.map(({ id, label, at, cells, rows, sheets }) => (
          <li key={id} className="history-entry">
            <p>{label}</p>
            <p className="quiet">
              {timeWords(at)} <span className="history-effect">{HISTORY_STRINGS.effect(cells, rows, sheets)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ClearingProps {
  readonly canWrite: boolean;
  readonly onClear: () => void;
}

/** Former texts stand in the workbook as long as its history does. */
function Clearing({ canWrite, onClear }: ClearingProps): React.ReactElement {
  const [isAsked, setAsked] = React.useState(false);
  const place = React.useRef<HTMLDivElement>(null);
  useFocusOnLast(place, !isAsked);
  return (
    <section className="history-clearing">
      <p className="quiet">{HISTORY_STRINGS.kept}</p>
      {isAsked ? (
        <Question
          text={HISTORY_STRINGS.clearQuestion}
          confirm={HISTORY_STRINGS.clearConfirm}
          onConfirm={onClear}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <div ref={place} className="button-row">
          <DefaultButton text={HISTORY_STRINGS.clear} disabled={!canWrite} onClick={() => setAsked(true)} />
        </div>
      )}
    </section>
  );
}
