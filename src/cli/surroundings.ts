/** Where text goes, and what the terminal behind it can show. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** False when the reader cannot keep up; it is then told by `drain`. */
  write(text: string): unknown;
  once?(event: 'drain', listener: () => void): unknown;
}

/** Where bytes come from. */
export interface InputStream extends AsyncIterable<Uint8Array> {
  /** True when a person sits before it. */
  readonly isTTY?: boolean;
}

/** What the command line knows of the process it runs in; tests pass their own. */
export interface Surroundings {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
}
