import { elementById } from './elements';

/** Lets a file be dropped anywhere on the page. The veil also keeps the frame from swallowing the drag. */
export function acceptDrops(open: (files: readonly File[]) => void): void {
  const veil = elementById('drop-veil', HTMLDivElement);
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

  document.addEventListener('dragenter', (event) => {
    if (carriesFiles(event)) veil.hidden = false;
  });
  document.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  veil.addEventListener('dragleave', () => {
    veil.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    veil.hidden = true;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) open(files);
  });
}
