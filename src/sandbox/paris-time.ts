let format: Intl.DateTimeFormat | null = null;

/** `2026-12-31 23:59:59` by the clock of Paris. Made when it is needed: the first format of a process takes 10 ms. */
export function parisTime(at: number): string {
  // Swedish writes days as ISO 8601 does.
  format ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });
  return format.format(at);
}

export const parisDay = (at: number): string => parisTime(at).slice(0, 10);
