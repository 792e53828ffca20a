// More than any profile: a mistaken choice must not fill the memory.
const MOST_BYTES = 1000000;

/** The text of a file that the user picked, as UTF-8; its beginning where it is very large. */
export function readTextFile(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    // Blob.text is missing in Internet Explorer 11.
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error || new Error('The file was not read.'));
    reader.readAsText(file.size > MOST_BYTES ? file.slice(0, MOST_BYTES) : file, 'utf-8');
  });
}

// More than any list that is read: its reader says so of the beginning, too.
const MOST_LIST_BYTES = 64 * 1024 * 1024;

/** The content of a file that the user picked; its beginning where it is very large. */
export function readFileBytes(file: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error || new Error('The file was not read.'));
    reader.readAsArrayBuffer(file.size > MOST_LIST_BYTES ? file.slice(0, MOST_LIST_BYTES) : file);
  });
}
