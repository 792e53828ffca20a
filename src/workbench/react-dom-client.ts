import type { ReactElement } from 'react';
import { render, unmountComponentAtNode } from 'react-dom';

/** React 18's way in, over React 17: the grid's interface asks for it, and the project keeps to one React. */
export function createRoot(container: Element): { render(element: ReactElement): void; unmount(): void } {
  return {
    render: (element) => void render(element, container),
    unmount: () => void unmountComponentAtNode(container),
  };
}
