import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { STRINGS } from '../strings';

/** Copies what a maintainer needs; shows it for copying by hand where the browser refuses. */
export function CopyErrorButton({ text }: { readonly text: string }): React.ReactElement {
  const [outcome, setOutcome] = React.useState<'none' | 'copied' | 'refused'>('none');
  const source = React.useRef<HTMLTextAreaElement>(null);
  const copy = (): void => {
    if (source.current === null) return;
    source.current.select();
    // Internet Explorer 11 and frames without permission have no navigator.clipboard.
    setOutcome(document.execCommand('copy') ? 'copied' : 'refused');
  };
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
