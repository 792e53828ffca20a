import * as React from 'react';
import type { Finding } from '../../core/review/finding';
import type { RuleDescription } from '../../session';
import type { FindingItem, Place } from '../state/checked-workbook';
import { STRINGS } from '../strings';
import { FindingDetails, type FindingRepair } from './FindingDetails';
import { PassedIcon } from './icons';
import { useShownWhole } from './use-shown-whole';
import { SeverityLabel } from './SeverityLabel';

interface FindingRowProps {
  readonly item: FindingItem;
  readonly rule: RuleDescription | undefined;
  readonly isOpen: boolean;
  readonly repair: FindingRepair;
  readonly canWrite: boolean;
  readonly tabIndex: number;
  readonly onPick: () => void;
  /** Shows a cell; null where the workbook cannot. */
  readonly onSelect: ((place: Place) => void) | null;
  readonly onFix: () => void;
  readonly onUndo: () => void;
  readonly onAccept: (reason: string) => void;
}

export function FindingRow(props: FindingRowProps): React.ReactElement {
  const { item, rule, isOpen, repair, canWrite, tabIndex, onPick, onSelect, onFix, onUndo, onAccept } = props;
  const { finding, key } = item;
  const { subject, project } = finding;
  const place = useShownWhole<HTMLLIElement>(isOpen);
  return (
    <li ref={place} className={isOpen ? `finding finding-open finding-${finding.severity}` : 'finding'}>
      <button
        type="button"
        data-row={key}
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        className="finding-button"
        onClick={onPick}
      >
        <span className="finding-head">
          <SeverityLabel severity={finding.severity} />
          <span className="finding-cell">{finding.cell}</span>
          {subject !== '' && <span className="finding-subject">{subject}</span>}
          {repair !== null && (
            <span className="finding-repaired">
              <PassedIcon />
              {STRINGS.repaired}
            </span>
          )}
        </span>
        {project !== '' && <span className="finding-project">{project}</span>}
        <span className="finding-message">{finding.message}</span>
        {!isQuoted(finding) && (
          <span className="finding-quote">{finding.quote === '' ? STRINGS.blankQuote : `“${finding.quote}”`}</span>
        )}
      </button>
      {isOpen && (
        <FindingDetails
          item={item}
          rule={rule}
          repair={repair}
          canWrite={canWrite}
          onSelect={onSelect}
          onFix={onFix}
          onUndo={onUndo}
          onAccept={onAccept}
        />
      )}
    </li>
  );
}

/** So much of the beginning of a long text is enough to know it by. */
const KNOWN_BY = 12;

/** Most messages name the text at fault, the longer ones its beginning; it need not be said twice. */
function isQuoted({ message, quote }: Finding): boolean {
  return quote !== '' && message.indexOf(quote.slice(0, KNOWN_BY)) >= 0;
}
