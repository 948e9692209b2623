import { isTargetDay } from '../../src/kernel/sepa/target-calendar.ts';
import type { Dice } from './dice.ts';

/** When a wholesaler sells: on working days, less in August, most before the holidays. */

const perDay = 33;
/** Sunday first. */
const ofWeekday = [0.12, 1.12, 1.2, 1.08, 1.18, 1.35, 0.42] as const;
/** January first. */
const ofMonth = [0.82, 0.85, 0.95, 0.98, 1.02, 1.1, 1.04, 0.62, 1.06, 1.02, 1.08, 1.38] as const;

export function paymentsOn(day: string, dice: Dice): number {
  const usual = perDay * (ofWeekday[weekdayOf(day)] ?? 1) * (ofMonth[Number(day.slice(5, 7)) - 1] ?? 1);
  const isHoliday = isWeekday(day) && !isTargetDay(day);
  return Math.round(usual * (isHoliday ? 0.2 : 1) * (0.82 + dice.below(37) / 100));
}

export const isWeekday = (day: string): boolean => ![0, 6].includes(weekdayOf(day));

/** Monday is 1, Sunday 0. */
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** A moment of a day, in hours of Greenwich: Paris is one or two hours ahead. */
export const momentOf = (day: string, hour: number): number => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
