import type { CommandWorld } from '../world.ts';

type ProgressWorld = Pick<CommandWorld, 'clock' | 'complain' | 'isTerminal'>;

/**
 * Says on standard error how far a long work is, and nothing of a short one: on a terminal in one line that is written
 * over itself each second, elsewhere in a line of its own every ten seconds, for logs.
 */
export function createProgress({ clock, complain, isTerminal = false }: ProgressWorld) {
  const everyMs = isTerminal ? 1_000 : 10_000;
  let shownAt = clock();
  let width = 0;
  return {
    show: (text: string): void => {
      const now = clock();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      complain(isTerminal ? `\r${text.padEnd(width)}` : `${text}\n`);
      width = isTerminal ? text.length : 0;
    },
    /** Ends the line, if there is one: before anything else is written, and after the work. */
    end: (): void => {
      if (width > 0) complain('\n');
      width = 0;
    },
  };
}
