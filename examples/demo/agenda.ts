import { addDays } from '../../src/kernel/sepa/target-calendar.ts';
import { isWeekday } from './season.ts';

type Action = () => Promise<void>;

/** What is to happen on later days, in the order in which it was planned. What lies after the last day is never taken. */
export type Agenda = {
  readonly plan: (day: string, action: Action) => void;
  /** The actions of a day; each is given out once. */
  readonly take: (day: string) => readonly Action[];
};

export function createAgenda(): Agenda {
  const days = new Map<string, Action[]>();
  return {
    plan: (day, action) => {
      days.set(day, [...(days.get(day) ?? []), action]);
    },
    take: (day) => {
      const actions = days.get(day) ?? [];
      days.delete(day);
      return actions;
    },
  };
}

/** So many days later, or the weekday after it. */
export function workdayAfter(day: string, days: number): string {
  let found = addDays(day, days);
  while (!isWeekday(found)) found = addDays(found, 1);
  return found;
}
