import * as React from 'react';
import { CODE_STRINGS } from '../../code-strings';
import { STRINGS } from '../../strings';
import { useCopy } from '../use-copy';

export interface ExportedText {
  /** Of the catalogue. */
  readonly id: string;
  readonly fileName: string;
  /** Null where it cannot be copied. */
  readonly text: string | null;
}

/** That a file was given to the browser, and what helps where Excel does not let it be saved. */
export function ExportedNote({ exported }: { readonly exported: ExportedText }): React.ReactElement {
  const { fileName, text } = exported;
  const { source, outcome, copy } = useCopy(text === null ? '' : text);
  return (
    <div className="exported-note">
      <p role="status">{CODE_STRINGS.exported(fileName)}</p>
      {text === null ? (
        <p className="quiet">{CODE_STRINGS.exportCsvInstead}</p>
      ) : (
        <p className="quiet">
          {CODE_STRINGS.copyInstead}
          <button type="button" className="text-button" onClick={copy}>
            {outcome === 'copied' ? STRINGS.copied : CODE_STRINGS.copyContent}
          </button>
          {outcome === 'refused' && STRINGS.copyRefused}
          <textarea
            ref={source}
            className={outcome === 'refused' ? 'copy-source' : 'visually-hidden'}
            aria-label={CODE_STRINGS.exportedContent(fileName)}
            tabIndex={outcome === 'refused' ? 0 : -1}
            aria-hidden={outcome !== 'refused'}
            readOnly
            value={text}
          />
        </p>
      )}
    </div>
  );
}
