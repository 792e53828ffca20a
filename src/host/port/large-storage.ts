/**
 * Texts of any length, kept on this machine under keys; every pane on it reads the same ones. Every method rejects with a
 * `HostError` and with nothing else; a contract test (test/contracts) holds for all implementations.
 */
export interface LargeStorage {
  keys(): Promise<readonly string[]>;
  /** Null where nothing is kept under the key. */
  get(key: string): Promise<string | null>;
  /** Writes these texts and takes out those that are null: all of it, or nothing where it rejects. */
  write(texts: Readonly<Record<string, string | null>>): Promise<void>;
}
