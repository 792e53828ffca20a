import { elementById } from './elements';

export type UnsavedChoice = 'save' | 'discard' | 'cancel';

/** Asks what becomes of unsaved edits before another file takes their place. */
export function askAboutUnsaved(message: string): Promise<UnsavedChoice> {
  const dialog = elementById('unsaved-dialog', HTMLDialogElement);
  elementById('unsaved-message', HTMLElement).textContent = message;
  dialog.returnValue = 'cancel';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const { returnValue } = dialog;
        resolve(returnValue === 'save' || returnValue === 'discard' ? returnValue : 'cancel');
      },
      { once: true },
    );
  });
}
