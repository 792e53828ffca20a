import * as React from 'react';
import { BackIcon } from './icons';

interface BackBarProps {
  readonly label: string;
  readonly heading: string;
  readonly onBack: () => void;
}

/** Where one is, and the way back; the keyboard begins here. */
export function BackBar({ label, heading, onBack }: BackBarProps): React.ReactElement {
  const button = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => {
    if (button.current !== null) button.current.focus();
  }, []);
  return (
    <div className="back-bar">
      <button ref={button} type="button" className="text-button back-button" onClick={onBack}>
        <BackIcon />
        {label}
      </button>
      <h2>{heading}</h2>
    </div>
  );
}
