import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { STRINGS } from '../strings';
import { useCopy } from './use-copy';

/** Copies what a maintainer needs; shows it for copying by hand where the browser refuses. */
export function CopyErrorButton({ text }: { readonly text: string }): React.ReactElement {
  const { source, outcome, copy } = useCopy(text);
  return (
    <>
      <DefaultButton text={outcome === 'copied' ? STRINGS.copied : STRINGS.copyError} onClick={copy} />
      {outcome === 'refused' && <p className="quiet">{STRINGS.copyRefused}</p>}
      <textarea
        ref={source}
        className={outcome === 'refused' ? 'copy-source' : 'visually-hidden'}
        aria-label={STRINGS.copyError}
        tabIndex={outcome === 'refused' ? 0 : -1}
        readOnly
        rows={4}
        value={text}
      />
    </>
  );
}
