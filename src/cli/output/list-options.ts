import { InvalidArgumentError, Option } from 'commander';
import { isCalendarDate, momentsOfDays } from '../../kernel/sepa/target-calendar.ts';

/** How many lines of a list. */
export const limitOption = (usual: number): Option =>
  new Option('--limit <number>', 'how many at most').default(usual).argParser(limitOf);

function limitOf(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 1000) throw new InvalidArgumentError('It must be 1 to 1000.');
  return limit;
}

/**
 * @param word what the option is called
 * @param zone where a day without a time begins
 */
export const momentOf =
  (word: 'date' | 'moment', zone: 'Paris' | 'UTC' = 'Paris') =>
  (text: string): number => {
    const isDay = isCalendarDate(text);
    const isMoment = /^[\d-]{10}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) && isCalendarDate(text.slice(0, 10));
    const written = isDay || isMoment ? Date.parse(text) : Number.NaN;
    const at = isDay && zone === 'Paris' ? momentsOfDays({ from: text, to: null }).from : written;
    if (at !== null && !Number.isNaN(at)) return at;
    throw new InvalidArgumentError(
      `It must be a ${word} like 2026-11-01, 2026-11-01T08:00:00Z or 2026-11-01T09:00:00+01:00.`,
    );
  };
