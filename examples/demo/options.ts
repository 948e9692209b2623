import path from 'node:path';
import { parseArgs } from 'node:util';
import { isCalendarDate } from '../../src/kernel/sepa/target-calendar.ts';

export const usage = `npm run demo [-- options]

Fills an empty database with half a year of an invented wholesaler, to look at in the console: customers, payments by
every means, refusals, refunds, direct debits and their returns, statements, exceptions, webhooks, approvals. All of it
is TEST, made by the gateway's own use cases and the banks' simulators. Takes about a minute.

  --database URL   an empty database: sqlite:path or postgres://…; DATABASE_URL, or sqlite:data/demo.sqlite, when left out
  --seed N         other customers, amounts and events: 1 when left out
  --days N         how many days, 1 to 366: 183 when left out
  --until DATE     the last day, 2026-11-27 for instance: today when left out
  --help           this text

The same seed, days and last day give the same payments. Today ends at this moment.
`;

export type DemoOptions = {
  readonly database: string;
  readonly seed: number;
  readonly days: number;
  /** Null: today. */
  readonly until: string | null;
};

/** Options that cannot be used. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

/** Null: the help is asked for. */
export function readOptions(
  args: readonly string[],
  { DATABASE_URL }: Readonly<Record<string, string | undefined>>,
): DemoOptions | null {
  const values = parsed(args);
  if (values.help) return null;
  const number = (name: 'seed' | 'days', least: number, most: number): number => {
    const value = Number(values[name]);
    if (/^\d+$/.test(values[name]) && value >= least && value <= most) return value;
    throw new UsageProblem(`--${name} must be ${least} to ${most}`);
  };
  const until = values.until ?? null;
  if (until !== null && (!isCalendarDate(until) || Date.parse(until) > Date.now())) {
    throw new UsageProblem('--until must be a day that has begun, for instance 2026-11-27');
  }
  const database = values.database ?? (DATABASE_URL || `sqlite:${path.join('data', 'demo.sqlite')}`);
  if (!/^(?:sqlite:|postgres(?:ql)?:\/\/)./.test(database)) {
    throw new UsageProblem('--database must begin with sqlite: (and a path) or with postgres://');
  }
  return { database, seed: number('seed', 0, 999_999), days: number('days', 1, 366), until };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ database: { type: 'string' }, until: { type: 'string' }, help: { type: 'boolean', default: false } },
        ...{ seed: { type: 'string', default: '1' }, days: { type: 'string', default: '183' } },
      },
    }).values;
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
}
