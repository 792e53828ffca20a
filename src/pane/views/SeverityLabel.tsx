import * as React from 'react';
import type { Severity } from '../../core/review/finding';
import { SEVERITY_NAMES } from '../strings';
import { ErrorIcon, InfoIcon, WarningIcon } from './icons';

const ICONS: Readonly<Record<Severity, () => React.ReactElement>> = {
  error: ErrorIcon,
  warning: WarningIcon,
  info: InfoIcon,
};

interface SeverityLabelProps {
  readonly severity: Severity;
  /** Shown instead of the name alone, e.g. "错误 12". */
  readonly children?: React.ReactNode;
}

/** A severity in shape, colour and words. */
export function SeverityLabel({ severity, children }: SeverityLabelProps): React.ReactElement {
  const SeverityIcon = ICONS[severity];
  return (
    <span className={`severity severity-${severity}`}>
      <SeverityIcon />
      <span className="severity-name">{children || SEVERITY_NAMES[severity]}</span>
    </span>
  );
}
