/** What page and pane use of a window, joined as a page and the frame in it. Messages are cloned and come later. */
export class FakeWindow {
  readonly location = { origin: 'http://localhost:3000' };
  parent: FakeWindow = this;
  private listeners: ((event: MessageEvent) => void)[] = [];

  readonly setTimeout = setTimeout;
  readonly clearTimeout = clearTimeout;
  readonly setInterval = setInterval;
  readonly clearInterval = clearInterval;

  addEventListener(_: 'message', listener: (event: MessageEvent) => void): void {
    this.listeners.push(listener);
  }

  removeEventListener(_: 'message', listener: (event: MessageEvent) => void): void {
    this.listeners = this.listeners.filter((known) => known !== listener);
  }

  /** A message arriving here. */
  deliver(data: unknown, source: FakeWindow, origin = source.location.origin): void {
    const clone: unknown = structuredClone(data);
    queueMicrotask(() => {
      for (const listener of this.listeners) listener({ data: clone, source, origin } as unknown as MessageEvent);
    });
  }

  asWindow(): Window {
    return this as unknown as Window;
  }
}

export interface FakePage {
  readonly page: FakeWindow;
  readonly pane: FakeWindow;
  /** Everything that was posted, as "to page" or "to pane". */
  readonly log: { readonly to: 'page' | 'pane'; readonly data: unknown }[];
}

/** A page and its frame: what is posted to one comes from the other. */
export function fakePage(): FakePage {
  const page = new FakeWindow();
  const pane = new FakeWindow();
  pane.parent = page;
  const log: FakePage['log'] = [];
  Object.assign(page, {
    postMessage(data: unknown, targetOrigin: string): void {
      log.push({ to: 'page', data });
      if (targetOrigin === page.location.origin) page.deliver(data, pane);
    },
  });
  Object.assign(pane, {
    postMessage(data: unknown, targetOrigin: string): void {
      log.push({ to: 'pane', data });
      if (targetOrigin === pane.location.origin) pane.deliver(data, page);
    },
  });
  return { page, pane, log };
}
