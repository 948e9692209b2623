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

export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
