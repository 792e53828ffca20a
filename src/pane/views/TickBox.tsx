import * as React from 'react';

interface TickBoxProps {
  /** Shown beside the box; `ariaLabel` where nothing is. */
  readonly label?: string;
  readonly ariaLabel?: string;
  /** `mixed`: some of those it stands for. */
  readonly state: 'on' | 'off' | 'mixed';
  readonly isDisabled: boolean;
  readonly tabIndex?: 0 | -1;
  readonly onChange: () => void;
}

/** The browser's own box: Fabric's says "mixed" in a way that screen readers do not follow. */
export function TickBox({ label, ariaLabel, state, isDisabled, tabIndex, onChange }: TickBoxProps): React.ReactElement {
  const box = React.useRef<HTMLInputElement>(null);
  React.useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'mixed';
  }, [state]);
  return (
    <label className="tick-box">
      <input
        ref={box}
        type="checkbox"
        aria-label={ariaLabel}
        checked={state === 'on'}
        disabled={isDisabled}
        tabIndex={tabIndex}
        onChange={onChange}
      />
      {label !== undefined && <span>{label}</span>}
    </label>
  );
}

/** The state of a box that stands for several. */
export function tickState(ticked: number, count: number): TickBoxProps['state'] {
  if (ticked === 0) return 'off';
  return ticked === count ? 'on' : 'mixed';
}
