import type { OfficeLibrary } from './office-library';

/** Of the screen, in percent. */
const SIZE = { width: 32, height: 26 };

/**
 * Opens a page of our own server in a dialog of Excel's and resolves when the user has closed it: some Excels close the
 * dialog of a ribbon function as soon as that function is completed. Resolves at once where there are no dialogs, or
 * another one is open.
 */
export function showDialog(
  address: string,
  { Office: office }: Partial<Pick<OfficeLibrary, 'Office'>> = window as Partial<OfficeLibrary>,
): Promise<void> {
  return new Promise((resolve) => {
    if (!office || !office.context || !office.context.requirements.isSetSupported('DialogApi', '1.1')) {
      resolve();
      return;
    }
    // Excel on the web would ask the user to allow a window otherwise.
    const options = { ...SIZE, displayInIframe: true };
    office.context.ui.displayDialogAsync(address, options, ({ status, value: dialog }) => {
      if (String(status) !== 'succeeded') resolve();
      else dialog.addEventHandler(office.EventType.DialogEventReceived, () => resolve());
    });
  });
}
