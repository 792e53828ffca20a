/** What was stored, or null: not ours, or cut off while it was written, is as if nothing had been stored. */
export function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
