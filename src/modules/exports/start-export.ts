import type { AuditOutcome } from '../../kernel/audit/audit-entry.ts';
import { recordAudit } from '../../kernel/audit/record-audit.ts';
import { actingName, type Caller, hasFreshProof } from '../../kernel/caller.ts';
import { PaymentError, refuseInput } from '../../kernel/errors.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { checkNarrowed } from './check-narrowed.ts';
import { type Asked, type ExportKind, exportKind, type Plan } from './export-kind.ts';
import { planAudit } from './of-audit.ts';
import { planBalance } from './of-balance.ts';
import { planFec, planJournal } from './of-books.ts';
import { planExceptions } from './of-exceptions.ts';
import { planPayments } from './of-payments.ts';
import { planSuspense } from './of-suspense.ts';
import { createOpenExports, type OpenExports } from './open-exports.ts';
import type { Services } from './ports.ts';
import { type Parameters, readParameters } from './read-parameters.ts';
import { RefusedExportError } from './refused-export.ts';

type MakePlan = (services: Services, caller: Caller, parameters: Parameters, asked: Asked) => Plan | Promise<Plan>;

const plans: Readonly<Record<ExportKind, MakePlan>> = {
  payments: planPayments,
  exceptions: planExceptions,
  audit: planAudit,
  journal: planJournal,
  balance: planBalance,
  suspense: planSuspense,
  fec: planFec,
};

export type ExportRequest = {
  readonly kind: string;
  readonly query: URLSearchParams;
  readonly language: Asked['language'];
  readonly request: string;
  /** The caller of the same session at this moment; null where it ended. */
  readonly callerNow: () => Promise<Caller | null>;
  /** Whether the connection is closed. */
  readonly isGone: () => boolean;
};

export type StartedExport = {
  readonly fileName: string;
  readonly type: string;
  readonly text: AsyncGenerator<string>;
  /**
   * To be called once, whatever happened.
   * @param fault why the last row was not sent; null where it was
   * @returns the code that the audit log has; null where the file is whole
   */
  readonly end: (fault: unknown) => Promise<string | null>;
};

/** @throws what `startExport` throws */
export type StartExport = (caller: Caller, asked: ExportRequest) => Promise<StartedExport>;

export function createStartExport(services: Services): StartExport {
  const open = createOpenExports();
  return (caller, asked) => startExport(services, open, caller, asked);
}

/** How long a session or a right that ended can still count. */
const lookAgainMs = 15_000;

/**
 * Begins an export. The audit log gets an entry before the first row is read, and one at the end with the number of rows:
 * `FAILED` where the file is not whole. A gateway that is killed leaves the first one alone.
 * @throws InvalidInputError, NotAllowedError, RefusedExportError
 */
export async function startExport(
  services: Services,
  open: OpenExports,
  caller: Caller,
  asked: ExportRequest,
): Promise<StartedExport> {
  const { kind, query, language, request } = asked;
  if (!exportKind.has(kind)) refuseInput(null, `An export is one of ${exportKind.names.join(', ')}.`);
  const action = actionOf(kind);
  const record = (object: string | null, outcome: AuditOutcome, code: string | null = null): Promise<void> =>
    services.store.transact((transaction) =>
      recordAudit(services, transaction, caller, { action, object, outcome, code, request }),
    );
  try {
    const parameters = readParameters(kind, query);
    const names = parameters.text('names') !== null;
    if (names && parameters.text('names') !== 'true') refuseInput('names', 'names must be true.');
    const plan = await plans[kind](services, caller, parameters, { language, names });
    if (names && !hasFreshProof(caller, services.clock())) throw new RefusedExportError('STEP_UP_REQUIRED');
    const leave = open.take(actingName(caller));
    try {
      await record(parameters.given.length === 0 ? null : `by ${parameters.given.join(' ')}`, 'DONE');
    } catch (error) {
      leave();
      throw error;
    }
    return { ...followed(services, asked, plan, caller, { record, leave }), type: plan.type };
  } catch (error) {
    if (error instanceof PaymentError || error instanceof RefusedExportError) await record(null, 'REFUSED', error.code);
    throw error;
  }
}

/** The name of the action in the audit log: `exportPayments`. */
const actionOf = (kind: ExportKind): string => `export${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

type Ending = {
  readonly record: (object: string, outcome: AuditOutcome, code?: string | null) => Promise<void>;
  readonly leave: () => void;
};

function followed(
  { clock }: Services,
  { callerNow, isGone }: ExportRequest,
  plan: Plan,
  first: Caller,
  { record, leave }: Ending,
): Omit<StartedExport, 'type'> {
  let [caller, lookedAt, rows] = [first, clock(), 0];
  const stillAllowed = async (): Promise<Caller> => {
    if (isGone()) throw new RefusedExportError('ABORTED');
    if (clock() - lookedAt < lookAgainMs) return caller;
    const now = await callerNow();
    if (now === null) throw new RefusedExportError('SESSION_ENDED');
    plan.check(now);
    checkNarrowed(first, now);
    [caller, lookedAt] = [now, clock()];
    return now;
  };
  async function* text(): AsyncGenerator<string> {
    yield plan.head;
    for await (const page of plan.pages(stillAllowed)) {
      rows += page.rows;
      yield page.text;
    }
  }
  return {
    fileName: named(plan.fileName, clock()),
    text: text(),
    end: async (fault) => {
      leave();
      const code = fault === null ? null : codeOf(fault);
      await record(`${rows} rows`, code === null ? 'DONE' : 'FAILED', code);
      return code;
    },
  };
}

/** What Node says of a connection that its other end closed. */
const closings: ReadonlySet<unknown> = new Set([
  ...['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE'],
]);

function codeOf(fault: unknown): string {
  if (fault instanceof PaymentError || fault instanceof RefusedExportError) return fault.code;
  return closings.has((Object(fault) as { readonly code?: unknown }).code) ? 'ABORTED' : 'FAULT';
}

/** The FEC has its own name; the day tells others apart. */
const named = (name: string, at: number): string => (name.includes('.') ? name : `${name}-${parisDateOf(at)}.csv`);
