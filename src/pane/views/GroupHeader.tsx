import * as React from 'react';
import { SEVERITIES } from '../../core/review/finding';
import type { FindingGroup } from '../state/finding-groups';
import { totalOf } from '../state/selectors';
import { SEVERITY_NAMES, STRINGS } from '../strings';
import { ChevronDownIcon, PassedIcon } from './icons';
import { SeverityLabel } from './SeverityLabel';

interface GroupHeaderProps {
  readonly group: FindingGroup;
  readonly tabIndex: number;
  readonly onToggle: () => void;
}

/** Caption, sheet and counts of a form; a button where there is something to open. */
export function GroupHeader({ group, tabIndex, onToggle }: GroupHeaderProps): React.ReactElement {
  const { id, caption, sheet, isOutsideForms, isPartlyUnchecked, acceptedCount, isOpen, counts } = group;
  const title = (
    <span className="group-title">
      <span className="group-caption">{isOutsideForms ? STRINGS.outsideForms(caption) : caption}</span>
      {sheet !== '' && <span className="group-sheet">{STRINGS.sheetOf(sheet)}</span>}
    </span>
  );
  if (totalOf(counts) === 0) {
    return (
      <h3 className="group-header group-clean">
        {title}
        {isPartlyUnchecked || acceptedCount > 0 ? (
          <span className="group-unchecked">
            {isPartlyUnchecked ? STRINGS.partlyUnchecked : STRINGS.acceptedCount(acceptedCount)}
          </span>
        ) : (
          <span className="group-passed">
            <PassedIcon />
            <span>{STRINGS.noFindingsInForm}</span>
          </span>
        )}
      </h3>
    );
  }
  return (
    <h3 className="group-header">
      <button
        type="button"
        data-row={id}
        data-group=""
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        className="group-button"
        onClick={onToggle}
      >
        <span className={isOpen ? 'chevron chevron-open' : 'chevron'}>
          <ChevronDownIcon />
        </span>
        {title}
        <span className="group-counts">
          {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
            <SeverityLabel key={severity} severity={severity}>
              <span className="visually-hidden">{SEVERITY_NAMES[severity]} </span>
              {counts[severity]}
            </SeverityLabel>
          ))}
        </span>
      </button>
    </h3>
  );
}
