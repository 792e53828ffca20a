import './workbench.css';
import { HostError } from '../host/port/host-error';
import { serveWorkbookHost } from '../host/frame/serve-workbook-host';
import { inspectionOf } from './inspection';
import { browserStorage } from './page/browser-storage';
import { acceptDrops } from './page/drop-zone';
import { elementById } from './page/elements';
import { Notices } from './page/notices';
import { findSample, loadSamples, SamplesMenu, type Sample } from './page/samples';
import { Splitter } from './page/splitter';
import { REFUSALS, STRINGS } from './strings';
import { Workbench } from './workbench';

const PANE_STORAGE_PREFIX = 'shenbao.pane.';

async function start(notices: Notices): Promise<void> {
  const [{ startGrid }, { openXlsx }] = await loadParts();
  let workbench: Workbench | null = null;
  const { host, grid } = startGrid(elementById('grid', HTMLDivElement), browserStorage(PANE_STORAGE_PREFIX), {
    refuse: (refusal) => notices.note(REFUSALS[refusal]),
    editsChanged: () => workbench?.editsChanged(),
    warn: (warnings) => notices.warn(STRINGS.leftBehind(warnings.length), warnings.join('')),
  });
  workbench = new Workbench(host, (bytes, name) => openXlsx(bytes, { name }), notices);
  connectControls(workbench, notices);
  await openFirst(workbench, notices);
  // After a jump from the pane, typing goes to the cell as soon as the page has the keyboard again.
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) grid.focus();
  });
  window.workbench = inspectionOf(host, grid, workbench);

  const frame = elementById('pane-frame', HTMLIFrameElement);
  if (frame.contentWindow) serveWorkbookHost(host, frame.contentWindow, window.location.origin);
}

/** The spreadsheet component and the file reader come after the page is up. */
function loadParts(): Promise<[typeof import('./grid'), typeof import('../host/xlsx')]> {
  return Promise.all([import('./grid'), import('../host/xlsx')]).catch(() => {
    throw new HostError('internal', STRINGS.gridFailed, STRINGS.gridAdvice);
  });
}

/** The sample named in the address, or else the first one: nobody starts before an empty page. */
async function openFirst(workbench: Workbench, notices: Notices): Promise<void> {
  try {
    const samples = await loadSamples();
    new SamplesMenu(samples, (sample) => void workbench.openSample(sample));
    await workbench.openSample(sampleToStart(samples));
  } catch (error) {
    workbench.hideCurtain();
    notices.fail(error);
  }
}

function sampleToStart(samples: readonly Sample[]): Sample {
  const wanted = new URLSearchParams(window.location.search).get('open');
  const sample = wanted === null ? samples[0] : findSample(samples, wanted);
  if (!sample) throw new HostError('gone', STRINGS.unknownSample(wanted ?? ''), STRINGS.chooseSample);
  return sample;
}

function connectControls(workbench: Workbench, notices: Notices): void {
  const input = elementById('file-input', HTMLInputElement);
  const openButton = elementById('open-button', HTMLButtonElement);
  const openFirstOf = (files: readonly File[]): void => {
    void workbench.openUpload(files[0]).then(() => {
      if (files.length > 1) notices.note(STRINGS.oneFileOnly);
    });
  };
  openButton.disabled = false;
  openButton.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    // Choosing the same file again must count as a choice.
    input.value = '';
    if (files.length > 0) openFirstOf(files);
  });
  elementById('save-button', HTMLButtonElement).addEventListener('click', () => workbench.saveCopy());
  acceptDrops(openFirstOf);
  const onShortcut = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key === 's') workbench.saveCopy();
    else if (event.key === 'o') input.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', onShortcut, { capture: true });
  // Keys pressed in the pane stay in its frame; the page's own shortcuts are meant there too.
  const frame = elementById('pane-frame', HTMLIFrameElement);
  const listenInFrame = (): void => {
    frame.contentWindow?.addEventListener('keydown', onShortcut, { capture: true });
  };
  frame.addEventListener('load', listenInFrame);
  listenInFrame();
}

const notices = new Notices();
new Splitter();
start(notices).catch((error: unknown) => {
  elementById('curtain', HTMLDivElement).hidden = true;
  notices.fail(error);
});
