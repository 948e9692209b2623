import { InvalidArgumentError, Option } from 'commander';
import type { Store } from '../../app/store.ts';
import {
  type AuditProblem,
  type AuditReport,
  auditProblemKind,
  verifyAuditLog,
} from '../../modules/audit-log/verify-audit-log.ts';
import type { NotedAnchor } from '../../modules/event-log/chain.ts';
import { retentionMonthMs } from '../../modules/privacy/retention.ts';
import { agreeing, countOf } from '../output/count.ts';
import type { CommandWorld } from '../world.ts';

/** Verification of the audit log, as the commands show it. */

/** Problems that are kept and shown; more are only counted. */
export const problemsKept = 1000;

type AuditResult = AuditReport & { readonly found: readonly AuditProblem[] };

type Check = {
  /** Anchors that were noted down outside. */
  readonly expected: readonly NotedAnchor[];
  /** How long entries are kept. Null: for ever. */
  readonly auditMonths: number | null;
};

/** @param tell receives a line for each problem */
export async function verifyAudit(
  store: Store,
  { expected, auditMonths }: Check,
  { clock }: Pick<CommandWorld, 'clock'>,
  tell: (line: string) => void,
): Promise<AuditResult> {
  const found: AuditProblem[] = [];
  const keptMs = auditMonths === null ? null : auditMonths * retentionMonthMs;
  const report = await verifyAuditLog(store, { noted: expected, keptMs, clock }, (problem) => {
    if (found.length === problemsKept) return;
    found.push(problem);
    tell(`${lineOf(problem)}\n`);
  });
  return { ...report, found };
}

function lineOf({ kind, anchor, entry }: AuditProblem): string {
  const place = [...(entry === null ? [] : [entry]), ...(anchor === null ? [] : [`audit anchor ${anchor}`])].join(', ');
  return `${kind}  ${place}: ${auditProblemKind.descriptions[kind]}`;
}

export function auditSummaryOf({ entries, anchors, problems, unanchored, lastAnchor }: AuditReport): string {
  const counts = `${countOf(entries, 'entry')}, ${anchorsAnd({ anchors, problems })}`;
  return [
    `${problems === 0 ? 'The audit log holds' : 'The audit log does not hold'}: ${counts}.`,
    ...(lastAnchor ? [`Its last anchor is ${lastAnchor.number}:${lastAnchor.hash} (for --expect-audit).`] : []),
    ...(unanchored > 0
      ? [`${countOf(unanchored, 'entry')} ${agreeing(unanchored, 'is', 'are')} not anchored yet.`]
      : []),
    '',
  ].join('\n');
}

export const anchorsAnd = ({ anchors, problems }: { readonly anchors: number; readonly problems: number }): string =>
  countOf(anchors, 'anchor') + (problems > 0 ? `, ${problems} ${agreeing(problems, 'PROBLEM', 'PROBLEMS')}` : '');

export const auditMonthsOption = (): Option =>
  new Option(
    '--audit-months <months>',
    'the shortest time that retention.auditMonths ever was, where it was raised since: older removals then count too',
  ).argParser(monthsOf);

function monthsOf(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It must be a number of months.');
  return Number(text);
}
