import * as React from 'react';

/** Scrolls the list so far that the element is seen to its end when it opens, but never past its beginning. */
export function useShownWhole<E extends HTMLElement>(isOpen: boolean): React.RefObject<E> {
  const element = React.useRef<E>(null);
  React.useEffect(() => {
    if (!isOpen || element.current === null) return;
    const list = scrollingParent(element.current);
    const place = element.current.getBoundingClientRect();
    const view = list.getBoundingClientRect();
    const below = place.bottom - Math.min(view.bottom, window.innerHeight);
    if (below > 0) list.scrollTop += Math.min(below, place.top - view.top);
  }, [isOpen]);
  return element;
}

function scrollingParent(element: HTMLElement): HTMLElement {
  let parent = element.parentElement;
  while (parent !== null && parent.scrollHeight <= parent.clientHeight) parent = parent.parentElement;
  return parent === null ? document.documentElement : parent;
}
