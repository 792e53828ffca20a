import * as React from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import {
  CODING_STATES,
  filterItems,
  selectCodingItems,
  selectFilling,
  stateCounts,
  type FillingPreview,
} from '../../state/codes/codes-selectors';
import type { CodesAction } from '../../state/codes/codes-actions';
import type { CodesState } from '../../state/codes/codes-state';
import { CODE_STRINGS, CODING_STATE_NAMES } from '../../code-strings';
import { STRINGS } from '../../strings';
import type { PaneViewProps } from '../PaneView';
import { Question } from '../Question';
import { TickBox, tickState } from '../TickBox';
import { StateLabel } from './StateLabel';

/** How many rows are in which state, what of them is written, and the buttons that write. */
export function CodingTools({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const { codes, capabilities } = state;
  const stripButton = React.useRef<HTMLButtonElement>(null);
  const tell = (action: CodesAction): void => dispatch({ type: 'codes', action });
  const counts = stateCounts(codes.plan);
  const shown = filterItems(selectCodingItems(codes), codes).filter(({ entry }) => entry !== null);
  const { rowCount, levelCellCount, hiddenCount } = useFilling(codes);
  const isWriting = codes.activity.kind === 'writing';
  const canWrite = capabilities.write;
  const isAllTicked = rowCount === shown.length;
  return (
    <section className="coding-tools" aria-label={CODE_STRINGS.heading}>
      <div className="state-filter" role="group" aria-label={CODE_STRINGS.filterLabel}>
        {CODING_STATES.filter((one) => counts[one] > 0).map((one) => (
          <button
            key={one}
            type="button"
            className="state-toggle"
            aria-pressed={codes.filter.indexOf(one) >= 0}
            onClick={() => tell({ type: 'stateToggled', state: one })}
          >
            <StateLabel look={one}>{CODE_STRINGS.stateCount(CODING_STATE_NAMES[one], counts[one])}</StateLabel>
          </button>
        ))}
      </div>
      <div className="coding-commands">
        {shown.length > 0 && (
          <TickBox
            label={CODE_STRINGS.tickAll(shown.length)}
            state={tickState(rowCount, shown.length)}
            isDisabled={!canWrite}
            onChange={() => tell({ type: 'rowsTicked', keys: shown.map(({ row }) => row.key), isTicked: !isAllTicked })}
          />
        )}
        <div className="coding-commands-end">
          {counts.coded > 0 && canWrite && (
            <button
              ref={stripButton}
              type="button"
              className="text-button"
              aria-expanded={codes.isStripAsked}
              onClick={() => tell({ type: 'stripAsked', isAsked: !codes.isStripAsked })}
            >
              {CODE_STRINGS.strip}
            </button>
          )}
          <PrimaryButton
            text={isWriting ? CODE_STRINGS.filling : CODE_STRINGS.fill(rowCount)}
            disabled={!canWrite || rowCount === 0 || isWriting}
            allowDisabledFocus
            onClick={() => void effects.fillCodes()}
          />
        </div>
      </div>
      {!canWrite && <p className="quiet">{STRINGS.writingUnavailable}</p>}
      {canWrite && levelCellCount > 0 && <p className="quiet">{CODE_STRINGS.levelsToo(levelCellCount)}</p>}
      {hiddenCount > 0 && <p className="quiet">{CODE_STRINGS.hiddenToo(hiddenCount)}</p>}
      {codes.isStripAsked && (
        <Question
          text={CODE_STRINGS.stripQuestion(counts.coded)}
          confirm={CODE_STRINGS.stripConfirm}
          isReversible
          onConfirm={() => void effects.stripCodes()}
          onCancel={() => {
            tell({ type: 'stripAsked', isAsked: false });
            if (stripButton.current !== null) stripButton.current.focus();
          }}
        />
      )}
    </section>
  );
}

/** Ticks of thousands of rows are counted when they change only. */
function useFilling(codes: CodesState): FillingPreview {
  const { plan, decisions, filter } = codes;
  return React.useMemo(() => selectFilling({ plan, decisions, filter }), [plan, decisions, filter]);
}
