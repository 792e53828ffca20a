import * as React from 'react';
import { selectNotChecked } from '../state/not-checked';
import { STRINGS } from '../strings';
import { AcceptedView } from './AcceptedView';
import { NotCheckedView } from './NotCheckedView';
import type { PaneViewProps } from './PaneView';

export function NoFormsView(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  return (
    <div className="scrolling">
      <section className="message-screen">
        <h2>{STRINGS.noFormsHeading}</h2>
        <p className="lead">{STRINGS.noFormsLead}</p>
        <ul className="looked-for">
          {STRINGS.formsLookedFor.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{STRINGS.noFormsAdvice}</p>
      </section>
      <AcceptedView {...props} />
      <NotCheckedView section={selectNotChecked(state)} onShow={effects.selectRange} />
    </div>
  );
}
