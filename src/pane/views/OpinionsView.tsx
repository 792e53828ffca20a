import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { selectAccepted, selectOpenItems } from '../state/accepted-findings';
import { selectNotChecked } from '../state/not-checked';
import { selectOpinions } from '../state/opinions';
import { STRINGS } from '../strings';
import type { PaneViewProps } from './PaneView';
import { useCopy } from './use-copy';

/** The findings as a letter to whoever filed the workbook, for copying. */
export function OpinionsView({ state }: PaneViewProps): React.ReactElement {
  const text = selectOpinions(state);
  const { source, outcome, copy } = useCopy(text);
  const { unread, undecided } = selectNotChecked(state);
  return (
    <div className="opinions">
      <h2 className="visually-hidden">{STRINGS.opinionsHeading}</h2>
      <div className="opinions-head">
        <p>{STRINGS.opinionsCount(selectOpenItems(state).length, selectAccepted(state).length)}</p>
        <DefaultButton text={outcome === 'copied' ? STRINGS.copied : STRINGS.copyOpinions} onClick={copy} />
      </div>
      {state.isOutdated && <p className="quiet">{STRINGS.opinionsOutdated}</p>}
      {unread.length + undecided.length > 0 && <p className="quiet">{STRINGS.opinionsIncomplete}</p>}
      {outcome === 'refused' && <p className="quiet">{STRINGS.copyRefused}</p>}
      <textarea ref={source} className="opinions-text" aria-label={STRINGS.opinionsHeading} readOnly value={text} />
    </div>
  );
}
