import * as React from 'react';
import { configure } from '@testing-library/dom';
import { act, configure as configureQueries, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { PaneApplication } from '../../../src/pane/views/PaneApplication';
import { applyTheme } from '../../../src/pane/views/theme';
import { openSample, type SampleOptions } from '../open-sample';

applyTheme();

// jsdom has no canvas, and complains when axe asks for one.
HTMLCanvasElement.prototype.getContext = () => null;

// Components of this size take their time on a busy machine.
jest.setTimeout(30000);
configureQueries({ asyncUtilTimeout: 10000 });

// The library of user gestures belongs to a newer React than ours and knows nothing of its act().
configure({
  eventWrapper(gesture) {
    let result: unknown;
    act(() => {
      result = gesture();
    });
    return result;
  },
});

/** The pane on a screen, over the sample workbook. */
export function showPane(options: SampleOptions = {}) {
  const sample = openSample({ around: (change) => void act(change), ...options });
  render(<PaneApplication store={sample.store} effects={sample.effects} />);
  return { ...sample, user: userEvent.setup() };
}

/** The pane after a first check. */
export async function showChecked(options: SampleOptions = {}) {
  const pane = showPane(options);
  await pane.user.click(screen.getByRole('button', { name: '校验' }));
  await screen.findByRole('button', { name: '重新校验' });
  return pane;
}

/** What axe objects to. jsdom has no layout: contrast and sizes are checked in the browser. */
export async function findAccessibilityFlaws(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
