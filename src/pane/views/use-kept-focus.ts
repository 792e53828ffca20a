import * as React from 'react';

interface KeptFocus {
  readonly paneRef: React.RefObject<HTMLDivElement>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * When what had the focus goes away and no part of the pane knows a better place, the chosen tab is focused, or the
 * button that checks: the keyboard goes on from near where it was, not from the beginning of the page.
 */
export function useKeptFocus(): KeptFocus {
  const paneRef = React.useRef<HTMLDivElement>(null);
  const hadFocus = React.useRef(false);
  React.useEffect(() => {
    if (!hadFocus.current || paneRef.current === null || document.activeElement !== document.body) return;
    const next =
      paneRef.current.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ||
      paneRef.current.querySelector('button');
    if (next) next.focus();
  });
  return {
    paneRef,
    onFocus() {
      hadFocus.current = true;
    },
    onBlur() {
      hadFocus.current = false;
    },
  };
}
