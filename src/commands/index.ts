import { createIndexedStorage } from '../host/browser';
import { ExcelHost, serveRibbon, showDialog } from '../host/excel';
import { noticeAddress, noticeOf, type Notice } from './notice';
import type { ReviewRunner } from '../session';
import { toggleMarks } from './toggle-marks';

/** Settles when the button pressed before has done its work: pressed twice, it marks and takes off again. */
let former: Promise<unknown> = Promise.resolve();

function pressMark(): Promise<void> {
  const pressed = former.then(markOrUnmark).catch(noticeOf);
  former = pressed;
  return pressed.then((notice) => (notice === null ? undefined : showDialog(absolute(noticeAddress(notice)))));
}

async function markOrUnmark(): Promise<Notice | null> {
  const host = await ExcelHost.connect();
  // Opened in a browser tab, the page has no ribbon either.
  if (host === null) return null;
  const loadRunner = async (): Promise<ReviewRunner> =>
    (await import('../session/checking/builtin-runner')).createBuiltinRunner();
  return toggleMarks(host, loadRunner, createIndexedStorage());
}

/** Dialogs take whole addresses only; Internet Explorer 11 has no URL. */
function absolute(address: string): string {
  const link = document.createElement('a');
  link.href = address;
  return link.href;
}

void serveRibbon({ toggleMarks: pressMark });
