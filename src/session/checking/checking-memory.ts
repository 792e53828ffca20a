import type { Profile } from '../../core/review/profile';
import { ReviewMemory } from '../../core/review/review-memory';

/** What reviews of one session leave to the next one, so that it need not check again what did not change. */
export class CheckingMemory {
  readonly reviews = new ReviewMemory();
  private ownProfiles: readonly Profile[] = [];

  /**
   * The user's own profiles; one that reads as it did at the last review is the same object as then, by which `reviews` knows it.
   * They are read from text, or cross from another thread, anew each time.
   */
  recognise(profiles: readonly Profile[]): readonly Profile[] {
    const former = new Map(this.ownProfiles.map((profile) => [JSON.stringify(profile), profile] as const));
    this.ownProfiles = profiles.map((profile) => former.get(JSON.stringify(profile)) || profile);
    return this.ownProfiles;
  }
}
