/** Days in Paris as moments. */

const offsets = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });

/** When a day begins in Paris: `2026-10-25` → `2026-10-24T22:00:00.000Z`. */
export function startInParis(day: string): string {
  const midnight = Date.parse(day);
  // Clocks change at 01:00 UTC: two hours before midnight UTC, Paris has the offset of its own midnight.
  const name = offsets.formatToParts(midnight - 2 * 3_600_000).find(({ type }) => type === 'timeZoneName')?.value;
  const [, hours = '1'] = /GMT\+(\d+)/.exec(name ?? '') ?? [];
  return new Date(midnight - Number(hours) * 3_600_000).toISOString();
}

/** So many days before a day: `2026-11-27`. Days have no time zone. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
export const dayAfter = (day: string): string => daysBefore(day, -1);
