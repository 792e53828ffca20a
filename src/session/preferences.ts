import { z } from 'zod';
import type { HostStorage } from '../host/port/workbook-host';
import { parseJson } from './parse-json';

/** What the user has set; kept on this machine. */
export interface Preferences {
  /** Findings are marked on their cells. */
  readonly marks: boolean;
  /** The workbook is checked again after an edit. */
  readonly autoRecheck: boolean;
  /** Null: chosen by what the forms look like. */
  readonly profileId: string | null;
  /** Null: the catalogue that ships with the program. */
  readonly catalogueId: string | null;
}

export const DEFAULT_PREFERENCES: Preferences = { marks: true, autoRecheck: true, profileId: null, catalogueId: null };

const KEY = 'shenbao.preferences';

// Stored by an earlier or later version: what cannot be read falls back, the rest is kept.
const preferencesSchema = z.object({
  marks: z.boolean().catch(DEFAULT_PREFERENCES.marks),
  autoRecheck: z.boolean().catch(DEFAULT_PREFERENCES.autoRecheck),
  profileId: z.string().nullable().catch(DEFAULT_PREFERENCES.profileId),
  catalogueId: z.string().nullable().catch(DEFAULT_PREFERENCES.catalogueId),
});

export async function readPreferences(storage: HostStorage): Promise<Preferences> {
  const parsed = preferencesSchema.safeParse(parseJson(await storage.get(KEY)));
  return parsed.success ? parsed.data : DEFAULT_PREFERENCES;
}

export function savePreferences(storage: HostStorage, preferences: Preferences): Promise<void> {
  return storage.set(KEY, JSON.stringify(preferences));
}
