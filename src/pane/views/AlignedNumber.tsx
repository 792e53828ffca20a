import * as React from 'react';

interface AlignedNumberProps {
  /** As printed: "1,190", "-0.57", "±2.5". */
  readonly number: string;
  /** Decimals of the longest fraction in the column. */
  readonly decimals: number;
}

/** A number of a right-aligned column: short fractions leave room, so that the decimal points stand below one another. */
export function AlignedNumber({ number, decimals }: AlignedNumberProps): React.ReactElement {
  const own = decimalsOf(number);
  const missing = decimals - own;
  return (
    <span className="aligned-number">
      {/* A minus sign is as wide as a digit, the hyphen is not. */}
      {number.replace(/-/g, '−')}
      {missing > 0 && (
        <span className="number-room" aria-hidden="true">
          {(own === 0 ? '.' : '') + new Array(missing + 1).join('0')}
        </span>
      )}
    </span>
  );
}

/** "0.25" has two decimals, "1,190" none. */
export function decimalsOf(number: string): number {
  const fraction = /\.(\d+)/.exec(number);
  return fraction === null ? 0 : fraction[1].length;
}
