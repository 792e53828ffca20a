import * as React from 'react';
import type { RowRemark } from '../../../core/catalogue/importing/catalogue-import';
import { CODE_STRINGS } from '../../code-strings';

interface RemarkListProps {
  readonly heading: (count: number) => string;
  readonly remarks: readonly RowRemark[];
}

const PAGE = 50;

/** Rows of a list about which something is to be said, with their place and the reason. */
export function RemarkList({ heading, remarks }: RemarkListProps): React.ReactElement | null {
  const [shown, setShown] = React.useState(PAGE);
  if (remarks.length === 0) return null;
  return (
    <section className="remarks">
      <h3>{heading(remarks.length)}</h3>
      <ul>
        {remarks.slice(0, shown).map(({ sheet, cell, text, reason }, index) => (
          <li key={index} className="remark">
            <p>
              <span className="finding-cell">{CODE_STRINGS.cellOfSheet(sheet, cell)}</span>
              {text !== '' && <span className="remark-text">{text}</span>}
            </p>
            <p className="quiet">{reason}</p>
          </li>
        ))}
      </ul>
      {remarks.length > shown && (
        <button type="button" className="text-button show-more" onClick={() => setShown(shown + PAGE)}>
          {CODE_STRINGS.showMore(remarks.length - shown)}
        </button>
      )}
    </section>
  );
}
