import assert from 'node:assert/strict';
import { dayMs, hourMs } from '../durations.ts';
import { once } from '../once.ts';

/**
 * The calendar of TARGET, in which SEPA counts business days: closed on weekends, 1 January, Good Friday, Easter
 * Monday, 1 May, 25 and 26 December. French holidays, 14 July for instance, are business days.
 *
 * A date is text, `2026-12-11`: a calendar day without a time zone. Texts sort like their days.
 */
export type CalendarDate = string;

/** Whether the text is a day that exists, in the form `2026-12-11`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && dateOf(at) === text;
}

/** The day in Paris at a moment (milliseconds since the epoch): the day of the company and of its bank. */
export function parisDateOf(at: number): CalendarDate {
  return parisDays().format(at);
}

/** Swedish writes days as ISO 8601 does. */
const parisDays = once(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }));

/** When the day in Paris began that a moment is in. Paris is one or two hours ahead of UTC at midnight. */
export function startOfParisDay(at: number): number {
  const date = parisDateOf(at);
  const midnight = momentOf(date);
  const summer = midnight - 2 * hourMs;
  return parisDateOf(summer) === date ? summer : midnight - hourMs;
}

/** When a day in Paris begins. */
const startOfParisDate = (date: CalendarDate): number => startOfParisDay(momentOf(date) + 12 * hourMs);

/** No moment that is recorded lies beyond these days. */
const [firstMeant, lastMeant] = ['1969-12-31', '2999-12-31'] as const;
const meant = (date: CalendarDate): CalendarDate =>
  date < firstMeant ? firstMeant : date > lastMeant ? lastMeant : date;

/**
 * The first moment of days in Paris, and the first one after them. Null: there is no end. Some systems say so with
 * `0001-01-01` or `9999-12-31`.
 */
export function momentsOfDays({ from, to }: { readonly from: CalendarDate | null; readonly to: CalendarDate | null }) {
  return {
    from: from === null ? null : startOfParisDate(meant(from)),
    until: to === null ? null : startOfParisDate(addDays(meant(to), 1)),
  };
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(momentOf(date) + days * dayMs);
}

/** The same day of a later month; its last day where the month is too short. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

export function isTargetDay(date: CalendarDate): boolean {
  const weekday = new Date(momentOf(date)).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (fixedHolidays.has(date.slice(5))) return false;
  const easter = easterSunday(Number(date.slice(0, 4)));
  return date !== addDays(easter, -2) && date !== addDays(easter, 1);
}

const fixedHolidays = new Set(['01-01', '05-01', '12-25', '12-26']);

/** The day itself if it is a TARGET day, else the next one. */
export function nextTargetDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isTargetDay(day)) day = addDays(day, 1);
  return day;
}

/** So many TARGET days later; earlier where `days` is negative. 0 is the day itself, business day or not. */
export function addTargetDays(date: CalendarDate, days: number): CalendarDate {
  assert(Number.isInteger(days), 'days are whole');
  let day = date;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days));
    if (isTargetDay(day)) left--;
  }
  return day;
}

/** Gregorian Easter, by the rule of Meeus, Jones and Butcher. */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return dateOf(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1));
}

function momentOf(date: CalendarDate): number {
  assert(isCalendarDate(date), 'a date is a day that exists, like 2026-12-11');
  return Date.parse(`${date}T00:00:00Z`);
}

const dateOf = (at: number): CalendarDate => new Date(at).toISOString().slice(0, 10);
