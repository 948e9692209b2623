import { type Issue, refuseInput, refuseIssues } from '../../../kernel/errors.ts';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { type CalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { DirectDebitReads } from '../batches/direct-debit.ts';
import type { DirectDebitAccount } from '../batches/direct-debit-account.ts';
import type { Transaction } from '../ports.ts';
import { changeMandateStatus, type MandateServices, recordMandateStep } from './change-mandate.ts';
import { draftOf, insertMandate, problemsOfScheme, takeRum } from './create-mandate.ts';
import { hasLapsedBy, icsKeyOf, lapsesOn, type Mandate } from './mandate.ts';
import { amendedFields, eventsAtMost, type MandateEvent } from './mandate-event.ts';
import type { ImportedMandate } from './mandate-input.ts';
import type { MandateReads } from './mandate-store.ts';
import { problemsOfFuture } from './sign-mandate.ts';

export type ImportTarget = {
  readonly runMode: EffectiveRunMode;
  readonly account: DirectDebitAccount;
  /** The recorded author of the import. */
  readonly by: string;
};

type Reads = Pick<MandateReads, 'mandateByRum' | 'mandateEventsOf'> &
  Pick<DirectDebitReads, 'debitsOfMandate' | 'endedUses' | 'directDebitBatch'>;

type Change = Partial<Pick<Mandate, 'bankConfirmedOn' | 'lastCollectedOn' | 'collections'>>;

export type MandateImport =
  | { readonly outcome: 'NEW'; readonly mandate: Mandate }
  | { readonly outcome: 'CHANGED'; readonly mandate: Mandate; readonly change: Change }
  | { readonly outcome: 'UNCHANGED' };

/**
 * What becomes of a mandate that was signed elsewhere. Where it was imported before, a later file adds what happened
 * since: its last debit, and that the debtor's bank confirmed it. Writes nothing.
 * @throws InvalidInputError where it cannot be used, or differs from the mandate that has its reference
 */
export async function planMandateImport(
  services: Pick<MandateServices, 'clock' | 'identifiers'>,
  reads: Reads,
  given: ImportedMandate,
  { runMode, account, by }: ImportTarget,
): Promise<MandateImport> {
  refuseIssues(problemsOfImport(services, given, account));
  const mandate = importedAs(services, given, { runMode, account, by });
  if (hasLapsedBy(mandate, parisDateOf(services.clock()))) {
    refuseInput('lastCollectedOn', 'lastCollectedOn: it was not used for 36 months: a new mandate must be signed.');
  }
  const known = await reads.mandateByRum(runMode, icsKeyOf(mandate.ics), rumKeyOf(mandate.rum));
  if (known === null) return { outcome: 'NEW', mandate };
  const change = await changeSince(reads, known, mandate);
  return change === null ? { outcome: 'UNCHANGED' } : { outcome: 'CHANGED', mandate: known, change };
}

function problemsOfImport(
  services: Pick<MandateServices, 'clock'>,
  { scheme, type, bankConfirmedOn, lastCollectedOn, signature: { signedOn } }: ImportedMandate,
  account: DirectDebitAccount,
): Issue[] {
  const hasEnded = type === 'ONE_OFF' && lastCollectedOn;
  const message = 'lastCollectedOn: a mandate for one debit that was used has ended.';
  return [
    ...problemsOfScheme(account, scheme),
    ...problemsOfFuture(services, { bankConfirmedOn, lastCollectedOn, signedOn }),
    ...(hasEnded ? [{ path: ['lastCollectedOn'], message }] : []),
  ];
}

/** Writes what was planned, in the caller's transaction. */
export async function keepMandateImport(
  services: MandateServices,
  transaction: Transaction,
  planned: MandateImport,
  { account, by }: ImportTarget,
): Promise<void> {
  if (planned.outcome === 'UNCHANGED') return;
  const { mandate } = planned;
  if (planned.outcome === 'NEW') {
    await takeRum(transaction, account, mandate, mandate.rum);
    await insertMandate(services, transaction, mandate);
    return;
  }
  const { change } = planned;
  if (change.bankConfirmedOn) {
    const data = { cause: 'BANK_CONFIRMATION', bankConfirmedOn: change.bankConfirmedOn } as const;
    await changeMandateStatus(services, transaction, mandate, { to: 'ACTIVE', by, data, change });
  } else {
    const data = { fields: 'lastCollectedOn', rum: mandate.rum, ibanLast4: mandate.debtor?.iban.slice(-4) ?? null };
    await recordMandateStep(services, transaction, mandate, { type: 'AMENDED', by, data, change });
  }
}

function importedAs(
  services: Pick<MandateServices, 'clock' | 'identifiers'>,
  { signature, bankConfirmedOn = null, lastCollectedOn = null, ...creation }: ImportedMandate,
  { runMode, account, by }: ImportTarget,
): Mandate {
  const draft = draftOf(services, by, { creation, runMode, account });
  const { signedOn, method, place = null, evidenceDigest = null } = signature;
  return {
    ...draft,
    rum: creation.rum,
    status: creation.scheme === 'B2B' && bankConfirmedOn === null ? 'SIGNED' : 'ACTIVE',
    signature: { signedOn, method, place, evidenceDigest },
    bankConfirmedOn,
    lastCollectedOn,
    collections: lastCollectedOn === null ? 0 : 1,
  };
}

/**
 * What happened since a mandate was imported; null: nothing. What the file leaves out says nothing, nor does an older
 * debit.
 * @throws InvalidInputError for all that differs otherwise
 */
async function changeSince(reads: Reads, known: Mandate, given: Mandate): Promise<Change | null> {
  const before = valuesOf(known);
  const different = Object.entries(valuesOf(given)).flatMap(([field, value]) =>
    (value ?? null) === null || value === before[field] ? [] : [field],
  );
  const isConfirmed = known.status === 'SIGNED' && given.bankConfirmedOn !== null;
  refuseIssues(
    different
      .filter((field) => field !== 'bankConfirmedOn' || !isConfirmed)
      .map((field) => ({ path: [field], message: `${field} differs from the mandate with this reference.` })),
  );
  if (isConfirmed && !isAsImported(await reads.mandateEventsOf(known.id, 0, eventsAtMost))) {
    refuseInput('bankConfirmedOn', notAsImported);
  }
  const isUsed = given.lastCollectedOn !== null && given.lastCollectedOn > (known.lastCollectedOn ?? '');
  if (isUsed && lapsesOn(known) === null) {
    refuseInput(
      'lastCollectedOn',
      `lastCollectedOn is later than the last debit of a mandate that is ${known.status}.`,
    );
  }
  if (given.lastCollectedOn !== null && given.lastCollectedOn <= (known.lastCollectedOn ?? '')) {
    await refuseForgotten(reads, known.id, given.lastCollectedOn);
  }
  if (!isConfirmed && !isUsed) return null;
  return {
    ...(isConfirmed && { bankConfirmedOn: given.bankConfirmedOn }),
    ...(isUsed && { lastCollectedOn: given.lastCollectedOn, collections: Math.max(1, known.collections) }),
  };
}

/**
 * Refuses a debit while a file with a later one, or one of that day, can be taken back: that would restore the date which
 * this other one remembers.
 */
async function refuseForgotten(reads: Reads, mandateId: string, usedOn: CalendarDate): Promise<void> {
  const uses = [
    ...(await reads.debitsOfMandate(mandateId, debitsLookedAt)),
    ...(await reads.endedUses({ mandateId, batchId: '' })),
  ];
  for (const { batchId, dueDate, previousCollectedOn } of uses) {
    if (batchId === null || dueDate < usedOn || (previousCollectedOn ?? '') >= usedOn) continue;
    if ((await reads.directDebitBatch(batchId))?.status === 'CREATED') {
      refuseInput(
        'lastCollectedOn',
        `lastCollectedOn would be lost if the batch ${batchId}, with a debit of that day or later, were cancelled: submit or cancel it first.`,
      );
    }
  }
}

const debitsLookedAt = 100;

/** Of another account or reference than then, only a person knows what the bank confirmed. */
const isAsImported = (events: readonly MandateEvent[]): boolean =>
  events[0]?.status === 'SIGNED' &&
  !events.flatMap(amendedFields).some((field) => ['iban', 'rum', 'ics', 'creditorName'].includes(field));

/** ISO 9362: this ending names the head office, as a BIC without it does. */
const headOffice = /(?<=^.{8})X{3}$/;

const notAsImported =
  'bankConfirmedOn is read only for the account, reference and creditor that were imported: activateMandate records it.';

/** By the names of the input's fields. */
const valuesOf = ({ signature, debtor, ...mandate }: Mandate): Readonly<Record<string, string | null | undefined>> => ({
  ...{ rum: mandate.rum, idSociete: mandate.idSociete, idClient: mandate.idClient },
  ...{ scheme: mandate.scheme, type: mandate.type, bankConfirmedOn: mandate.bankConfirmedOn },
  ...{ signedOn: signature?.signedOn, place: signature?.place, evidenceDigest: signature?.evidenceDigest },
  ...{ name: debtor?.name, iban: debtor?.iban, bic: debtor?.bic?.replace(headOffice, '') },
  ...debtor?.address,
});
