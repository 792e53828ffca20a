import * as React from 'react';

export interface RowNavigation {
  readonly listRef: React.RefObject<HTMLDivElement>;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onFocus: (event: React.FocusEvent) => void;
  readonly onBlur: () => void;
  /** One row of the list is a tab stop; the arrows reach the others. */
  tabIndexOf(row: string): 0 | -1;
  /** Leads the keyboard back to a row from what it opened. */
  focusRow(row: string): void;
}

/**
 * Arrow keys, Home and End over the buttons that carry `data-row`. When the focused row goes away (repaired, or shown
 * more), the row that took its place is focused.
 */
export function useRowNavigation(rows: readonly string[], onEscape: () => void): RowNavigation {
  const listRef = React.useRef<HTMLDivElement>(null);
  const [active, setActive] = React.useState<string | null>(null);
  const hadFocus = React.useRef(false);
  const place = React.useRef(0);
  const tabStop = active !== null && rows.indexOf(active) >= 0 ? active : rows[0];

  const rowElements = (): HTMLElement[] =>
    listRef.current === null
      ? []
      : Array.prototype.slice.call(listRef.current.querySelectorAll<HTMLElement>('[data-row]'));

  React.useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const elements = rowElements();
    const next = elements[Math.min(place.current, elements.length - 1)];
    if (next) next.focus();
  });

  const moveTo = (index: number): void => {
    const elements = rowElements();
    const row = elements[Math.max(0, Math.min(index, elements.length - 1))];
    if (row) row.focus();
  };

  return {
    listRef,
    tabIndexOf: (row) => (row === tabStop ? 0 : -1),
    focusRow(row) {
      const element = rowElements().find((candidate) => candidate.getAttribute('data-row') === row);
      if (element) element.focus();
    },
    onFocus(event) {
      hadFocus.current = true;
      const elements = rowElements();
      const index = elements.indexOf(rowAround(event.target as HTMLElement, elements));
      if (index < 0) return;
      place.current = index;
      setActive(elements[index].getAttribute('data-row'));
    },
    onBlur() {
      hadFocus.current = false;
    },
    onKeyDown(event) {
      if (event.key === 'Escape') {
        event.stopPropagation();
        onEscape();
        moveTo(place.current);
        return;
      }
      const elements = rowElements();
      const index = elements.indexOf(event.target as HTMLElement);
      // Inside the details of a finding the keys keep their usual meaning.
      if (index < 0) return;
      const target = targetOf(event.key, index, elements);
      if (target === null) return;
      event.preventDefault();
      if (target === 'toggle') elements[index].click();
      else moveTo(target);
    },
  };
}

/** Left and right close and open a group, or lead from it to its findings and back. */
function targetOf(key: string, index: number, elements: readonly HTMLElement[]): number | 'toggle' | null {
  const isGroup = elements[index].hasAttribute('data-group');
  const isOpen = elements[index].getAttribute('aria-expanded') === 'true';
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return elements.length - 1;
    case 'ArrowRight':
      if (!isGroup) return null;
      return isOpen ? index + 1 : 'toggle';
    case 'ArrowLeft': {
      if (isGroup) return isOpen ? 'toggle' : null;
      let group = index;
      while (group > 0 && !elements[group].hasAttribute('data-group')) group -= 1;
      return group;
    }
    default:
      return null;
  }
}

/** The row itself, or the row whose details hold the focus. */
function rowAround(element: HTMLElement, elements: readonly HTMLElement[]): HTMLElement {
  for (let node: HTMLElement | null = element; node !== null; node = node.parentElement) {
    if (node.hasAttribute('data-row')) return node;
    const owner = node.getAttribute('data-details-of');
    const row = owner === null ? undefined : elements.find((candidate) => candidate.getAttribute('data-row') === owner);
    if (row) return row;
  }
  return element;
}
