import * as React from 'react';

/** When what a button opened in the place of its row goes away, the keyboard goes back to that button, the last of the row. */
export function useFocusOnLast(container: React.RefObject<HTMLElement>, isShown: boolean): void {
  const wasShown = React.useRef(isShown);
  React.useEffect(() => {
    const isBack = isShown && !wasShown.current;
    wasShown.current = isShown;
    if (!isBack || container.current === null) return;
    const last = container.current.lastElementChild;
    if (last instanceof HTMLElement) last.focus();
  }, [container, isShown]);
}
