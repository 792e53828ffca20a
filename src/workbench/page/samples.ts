import { z } from 'zod';
import { HostError } from '../../host/port/host-error';
import { STRINGS } from '../strings';
import { elementById } from './elements';

const sampleSchema = z.object({ id: z.string(), file: z.string(), title: z.string(), description: z.string() });

export type Sample = z.infer<typeof sampleSchema>;

const SAMPLES_FOLDER = 'samples/';

export async function loadSamples(): Promise<readonly Sample[]> {
  const response = await fetchOwn('index.json');
  return z
    .array(sampleSchema)
    .min(1)
    .parse(await response.json());
}

export async function loadSample(sample: Sample): Promise<Uint8Array> {
  const response = await fetchOwn(sample.file);
  return new Uint8Array(await response.arrayBuffer());
}

/** By id or by file name, with or without its ending. */
export function findSample(samples: readonly Sample[], name: string): Sample | undefined {
  return samples.find(({ id, file }) => id === name || file === name || file === `${name}.xlsx`);
}

async function fetchOwn(file: string): Promise<Response> {
  const unavailable = new HostError('gone', STRINGS.samplesUnavailable, STRINGS.samplesAdvice);
  const response = await fetch(SAMPLES_FOLDER + file).catch(() => Promise.reject(unavailable));
  if (!response.ok) throw unavailable;
  return response;
}

/** The menu of samples under its button: opened by click or arrow down, moved through by arrow keys. */
export class SamplesMenu {
  private readonly button = elementById('samples-button', HTMLButtonElement);
  private readonly menu = elementById('samples-menu', HTMLUListElement);

  constructor(samples: readonly Sample[], choose: (sample: Sample) => void) {
    this.menu.replaceChildren(...samples.map((sample) => this.itemOf(sample, choose)));
    this.button.disabled = false;
    this.button.addEventListener('click', () => this.setOpen(this.menu.hidden));
    this.button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.setOpen(true);
    });
    this.menu.addEventListener('keydown', (event) => this.move(event));
    document.addEventListener('pointerdown', (event) => {
      const target = event.target as Node;
      if (!this.menu.contains(target) && !this.button.contains(target)) this.setOpen(false);
    });
    // A click into the grid or the frame takes the focus away without a pointer event here.
    window.addEventListener('blur', () => this.setOpen(false));
  }

  private itemOf(sample: Sample, choose: (sample: Sample) => void): HTMLLIElement {
    const item = document.createElement('li');
    item.setAttribute('role', 'none');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'menu-item';
    button.setAttribute('role', 'menuitem');
    const title = document.createElement('span');
    title.className = 'menu-item-title';
    title.textContent = sample.title;
    const description = document.createElement('span');
    description.className = 'menu-item-description';
    description.textContent = sample.description;
    button.append(title, description);
    button.addEventListener('click', () => {
      this.setOpen(false);
      choose(sample);
    });
    item.append(button);
    return item;
  }

  private setOpen(isOpen: boolean): void {
    if (this.menu.hidden !== isOpen) return;
    this.menu.hidden = !isOpen;
    this.button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.items()[0].focus();
  }

  private move(event: KeyboardEvent): void {
    const items = this.items();
    const current = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'ArrowDown') items[(current + 1) % items.length].focus();
    else if (event.key === 'ArrowUp') items[(current - 1 + items.length) % items.length].focus();
    else if (event.key === 'Escape') {
      this.setOpen(false);
      this.button.focus();
    } else return;
    event.preventDefault();
  }

  private items(): HTMLButtonElement[] {
    return [...this.menu.querySelectorAll('button')];
  }
}
