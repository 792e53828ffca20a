import * as React from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import type { NormalizingAction } from '../../state/normalizing/normalizing-reducer';
import { selectListed, selectRepairs, selectWriting } from '../../state/normalizing/normalizing-selectors';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';
import { STRINGS } from '../../strings';
import type { PaneViewProps } from '../PaneView';
import { TickBox, tickState } from '../TickBox';

/** A list that is seen as a whole needs no search. */
const SEARCHED_FROM = 12;

/** What of the list is written, and the button that writes it. */
export function RepairTools({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const { normalizing, capabilities } = state;
  const tell = (action: NormalizingAction): void => dispatch({ type: 'normalizing', action });
  const listed = selectListed(state);
  const { keys, hiddenCount } = selectWriting(state);
  const isWriting = normalizing.activity.kind === 'writing';
  const canWrite = capabilities.write;
  return (
    <section className="repair-tools" aria-label={NORMALIZING_STRINGS.heading}>
      {(selectRepairs(state).length >= SEARCHED_FROM || normalizing.text !== '') && (
        <SearchBox
          className="repair-search"
          ariaLabel={NORMALIZING_STRINGS.searchLabel}
          placeholder={STRINGS.searchPlaceholder}
          value={normalizing.text}
          disableAnimation
          onChange={(_event, text) => tell({ type: 'textSearched', text: text || '' })}
        />
      )}
      <div className="repair-commands">
        <TickBox
          label={NORMALIZING_STRINGS.tickAll(listed.length)}
          state={tickState(keys.length, listed.length)}
          isDisabled={!canWrite || listed.length === 0}
          onChange={() =>
            tell({
              type: 'repairsTicked',
              keys: listed.map(({ key }) => key),
              isTicked: keys.length < listed.length,
            })
          }
        />
        <PrimaryButton
          text={isWriting ? NORMALIZING_STRINGS.applying : NORMALIZING_STRINGS.apply(keys.length)}
          disabled={!canWrite || keys.length === 0 || isWriting}
          allowDisabledFocus
          onClick={() => void effects.normalize()}
        />
      </div>
      {!canWrite && <p className="quiet">{STRINGS.writingUnavailable}</p>}
      {hiddenCount > 0 && <p className="quiet">{NORMALIZING_STRINGS.hiddenToo(hiddenCount)}</p>}
    </section>
  );
}
