import { once } from '../kernel/once.ts';

/** Swedish writes days as ISO 8601 does. The first format of a process takes 10 ms. */
const format = once(
  () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' }),
);

/** `2026-12-31 23:59:59` by the clock of Paris. */
export const parisTime = (at: number): string => format().format(at);

export const parisDay = (at: number): string => parisTime(at).slice(0, 10);
