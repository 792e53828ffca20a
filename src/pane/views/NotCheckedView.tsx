import * as React from 'react';
import { formatRange, type CellRange } from '../../core/workbook/cell-address';
import type { NotCheckedSection } from '../state/not-checked';
import { STRINGS } from '../strings';

interface NotCheckedViewProps {
  readonly section: NotCheckedSection;
  readonly onShow: (sheet: string, range: CellRange) => void;
}

interface SomeProps {
  readonly names: readonly string[];
  /** Says how many there are. */
  readonly title: (count: number) => string;
}

/** A single name, or a button that unfolds the names. */
function Some({ names, title }: SomeProps): React.ReactElement {
  const [isOpen, setOpen] = React.useState(false);
  if (names.length === 1) return <span className="not-checked-names">{names[0]}</span>;
  return (
    <span className="not-checked-names">
      <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {title(names.length)}
      </button>
      {isOpen && <span className="not-checked-list">{names.join('\n')}</span>}
    </span>
  );
}

function formName(caption: string | null): string {
  return caption === null ? STRINGS.wholeWorkbook : caption;
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
        {undecided.map(({ reason, captions, ruleTitles }) => (
          <li key={reason}>
            <span className="not-checked-reason">{reason}</span>
            {captions.length > 0 && <Some names={captions.map(formName)} title={STRINGS.undecidedForms} />}
            <Some names={ruleTitles} title={STRINGS.undecidedRules} />
          </li>
        ))}
      </ul>
    </section>
  );
}
