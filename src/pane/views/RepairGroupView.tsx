import * as React from 'react';
import type { Place } from '../state/checked-workbook';
import type { Repair, RepairGroup } from '../state/repairs';
import { STRINGS } from '../strings';
import { ChangedText } from './ChangedText';
import { ChevronDownIcon } from './icons';
import { TickBox, tickState } from './TickBox';

interface RepairGroupViewProps {
  readonly group: RepairGroup;
  readonly canWrite: boolean;
  readonly onTick: (keys: readonly string[], isTicked: boolean) => void;
  readonly onToggle: () => void;
  readonly onMore: () => void;
  readonly onSelect: (place: Place) => void;
}

export function RepairGroupView(props: RepairGroupViewProps): React.ReactElement {
  const { group, canWrite, onTick, onToggle, onMore, onSelect } = props;
  const { label, keys, tickedCount, isOpen, repairs, hiddenCount } = group;
  return (
    <section className="repair-group">
      <h3 className="group-header repair-group-header">
        <TickBox
          ariaLabel={STRINGS.tickGroup(label)}
          state={tickState(tickedCount, keys.length)}
          isDisabled={!canWrite}
          onChange={() => onTick(keys, tickedCount < keys.length)}
        />
        <button type="button" aria-expanded={isOpen} className="group-button" onClick={onToggle}>
          <span className="group-title">{label}</span>
          <span className="group-unchecked">{STRINGS.tickedOf(tickedCount, keys.length)}</span>
          <span className={isOpen ? 'chevron chevron-open chevron-end' : 'chevron chevron-end'}>
            <ChevronDownIcon />
          </span>
        </button>
      </h3>
      {isOpen && (
        <ul>
          {repairs.map((repair) => (
            <RepairRow
              key={repair.item.key}
              repair={repair}
              canWrite={canWrite}
              onTick={(isTicked) => onTick([repair.item.key], isTicked)}
              onSelect={onSelect}
            />
          ))}
        </ul>
      )}
      {hiddenCount > 0 && (
        <button type="button" className="text-button show-more" onClick={onMore}>
          {STRINGS.showMore(hiddenCount)}
        </button>
      )}
    </section>
  );
}

interface RepairRowProps {
  readonly repair: Repair;
  readonly canWrite: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly onSelect: (place: Place) => void;
}

function RepairRow({ repair, canWrite, onTick, onSelect }: RepairRowProps): React.ReactElement {
  const { item, cells, isTicked } = repair;
  const { finding } = item;
  const place = STRINGS.cellOfSheet(finding.sheet, finding.cell);
  return (
    <li className="repair">
      <TickBox
        ariaLabel={STRINGS.tickRepair(place)}
        state={isTicked ? 'on' : 'off'}
        isDisabled={!canWrite}
        onChange={() => onTick(!isTicked)}
      />
      <div className="repair-body">
        <button type="button" className="text-button" onClick={() => onSelect(finding)}>
          {place}
        </button>
        {finding.subject !== '' && <span className="finding-subject">{finding.subject}</span>}
        {cells.map((cell) => (
          <p key={cell.place} className="repair-change">
            {cells.length > 1 && <span className="quiet">{cell.place} </span>}
            {cell.isFormatOnly ? (
              <>
                {cell.after} <span className="quiet">{STRINGS.formatOnly}</span>
              </>
            ) : (
              <ChangedText before={cell.before} after={cell.after} />
            )}
          </p>
        ))}
      </div>
    </li>
  );
}
