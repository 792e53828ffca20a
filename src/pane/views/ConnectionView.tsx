import * as React from 'react';
import { STRINGS } from '../strings';
import { SheetPicture } from './icons';

export function ConnectingView(): React.ReactElement {
  return (
    <main className="message-screen" aria-busy="true">
      <p className="quiet">{STRINGS.connecting}</p>
    </main>
  );
}

/** The page was opened by itself, without a workbook around it. */
export function OutsideHostView(): React.ReactElement {
  return (
    <main className="message-screen">
      <SheetPicture />
      <h1>{STRINGS.outsideHostHeading}</h1>
      <p className="lead">{STRINGS.outsideHost}</p>
      <p>{STRINGS.outsideHostAdvice}</p>
    </main>
  );
}
