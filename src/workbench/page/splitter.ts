import { elementById } from './elements';

const LEAST_WIDTH = 320;
const MOST_WIDTH = 640;
const DEFAULT_WIDTH = 360;
const KEY_STEP = 16;
/** Below this the pane lies over the grid; workbench.css says the same. */
const NARROW = '(max-width: 899px)';
const WIDTH_KEY = 'shenbao.workbench.paneWidth';

/** The bar between grid and pane: dragged or moved by arrow keys, and the button that folds the pane away. */
export class Splitter {
  private readonly stage = elementById('stage', HTMLElement);
  private readonly bar = elementById('splitter', HTMLDivElement);
  private readonly toggle = elementById('pane-toggle', HTMLButtonElement);
  private readonly narrow = window.matchMedia(NARROW);
  private width = DEFAULT_WIDTH;

  constructor() {
    this.setWidth(Number(window.localStorage.getItem(WIDTH_KEY) ?? DEFAULT_WIDTH));
    this.setOpen(!this.narrow.matches);
    this.narrow.addEventListener('change', () => this.setOpen(!this.narrow.matches));
    this.toggle.addEventListener('click', () => this.setOpen(!this.isOpen));
    elementById('pane-close', HTMLButtonElement).addEventListener('click', () => this.setOpen(false));
    this.bar.addEventListener('pointerdown', (event) => this.drag(event));
    this.bar.addEventListener('dblclick', () => this.keepWidth(DEFAULT_WIDTH));
    this.bar.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowLeft') this.keepWidth(this.width + KEY_STEP);
      else if (event.key === 'ArrowRight') this.keepWidth(this.width - KEY_STEP);
      else if (event.key === 'Enter') this.setOpen(!this.isOpen);
    });
  }

  private get isOpen(): boolean {
    return !this.stage.classList.contains('stage-pane-closed');
  }

  private setOpen(isOpen: boolean): void {
    this.stage.classList.toggle('stage-pane-closed', !isOpen);
    this.toggle.setAttribute('aria-expanded', String(isOpen));
  }

  private drag(start: PointerEvent): void {
    start.preventDefault();
    this.bar.setPointerCapture(start.pointerId);
    this.stage.classList.add('stage-dragging');
    const widthAtStart = this.width;
    const move = (event: PointerEvent): void => this.setWidth(widthAtStart + start.clientX - event.clientX);
    const end = (): void => {
      this.bar.removeEventListener('pointermove', move);
      this.stage.classList.remove('stage-dragging');
      this.keepWidth(this.width);
    };
    this.bar.addEventListener('pointermove', move);
    this.bar.addEventListener('lostpointercapture', end, { once: true });
  }

  private setWidth(width: number): void {
    this.width = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width || DEFAULT_WIDTH)));
    this.stage.style.setProperty('--pane-width', `${this.width}px`);
    this.bar.setAttribute('aria-valuenow', String(this.width));
    this.bar.setAttribute('aria-valuemin', String(LEAST_WIDTH));
    this.bar.setAttribute('aria-valuemax', String(MOST_WIDTH));
  }

  private keepWidth(width: number): void {
    this.setWidth(width);
    window.localStorage.setItem(WIDTH_KEY, String(this.width));
  }
}
