import type { CommandWorld } from '../world.ts';

const everyMs = 1_000;

/** One line on standard error that says how far a long work is, written over itself; none for a short one. */
export function createProgress({ clock, complain }: Pick<CommandWorld, 'clock' | 'complain'>) {
  let shownAt = clock();
  let width = 0;
  return {
    show: (text: string): void => {
      const now = clock();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      complain(`\r${text.padEnd(width)}`);
      width = text.length;
    },
    /** Ends the line, if there is one: before anything else is written, and after the work. */
    end: (): void => {
      if (width > 0) complain('\n');
      width = 0;
    },
  };
}
