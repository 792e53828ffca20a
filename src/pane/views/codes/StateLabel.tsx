import * as React from 'react';
import type { CodingState } from '../../../core/coding/coding-plan';
import { CodedIcon, LeftIcon, MissingIcon, PassedIcon, QuestionIcon } from '../icons';

/** State of a row as the list shows it: `chosen` where the user chose the code. */
export type RowLook = CodingState | 'chosen';

const ICONS: Readonly<Record<RowLook, (props: { readonly size?: number }) => React.ReactElement>> = {
  certain: PassedIcon,
  chosen: PassedIcon,
  choose: QuestionIcon,
  none: MissingIcon,
  coded: CodedIcon,
  left: LeftIcon,
};

interface StateLabelProps {
  readonly look: RowLook;
  readonly children: React.ReactNode;
}

/** A state in shape, colour and words. */
export function StateLabel({ look, children }: StateLabelProps): React.ReactElement {
  const Icon = ICONS[look];
  return (
    <span className={`coding-state coding-state-${look}`}>
      <Icon />
      <span className="coding-state-name">{children}</span>
    </span>
  );
}
