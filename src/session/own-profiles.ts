import { z } from 'zod';
import type { Profile } from '../core/review/profile';
import { readProfileText } from '../core/review/profile-text';
import type { HostStorage } from '../host/port/workbook-host';
import { parseJson } from './parse-json';
import type { Rulebook } from './checking/review-runner';

/** A profile that the user imported; kept on this machine. */
export interface OwnProfile {
  readonly id: string;
  readonly name: string;
  /** Null when the file does not fit this version of the program; `problem` says why. */
  readonly profile: Profile | null;
  /** Chinese sentence. */
  readonly problem: string | null;
}

/** What came of a file: the profile, or a Chinese sentence about what is wrong in it. */
export type ProfileImport = { readonly profile: Profile } | { readonly problem: string };

export interface OwnProfiles {
  /** Those kept on this machine, as this version understands them. */
  read(): Promise<readonly OwnProfile[]>;
  /** Keeps a profile file; one of the same id is replaced. */
  add(text: string): Promise<ProfileImport>;
  remove(id: string): Promise<void>;
}

const KEY = 'shenbao.profiles';

// The file's own text: a later version reads it by its own rules.
const storedSchema = z.array(z.object({ id: z.string(), name: z.string(), text: z.string() }));

type StoredProfile = z.infer<typeof storedSchema>[number];

export function createOwnProfiles(storage: HostStorage, { profiles: builtin, rules, repairs }: Rulebook): OwnProfiles {
  const known = rules
    .map(({ id, thresholds }) => ({ id, thresholds }))
    .concat(repairs.map((id) => ({ id, thresholds: {} })));
  // Read anew each time: panes of other workbooks keep theirs in the same place.
  const readStored = async (): Promise<readonly StoredProfile[]> => {
    const parsed = storedSchema.safeParse(parseJson(await storage.get(KEY)));
    return parsed.success ? parsed.data : [];
  };

  const keep = (profiles: readonly StoredProfile[]): Promise<void> => storage.set(KEY, JSON.stringify(profiles));

  const understand = (text: string): ProfileImport => {
    try {
      const profile = readProfileText(text, { profiles: builtin, rules: known });
      const taken = builtin.find(({ id }) => id === profile.id);
      if (taken === undefined) return { profile };
      return { problem: `id：“${taken.id}”是内置方案“${taken.name}”的编号，请换一个。` };
    } catch (error) {
      return { problem: (error as Error).message };
    }
  };

  return {
    async read() {
      return (await readStored()).map(({ id, name, text }) => {
        const understood = understand(text);
        return 'profile' in understood
          ? { id, name, profile: understood.profile, problem: null }
          : { id, name, profile: null, problem: understood.problem };
      });
    },

    async add(text) {
      const understood = understand(text);
      if ('profile' in understood) {
        const { id, name } = understood.profile;
        const others = (await readStored()).filter((other) => other.id !== id);
        await keep([...others, { id, name, text }]);
      }
      return understood;
    },

    async remove(id) {
      await keep((await readStored()).filter((profile) => profile.id !== id));
    },
  };
}
