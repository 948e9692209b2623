/** A day as text, `2026-12-11`. Texts sort as their days do. */
export type Day = string;

const dayMs = 86_400_000;
const momentOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (at: number): Day => new Date(at).toISOString().slice(0, 10);

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(momentOf(text)) && dayOf(momentOf(text)) === text;

export const addDays = (day: Day, days: number): Day => dayOf(momentOf(day) + days * dayMs);

/** Whether TARGET is open: never on weekends, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
export function isBankingDay(day: Day): boolean {
  const weekday = new Date(momentOf(day)).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (['01-01', '05-01', '12-25', '12-26'].includes(day.slice(5))) return false;
  const easter = easterOf(Number(day.slice(0, 4)));
  return day !== addDays(easter, -2) && day !== addDays(easter, 1);
}

export function bankingDayFrom(day: Day): Day {
  let candidate = day;
  while (!isBankingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/** So many banking days later. */
export function addBankingDays(day: Day, days: number): Day {
  let reached = day;
  for (let left = days; left > 0; left--) reached = bankingDayFrom(addDays(reached, 1));
  return reached;
}

/** Gauss' rule for the Gregorian calendar, with its two exceptions. */
export function easterOf(year: number): Day {
  const century = Math.floor(year / 100);
  const skipped = Math.floor(century / 4);
  const moon = (15 - Math.floor((13 + 8 * century) / 25) + century - skipped) % 30;
  const full = (19 * (year % 19) + moon) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * full + ((4 + century - skipped) % 7)) % 7;
  const isWeekEarlier = sunday === 6 && (full === 29 || (full === 28 && (11 * moon + 11) % 30 < 19));
  return addDays(`${year}-03-22`, full + sunday - (isWeekEarlier ? 7 : 0));
}
