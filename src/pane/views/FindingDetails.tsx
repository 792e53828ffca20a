import * as React from 'react';
import { ActionButton, DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { RuleDescription } from '../../session';
import type { FindingItem, Place } from '../state/checked-workbook';
import { HISTORY_STRINGS } from '../normalizing-strings';
import { STRINGS } from '../strings';
import { AcceptForm } from './AcceptForm';
import { CalculationView } from './CalculationView';
import { useFocusOnLast } from './use-focus-on-last';

/** Null for a finding that was not repaired; else whether nothing was done after that. */
export type FindingRepair = { readonly isLatest: boolean } | null;

interface FindingDetailsProps {
  readonly item: FindingItem;
  /** Absent for a rule that this version of the program does not have. */
  readonly rule: RuleDescription | undefined;
  readonly repair: FindingRepair;
  readonly canWrite: boolean;
  /** Shows a cell; null where the workbook cannot. */
  readonly onSelect: ((place: Place) => void) | null;
  readonly onFix: () => void;
  readonly onUndo: () => void;
  readonly onAccept: (reason: string) => void;
}

/** The row shows about this much of the quoted text, on one line. */
const SHOWN_IN_ROW = 18;
const LONGEST_QUOTE = 300;

export function FindingDetails(props: FindingDetailsProps): React.ReactElement {
  const { item, rule, repair, canWrite, onSelect, onFix, onUndo, onAccept } = props;
  const { quote, expected, fix, ruleId, calculation, sheet } = item.finding;
  const [isAccepting, setAccepting] = React.useState(false);
  const buttons = React.useRef<HTMLDivElement>(null);
  useFocusOnLast(buttons, !isAccepting);
  return (
    <div className="details" data-details-of={item.key}>
      {calculation && <CalculationView calculation={calculation} sheet={sheet} onSelect={onSelect} />}
      <dl>
        {quote.length > SHOWN_IN_ROW && <Entry label={STRINGS.quoteLabel}>{shorten(quote)}</Entry>}
        {expected !== null && (
          <Entry label={STRINGS.expectedLabel}>
            <strong>{expected}</strong>
          </Entry>
        )}
        {rule && <Entry label={STRINGS.whyLabel}>{rule.why}</Entry>}
        {rule && <Entry label={STRINGS.basisLabel}>{rule.basis}</Entry>}
        {rule && (
          <Entry label={STRINGS.exampleLabel}>
            <span className="example">
              <span className="example-label">{STRINGS.wrongExample}</span>
              {rule.example.wrong}
            </span>
            <span className="example">
              <span className="example-label">{STRINGS.rightExample}</span>
              {rule.example.right}
            </span>
          </Entry>
        )}
        <Entry label={STRINGS.ruleLabel}>
          {rule && `${rule.title} `}
          <code>{ruleId}</code>
        </Entry>
      </dl>
      {!canWrite && <p className="quiet">{STRINGS.writingUnavailable}</p>}
      {canWrite && !isAccepting && (
        <div className="button-row" ref={buttons}>
          {repair !== null && repair.isLatest && <DefaultButton text={STRINGS.undo} onClick={onUndo} />}
          {repair !== null && !repair.isLatest && <p className="quiet">{HISTORY_STRINGS.laterFirst}</p>}
          {fix !== null && repair === null && <DefaultButton text={fix.label} onClick={onFix} />}
          {repair === null && <ActionButton text={STRINGS.accept} onClick={() => setAccepting(true)} />}
        </div>
      )}
      {canWrite && isAccepting && <AcceptForm onAccept={onAccept} onCancel={() => setAccepting(false)} />}
    </div>
  );
}

interface EntryProps {
  readonly label: string;
  readonly children: React.ReactNode;
}

function Entry({ label, children }: EntryProps): React.ReactElement {
  return (
    <div className="entry">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function shorten(quote: string): string {
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
}
