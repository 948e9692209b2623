/**
 * Whether the person is there. A page asks by itself too, as long as it is open, and that must not keep its session
 * alive.
 */

/** What is asked so long after the last key, click or move is asked by the page itself. */
const quietMs = 45_000;
const signs = ['keydown', 'input', 'click', 'pointerdown', 'pointermove', 'wheel'] as const;

let seenAt = Date.now();
const see = (): void => {
  seenAt = Date.now();
};
for (const sign of signs) addEventListener(sign, see, { capture: true, passive: true });

export const isPresent = (): boolean => Date.now() - seenAt < quietMs;
