import * as React from 'react';

export type CopyOutcome = 'none' | 'copied' | 'refused';

export interface CopySource {
  /** Of the text field whose content is copied. */
  readonly source: React.RefObject<HTMLTextAreaElement>;
  /** Of the last copying of this text. */
  readonly outcome: CopyOutcome;
  copy(): void;
}

/** Copies the text of a field the way every browser in use allows. */
export function useCopy(text: string): CopySource {
  const [last, setLast] = React.useState<{ readonly text: string; readonly outcome: CopyOutcome } | null>(null);
  const source = React.useRef<HTMLTextAreaElement>(null);
  return {
    source,
    outcome: last !== null && last.text === text ? last.outcome : 'none',
    copy() {
      if (source.current === null) return;
      const button = document.activeElement;
      source.current.focus();
      source.current.select();
      // Internet Explorer 11 and frames without permission have no navigator.clipboard.
      setLast({ text, outcome: document.execCommand('copy') ? 'copied' : 'refused' });
      if (button instanceof HTMLElement) button.focus();
    },
  };
}
