import { type Issue, refuseInput, refuseIssues } from '../../../kernel/errors.ts';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { DirectDebitAccount } from '../batches/direct-debit-account.ts';
import type { Transaction } from '../ports.ts';
import type { MandateServices } from './change-mandate.ts';
import { draftOf, insertMandate, problemsOfScheme, takeRum } from './create-mandate.ts';
import { hasLapsedBy, icsKeyOf, type Mandate } from './mandate.ts';
import type { ImportedMandate } from './mandate-input.ts';
import type { MandateReads } from './mandate-store.ts';
import { problemsOfFuture } from './sign-mandate.ts';

export type ImportTarget = {
  readonly runMode: EffectiveRunMode;
  readonly account: DirectDebitAccount;
  /** The recorded author of the import. */
  readonly by: string;
};

/**
 * A mandate that was signed elsewhere, as it is to be kept; null where the same one is there. Writes nothing.
 * @throws InvalidInputError where it cannot be used, or another mandate has its reference
 */
export async function planMandateImport(
  services: Pick<MandateServices, 'clock' | 'identifiers'>,
  reads: Pick<MandateReads, 'mandateByRum'>,
  given: ImportedMandate,
  { runMode, account, by }: ImportTarget,
): Promise<Mandate | null> {
  refuseIssues(problemsOfImport(services, given, account));
  const mandate = importedAs(services, given, { runMode, account, by });
  if (hasLapsedBy(mandate, parisDateOf(services.clock()))) {
    refuseInput('lastCollectedOn', 'lastCollectedOn: it was not used for 36 months: a new mandate must be signed.');
  }
  const known = await reads.mandateByRum(runMode, icsKeyOf(mandate.ics), rumKeyOf(mandate.rum));
  if (known === null) return mandate;
  if (isSame(known, mandate)) return null;
  return refuseInput('rum', 'rum: another mandate has this reference, or the same one says something else: amend it.');
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

/** Writes the planned mandate, in the caller's transaction. */
export async function keepImportedMandate(
  services: MandateServices,
  transaction: Transaction,
  mandate: Mandate,
  { account }: ImportTarget,
): Promise<void> {
  await takeRum(transaction, account, mandate, mandate.rum);
  await insertMandate(services, transaction, mandate);
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

/** Compares only the values that the file can hold, not later changes. */
const isSame = (known: Mandate, given: Mandate): boolean =>
  known.rum === given.rum &&
  known.idSociete === given.idSociete &&
  known.idClient === given.idClient &&
  known.scheme === given.scheme &&
  known.type === given.type &&
  known.signature?.signedOn === given.signature?.signedOn &&
  known.debtor?.iban === given.debtor?.iban &&
  known.debtor?.name === given.debtor?.name;
