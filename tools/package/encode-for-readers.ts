import path from 'node:path';

type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le with mark';

/** What reads files of these kinds on Windows takes plain UTF-8 for the local code page, and LF for no line end at all. */
const WINDOWS_FILES: Readonly<Record<string, Encoding>> = {
  // As regedit itself writes them.
  '.reg': 'utf-16le with mark',
  // Windows PowerShell 5.1, Notepad of older systems.
  '.ps1': 'utf-8 with mark',
  '.md': 'utf-8 with mark',
  '.txt': 'utf-8 with mark',
  '.config': 'utf-8',
};

/** A text of the package as the program that will read it expects it, by the ending of the file's name. */
export function encodeForReaders(name: string, text: string): Uint8Array {
  const encoding = WINDOWS_FILES[path.posix.extname(name)];
  if (encoding === undefined) return Buffer.from(text, 'utf8');
  const lines = text.replace(/\r?\n/g, '\r\n');
  if (encoding === 'utf-16le with mark') return Buffer.from(`\uFEFF${lines}`, 'utf16le');
  return Buffer.from(encoding === 'utf-8 with mark' ? `\uFEFF${lines}` : lines, 'utf8');
}
