import * as React from 'react';
import type { PlannedRepair } from '../../../core/normalizing/normalization-plan';
import { describeEdit, describeRow, type RepairedRow } from '../../state/normalizing/repair-texts';
import { NORMALIZING_STRINGS } from '../../normalizing-strings';
import { STRINGS } from '../../strings';
import { ChangedText } from '../ChangedText';
import { TickBox } from '../TickBox';

interface RepairRowProps {
  readonly repair: PlannedRepair;
  readonly isTicked: boolean;
  readonly canWrite: boolean;
  readonly tabIndex: 0 | -1;
  readonly onTick: () => void;
  readonly onSelect: () => void;
}

/** One repair: where, and what becomes of what stands there. */
export function RepairRow(props: RepairRowProps): React.ReactElement {
  const { repair, isTicked, canWrite, tabIndex, onTick, onSelect } = props;
  const { key, sheet, cell, project } = repair;
  const place = STRINGS.cellOfSheet(sheet, cell);
  return (
    <li className="repair">
      <TickBox
        ariaLabel={NORMALIZING_STRINGS.tickRepair(place)}
        state={isTicked ? 'on' : 'off'}
        isDisabled={!canWrite}
        tabIndex={tabIndex}
        onChange={onTick}
      />
      <div className="repair-body">
        <button type="button" data-row={key} tabIndex={tabIndex} className="coding-button" onClick={onSelect}>
          <span className="coding-head">
            <span className="finding-cell">{cell}</span>
            <span className="finding-subject">{project === '' ? sheet : project}</span>
          </span>
        </button>
        <Changes repair={repair} />
      </div>
    </li>
  );
}

/** What it writes; ticking leaves that as it is. */
const Changes = React.memo(({ repair }: { readonly repair: PlannedRepair }) => {
  const { edits, row } = repair;
  return (
    <>
      {edits.map((edit) => {
        const { cell, before, after, remark } = describeEdit(edit);
        return (
          <p key={cell} className="repair-change">
            {(edits.length > 1 || row !== null) && <span className="quiet">{cell} </span>}
            {before === after ? after : <ChangedText before={before} after={after} />}
            {remark !== '' && <span className="quiet">{remark}</span>}
          </p>
        );
      })}
      {row !== null && <RowOf row={describeRow(row)} />}
    </>
  );
});
Changes.displayName = 'Changes';

function RowOf({ row: { kind, words, text } }: { readonly row: RepairedRow }): React.ReactElement {
  return (
    <p className="repair-change changed-text">
      {words}
      {kind === 'insert' ? <ins>{text}</ins> : <del>{text}</del>}
    </p>
  );
}
