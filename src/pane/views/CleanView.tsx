import * as React from 'react';
import { headingOf } from '../state/form-heading';
import { selectNotChecked } from '../state/not-checked';
import { STRINGS } from '../strings';
import { PassedIcon } from './icons';
import { NotCheckedView } from './NotCheckedView';
import type { PaneViewProps } from './PaneView';

export function CleanView({ state, effects }: PaneViewProps): React.ReactElement | null {
  if (state.result === null) return null;
  const { review } = state.result;
  const { forms, ruleCount } = review;
  return (
    <div className="scrolling">
      <section className="message-screen clean">
        <PassedIcon size={40} />
        <h2>{STRINGS.cleanHeading}</h2>
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
      <NotCheckedView section={selectNotChecked(state)} onShow={effects.selectRange} />
    </div>
  );
}
