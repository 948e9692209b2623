import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Store } from '../../app/store.ts';
import { normaliseReference } from '../../kernel/identifiers.ts';
import type { NotedAnchor } from '../../modules/event-log/chain.ts';
import type { EventLogProblem } from '../../modules/event-log/event-log-problem.ts';
import { eventLogProblemKind } from '../../modules/event-log/event-log-problem.ts';
import {
  type EventLogCounts,
  type EventLogReport,
  type VerifyRequest,
  verifyEventLog,
} from '../../modules/event-log/verify-event-log.ts';
import { agreeing, countOf } from '../output/count.ts';
import { momentOf } from '../output/list-options.ts';
import { printJson } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import { CommandFailure, type CommandWorld, withStore } from '../world.ts';
import { anchorsAnd, auditMonthsOption, auditSummaryOf, problemsKept, verifyAudit } from './verify-audit.ts';

type VerifyOptions = {
  readonly payment?: string;
  readonly since?: number;
  readonly expect?: readonly NotedAnchor[];
  readonly expectAudit?: readonly NotedAnchor[];
  readonly auditMonths?: number;
  readonly json?: true;
};

const explanation = `
Every event of a payment covers the one before it, and anchors cover the events of all payments. This walks through
all of it, while the gateway runs, and changes nothing. A person who can write the database can compute the chain of
anchors anew: note the last anchor down somewhere else from time to time, and give the notes back with --expect.

Examples:
  npm run gateway -- event-log verify
  npm run gateway -- event-log verify --expect 812:5f0c…  --expect 1204:a91e…
  npm run gateway -- event-log verify --payment 4K7M-9QXT
  npm run -s gateway -- event-log verify --since 2026-11-01 --json
`;

export function addEventLogCommands(program: Command, world: CommandWorld): void {
  program
    .command('event-log')
    .alias('ledger')
    .description('The story of all payments, as a chain that shows what was changed in it.')
    .command('verify')
    .description(
      'Check every hash, link and anchor, that each payment is what its story says, and the audit log. Ends with 1 where something is wrong.',
    )
    .addOption(new Option('--payment <id>', 'only this payment, by its id or its reference').conflicts('since'))
    .addOption(
      new Option(
        '--since <date>',
        'only payments made since, and what was anchored since: 2026-11-01, a day in Paris',
      ).argParser(momentOf('date')),
    )
    .addOption(
      new Option('--expect <number:hash>', 'an anchor that was noted down; may be given more than once').argParser(
        noted,
      ),
    )
    .addOption(
      new Option('--expect-audit <number:hash>', 'the same for an anchor of the audit log')
        .argParser(noted)
        .conflicts('payment'),
    )
    .addOption(auditMonthsOption().conflicts('payment'))
    .option('--json', 'print JSON, for a program')
    .addHelpText('after', explanation)
    .action((options: VerifyOptions) => verify(options, world));
}

async function verify(options: VerifyOptions, world: CommandWorld): Promise<void> {
  const problems = createProblems(options, world);
  const progress = createProgress(world);
  await withStore(world, async (store, { retention }) => {
    const paymentId = options.payment === undefined ? null : await idOf(store, options.payment);
    const request: VerifyRequest = { paymentId, since: options.since ?? null, noted: options.expect ?? [] };
    const report = await verifyEventLog(store, request, {
      report: (problem) => {
        progress.end();
        problems.take(problem);
      },
      progress: (counts) => progress.show(textOf(counts)),
    });
    progress.end();
    // A payment that was taken away is a problem, by its anchor; one that nothing names never was.
    if (options.payment !== undefined && report.payments + report.problems === 0)
      throw new CommandFailure(`there is no payment ${options.payment}, and no anchor names it`);
    if (!options.json) world.write(summaryOf(report));
    const { expectAudit: expected = [], auditMonths = retention.auditMonths } = options;
    const tell = options.json ? () => undefined : world.write;
    const audit = paymentId === null ? await verifyAudit(store, { expected, auditMonths }, world, tell) : null;
    if (options.json) printJson(world, { ...report, found: problems.found, ...(audit && { audit }) });
    else if (audit) world.write(auditSummaryOf(audit));
    if (report.problems > 0) throw new CommandFailure('The event log does not hold.');
    if (audit && audit.problems > 0) throw new CommandFailure('The audit log does not hold.');
  });
}

/** Problems are printed as they are found; JSON keeps the first of them. */
function createProblems({ json }: VerifyOptions, { write }: CommandWorld) {
  const found: EventLogProblem[] = [];
  let count = 0;
  return {
    found,
    take: (problem: EventLogProblem): void => {
      count++;
      if (json && count <= problemsKept) found.push(problem);
      if (!json && count <= problemsKept) write(`${lineOf(problem)}\n`);
      if (!json && count === problemsKept) write('… there are more; they are only counted.\n');
    },
  };
}

function lineOf({ kind, paymentId, sequence, anchor, detail }: EventLogProblem): string {
  const place = [
    ...(paymentId === null ? [] : [paymentId]),
    ...(sequence === null ? [] : [`event ${sequence}`]),
    ...(anchor === null ? [] : [`anchor ${anchor}`]),
  ].join(', ');
  return `${kind}  ${place}: ${eventLogProblemKind.descriptions[kind]} (${detail})`;
}

const textOf = ({ payments, events, anchors, problems }: EventLogCounts): string =>
  `${countOf(payments, 'payment')}, ${countOf(events, 'event')}, ${anchorsAnd({ anchors, problems })}`;

function summaryOf(report: EventLogReport): string {
  const { lastAnchor, unanchored, problems } = report;
  return [
    `${problems === 0 ? 'The event log holds' : 'The event log does not hold'}: ${textOf(report)}.`,
    lastAnchor === null
      ? 'There is no anchor yet.'
      : `The last anchor is ${lastAnchor.number}:${lastAnchor.hash} (note it down elsewhere, for --expect).`,
    ...(unanchored > 0
      ? [`${countOf(unanchored, 'event')} ${agreeing(unanchored, 'is', 'are')} not anchored yet.`]
      : []),
    '',
  ].join('\n');
}

async function idOf(store: Store, named: string): Promise<string> {
  if (named.startsWith('pay_')) return named;
  const payment = await store.paymentByReference(normaliseReference(named));
  if (payment === null) throw new Error(`there is no payment ${named}`);
  return payment.id;
}

function noted(text: string, before: readonly NotedAnchor[] = []): readonly NotedAnchor[] {
  const [, number, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!number || !hash) throw new InvalidArgumentError('It must be a number, a colon and a hash of 64 hex digits.');
  return [...before, { number: Number(number), hash }];
}
