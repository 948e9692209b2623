export type GrowingPauses = {
  readonly isResting: (id: string, now: number) => boolean;
  /** After a failure: twice as long as the pause before. */
  readonly rest: (id: string, now: number) => void;
  /** After a success: its next failure is its first. */
  readonly end: (id: string) => void;
};

/**
 * Lets what fails again and again rest ever longer. A process remembers it for itself: another one, or a new one, tries
 * at once.
 */
export function createGrowingPauses(firstMs: number, longestMs: number): GrowingPauses {
  const pauses = new Map<string, { readonly ms: number; readonly endsAt: number }>();
  /** Those that ended long ago belong to items that were settled in another way. The oldest come first. */
  const forget = (now: number): void => {
    for (const [id, { endsAt }] of pauses) {
      if (endsAt + longestMs >= now) return;
      pauses.delete(id);
    }
  };
  return {
    isResting: (id, now) => {
      const pause = pauses.get(id);
      // One that began by a clock that was ahead is over.
      return pause !== undefined && now < pause.endsAt && now >= pause.endsAt - pause.ms;
    },
    rest: (id, now) => {
      const before = pauses.get(id);
      const ms = before === undefined ? firstMs : Math.min(2 * before.ms, longestMs);
      pauses.delete(id);
      pauses.set(id, { ms, endsAt: now + ms });
      forget(now);
    },
    end: (id) => void pauses.delete(id),
  };
}
