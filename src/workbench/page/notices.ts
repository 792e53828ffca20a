import { HostError } from '../../host/port/host-error';
import { STRINGS } from '../strings';
import { elementById } from './elements';

const TOAST_DURATION = 4500;

/** What the page tells the user: a bar for what needs attention, a short note for what just happened. */
export class Notices {
  private readonly bar = elementById('notice', HTMLDivElement);
  private readonly barMessage = elementById('notice-message', HTMLElement);
  private readonly barAdvice = elementById('notice-advice', HTMLElement);
  private readonly toast = elementById('toast', HTMLDivElement);
  private toastTimer = 0;

  constructor() {
    elementById('notice-close', HTMLButtonElement).addEventListener('click', () => this.clear());
  }

  /** Says what went wrong and what to do about it; stays until closed or until something succeeds. */
  fail(error: unknown, suffix = ''): void {
    const { message, advice } = explain(error);
    this.showBar('error', message, advice + suffix);
  }

  warn(message: string, details: string): void {
    this.showBar('warning', message, details);
  }

  clear(): void {
    this.bar.hidden = true;
  }

  note(text: string): void {
    window.clearTimeout(this.toastTimer);
    this.toast.textContent = text;
    this.toast.classList.add('toast-shown');
    this.toastTimer = window.setTimeout(() => this.toast.classList.remove('toast-shown'), TOAST_DURATION);
  }

  private showBar(kind: 'error' | 'warning', message: string, advice: string): void {
    this.bar.className = `notice notice-${kind}`;
    this.barMessage.textContent = message;
    this.barAdvice.textContent = advice;
    this.bar.hidden = false;
  }
}

function explain(error: unknown): { message: string; advice: string } {
  if (error instanceof HostError) return { message: error.message, advice: error.advice };
  const reason = error instanceof Error ? error.message : String(error);
  return { message: STRINGS.unexpected, advice: STRINGS.unexpectedAdvice(reason) };
}
