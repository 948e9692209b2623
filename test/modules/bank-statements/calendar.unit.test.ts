import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addTargetDays,
  easterSunday,
  isCalendarDate,
  isTargetDay,
  nextTargetDay,
  parisDateOf,
} from '../../../src/kernel/sepa/target-calendar.ts';
import {
  earliestDueDate,
  mandateLapsesOn,
  noticeDeadline,
  presentationWindow,
  refundDeadline,
  returnDeadline,
  unauthorisedClaimDeadline,
} from '../../../src/modules/direct-debits/batches/direct-debit-dates.ts';

describe('the calendar of TARGET', () => {
  it.each([
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2028-04-16'],
    ['2029-04-01'],
    ['2038-04-25'],
    ['2285-03-22'],
  ])('has Easter on %s', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  it('has Easter on a Sunday from 22 March to 25 April, every year', () => {
    for (let year = 1900; year < 2400; year++) {
      const easter = easterSunday(year);
      expect(new Date(easter).getUTCDay()).toBe(0);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }
  });

  it.each([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-12-25',
    '2027-03-26',
    '2026-12-26',
    '2026-11-28',
  ])('is closed on %s', (date) => expect(isTargetDay(date)).toBe(false));
  it.each(['2026-07-14', '2026-05-08', '2026-11-11', '2026-12-24', '2026-12-31', '2026-05-14'])(
    'is open on %s',
    (date) => expect(isTargetDay(date)).toBe(true),
  );

  it('moves a day on which it is closed to the next one on which it is open', () => {
    expect(nextTargetDay('2026-12-26')).toBe('2026-12-28');
    expect(nextTargetDay('2027-03-26')).toBe('2027-03-30');
    expect(nextTargetDay('2026-12-11')).toBe('2026-12-11');
  });

  it('counts business days over Christmas', () => {
    expect([1, 2, 3].map((days) => addTargetDays('2026-12-23', days))).toEqual([
      '2026-12-24',
      '2026-12-28',
      '2026-12-29',
    ]);
    expect(addTargetDays('2026-12-28', -1)).toBe('2026-12-24');
  });

  it('comes back where it was, by as many days back as forth', () => {
    const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => nextTargetDay(addDays('2020-01-01', days)));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 40 }), (date, days) => {
        expect(addTargetDays(addTargetDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('knows the days that exist, and the day in Paris', () => {
    expect(['2024-02-29', '2026-12-31'].every(isCalendarDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-12-11T00:00:00Z'].some(isCalendarDate)).toBe(
      false,
    );
    expect(parisDateOf(Date.UTC(2026, 11, 31, 23, 30))).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  });
});

describe('the dates of a direct debit', () => {
  it('are those of the rulebooks for one that is due on Friday 11 December 2026', () => {
    const due = '2026-12-11';
    expect(noticeDeadline(due, 14)).toBe('2026-11-27');
    const contract = { earliestDays: 14, presentationDays: 1 };
    expect(presentationWindow(due, contract)).toEqual({ from: '2026-11-27', until: '2026-12-10' });
    expect(presentationWindow(due, { ...contract, earliestDays: 30 }).from).toBe('2026-11-11');
    expect(returnDeadline(due, 'B2B')).toBe('2026-12-16');
    expect(returnDeadline(due, 'CORE')).toBe('2026-12-18');
    expect([refundDeadline(due, 'CORE'), refundDeadline(due, 'B2B')]).toEqual(['2027-02-05', null]);
    expect([unauthorisedClaimDeadline(due, 'CORE'), unauthorisedClaimDeadline(due, 'B2B')]).toEqual([
      '2028-01-11',
      null,
    ]);
    expect(mandateLapsesOn(due)).toBe('2029-12-11');
  });

  it('leave time for the notice and for the bank, whichever is longer', () => {
    expect(earliestDueDate('2026-11-27', { noticeDays: 14, leadTargetDays: 1 })).toBe('2026-12-11');
    expect(earliestDueDate('2026-12-12', { noticeDays: 14, leadTargetDays: 1 })).toBe('2026-12-28');
    expect(earliestDueDate('2026-12-23', { noticeDays: 0, leadTargetDays: 3 })).toBe('2026-12-29');
    // A Saturday: on Monday the file can still be two TARGET days before Wednesday at the bank.
    expect(earliestDueDate('2026-12-12', { noticeDays: 2, leadTargetDays: 2 })).toBe('2026-12-16');
  });

  it('leave a day for the file, from the day of the notice on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 10 }),
        (day, noticeDays, presentationDays) => {
          const today = addDays('2026-01-01', day);
          const due = earliestDueDate(today, { noticeDays, leadTargetDays: presentationDays });
          expect(presentationWindow(due, { earliestDays: 90, presentationDays }).until >= today).toBe(true);
        },
      ),
    );
  });
});
