import * as React from 'react';
import { selectAccepted } from '../state/accepted-findings';
import { headingOf } from '../state/form-heading';
import { selectNotChecked } from '../state/not-checked';
import { STRINGS } from '../strings';
import { PassedIcon } from './icons';
import { AcceptedView } from './AcceptedView';
import { NotCheckedView } from './NotCheckedView';
import type { PaneViewProps } from './PaneView';

export function CleanView(props: PaneViewProps): React.ReactElement | null {
  const { state, effects } = props;
  if (state.result === null) return null;
  const accepted = selectAccepted(state).length;
  const { review } = state.result;
  const { forms, ruleCount } = review;
  return (
    <div className="scrolling">
      <section className="message-screen clean">
        <PassedIcon size={40} />
        <h2>{accepted > 0 ? STRINGS.allAcceptedHeading : STRINGS.cleanHeading}</h2>
        <p className="lead">{STRINGS.scopeWithProfile(forms.length, ruleCount, review.profile.name)}</p>
        {review.notChecked.length > 0 && <p>{STRINGS.someUnchecked}</p>}
      </section>
      <section className="checked-forms">
        <h2>{STRINGS.checkedForms}</h2>
        <ul>
          {forms.map((form) => {
            const { caption, sheet } = headingOf(form);
            return (
              <li key={form.id}>
                <span className="group-caption">{caption}</span>
                {sheet !== '' && <span className="group-sheet">{STRINGS.sheetOf(sheet)}</span>}
              </li>
            );
          })}
        </ul>
      </section>
      <AcceptedView {...props} />
      <NotCheckedView section={selectNotChecked(state)} onShow={effects.selectRange} />
    </div>
  );
}
