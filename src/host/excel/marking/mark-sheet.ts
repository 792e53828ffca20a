import type { NamedSheet } from '../sheets';

/** What marking needs to know of a sheet; it outlasts the conversation in which Excel told it. */
export interface MarkSheet {
  readonly id: string;
  readonly name: string;
  /** False when protection forbids formats. */
  readonly allowsFormats: boolean;
}

export function markSheetOf({ sheet, name, allowsFormats }: NamedSheet): MarkSheet {
  return { id: sheet.id, name, allowsFormats };
}
