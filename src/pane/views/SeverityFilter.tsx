import * as React from 'react';
import { SEVERITIES, type Severity } from '../../core/review/finding';
import type { SeverityCounts } from '../state/selectors';
import { SEVERITY_NAMES, STRINGS } from '../strings';
import { SeverityLabel } from './SeverityLabel';

interface SeverityFilterProps {
  readonly counts: SeverityCounts;
  readonly chosen: readonly Severity[];
  readonly onToggle: (severity: Severity) => void;
}

/** The summary of the review, and at once its filter: only the pressed severities are shown, all when none is. */
export function SeverityFilter({ counts, chosen, onToggle }: SeverityFilterProps): React.ReactElement {
  return (
    <div className="severity-filter" role="group" aria-label={STRINGS.severityFilterLabel}>
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          className={`severity-toggle severity-toggle-${severity}`}
          aria-pressed={chosen.indexOf(severity) >= 0}
          onClick={() => onToggle(severity)}
        >
          <SeverityLabel severity={severity}>
            {STRINGS.countOf(SEVERITY_NAMES[severity], counts[severity])}
          </SeverityLabel>
        </button>
      ))}
    </div>
  );
}
