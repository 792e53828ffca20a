// More than any profile: a mistaken choice must not fill the memory.
const MOST_BYTES = 1000000;

/** The text of a file that the user picked, as UTF-8; its beginning where it is very large. */
export async function readTextFile(file: Blob): Promise<string> {
  return textOf(file.size > MOST_BYTES ? file.slice(0, MOST_BYTES) : file);
}

// More than any list that is read: its reader says so of the beginning, too.
const MOST_LIST_BYTES = 64 * 1024 * 1024;

/** The content of a file that the user picked; its beginning where it is very large. */
export async function readFileBytes(file: Blob): Promise<Uint8Array> {
  const part = file.size > MOST_LIST_BYTES ? file.slice(0, MOST_LIST_BYTES) : file;
  return new Uint8Array((await readWith((reader) => reader.readAsArrayBuffer(part))) as ArrayBuffer);
}

/** All of it as UTF-8. */
export async function textOf(blob: Blob): Promise<string> {
  return String(await readWith((reader) => reader.readAsText(blob, 'utf-8')));
}

/** Blob.text and Blob.arrayBuffer are missing in Internet Explorer 11. */
function readWith(begin: (reader: FileReader) => void): Promise<FileReader['result']> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error || new Error('The file was not read.'));
    begin(reader);
  });
}
