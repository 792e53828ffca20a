import * as React from 'react';
import { formatRange, type CellRange } from '../../core/workbook/cell-address';
import type { NotCheckedSection } from '../state/not-checked';
import { STRINGS } from '../strings';

interface NotCheckedViewProps {
  readonly section: NotCheckedSection;
  readonly onShow: (sheet: string, range: CellRange) => void;
}

/** Closes every list: what the review says nothing about, and why. */
export function NotCheckedView({ section, onShow }: NotCheckedViewProps): React.ReactElement | null {
  const { unread, undecided } = section;
  if (unread.length === 0 && undecided.length === 0) return null;
  return (
    <section className="not-checked" aria-labelledby="not-checked-heading">
      <h2 id="not-checked-heading">{STRINGS.notCheckedHeading}</h2>
      <p className="quiet">{STRINGS.notCheckedLead}</p>
      <ul>
        {unread.map(({ reason, places }) => (
          <li key={reason}>
            <span className="not-checked-reason">{reason}</span>
            <span className="not-checked-places">
              {places.map(({ sheet, range }) => {
                const place = STRINGS.unreadPlace(sheet, formatRange(range));
                return (
                  <button key={place} type="button" className="text-button" onClick={() => onShow(sheet, range)}>
                    {place}
                  </button>
                );
              })}
            </span>
          </li>
        ))}
        {undecided.map(({ key, caption, reason, ruleTitles }) => (
          <li key={key}>
            <span className="not-checked-place">{caption === '' ? STRINGS.wholeWorkbook : caption}</span>
            <span className="not-checked-reason">{reason}</span>
            <span className="not-checked-rules" title={ruleTitles.join('\n')}>
              {ruleTitles.length === 1 ? ruleTitles[0] : STRINGS.undecidedRules(ruleTitles.length)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
