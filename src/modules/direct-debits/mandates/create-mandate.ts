import assert from 'node:assert/strict';
import { actingName, type Caller } from '../../../kernel/caller.ts';
import { InvalidInputError, type Issue } from '../../../kernel/errors.ts';
import { judgeInput } from '../../../kernel/parse-input.ts';
import { type MandateScheme, rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import { claimKey } from '../../payments/claimed-key.ts';
import { accountAsked, type DirectDebitAccount } from '../batches/direct-debit-account.ts';
import { rumCounter } from '../counters.ts';
import type { Transaction } from '../ports.ts';
import { checkMandateScope, type MandateServices } from './change-mandate.ts';
import { type Debtor, icsKeyOf, type Mandate } from './mandate.ts';
import { createMandateInput, type MandateCreation } from './mandate-input.ts';

export type CreatedMandate = { readonly mandate: Mandate; readonly replayed: boolean };

/**
 * Records a mandate that the debtor is to sign. Its reference is given or made; asked twice with the same key, it
 * answers the mandate that is there.
 * @throws InvalidInputError, NotAllowedError, IdempotencyConflictError; then nothing was recorded.
 */
export async function createMandate(
  services: MandateServices,
  caller: Caller,
  input: unknown,
): Promise<CreatedMandate> {
  checkMandateScope(caller);
  const { input: creation, judged } = judgeInput(createMandateInput, input, (usable, found) => {
    const asked = accountAsked(services, caller, usable);
    if (asked !== null) found.push(...problemsOfScheme(asked.account, usable.scheme));
    return asked;
  });
  assert(judged, 'a mandate without a problem has an account');
  const { runMode, account } = judged;
  return services.store.transact(async (transaction) => {
    const draft = draftOf(services, actingName(caller), { creation, runMode, account });
    const replayed = await replayOf(transaction, caller, creation, draft);
    if (replayed) return { mandate: replayed, replayed: true };
    const rum = await takeRum(transaction, account, draft, creation.rum ?? null);
    const mandate = { ...draft, rum };
    await insertMandate(services, transaction, mandate);
    return { mandate, replayed: false };
  });
}

/** What is wrong where the company's bank did not agree to the scheme. */
export function problemsOfScheme(
  { directDebit: { schemes } }: DirectDebitAccount,
  scheme: MandateScheme | null | undefined,
): Issue[] {
  if (!scheme || schemes.includes(scheme)) return [];
  return [{ path: ['scheme'], message: `scheme must be one that the société's bank takes: ${schemes.join(', ')}.` }];
}

type Draft = {
  readonly creation: Omit<MandateCreation, 'idempotencyKey' | 'rum'>;
  readonly runMode: EffectiveRunMode;
  readonly account: DirectDebitAccount;
};

export function draftOf(
  { clock, identifiers }: Pick<MandateServices, 'clock' | 'identifiers'>,
  client: string,
  { creation, runMode, account }: Draft,
): Mandate {
  const at = clock();
  return {
    id: identifiers.newId('mdt'),
    token: identifiers.newToken(),
    rum: '',
    ics: account.directDebit.ics,
    creditorName: account.creditorName,
    idSociete: creation.idSociete,
    idClient: creation.idClient,
    runMode,
    scheme: creation.scheme,
    type: creation.type ?? 'RECURRENT',
    status: 'DRAFT',
    version: 1,
    client,
    debtor: debtorOf(creation.debtor),
    signature: null,
    bankConfirmedOn: null,
    amendment: null,
    lastCollectedOn: null,
    collections: 0,
    endsWithNext: false,
    createdAt: at,
    updatedAt: at,
  };
}

export const addressOf = ({
  street = null,
  buildingNumber = null,
  postalCode = null,
  town,
  country,
}: NonNullable<MandateCreation['debtor']['address']>): NonNullable<Debtor['address']> => ({
  ...{ street, buildingNumber, postalCode, town, country },
});

const debtorOf = ({ name, iban, bic = null, address }: MandateCreation['debtor']): Debtor => ({
  ...{ name, iban, bic, address: address ? addressOf(address) : null },
});

/** Writes the row and its first event. The event holds only four digits of the debtor's IBAN. */
export async function insertMandate(
  { identifiers }: MandateServices,
  transaction: Transaction,
  mandate: Mandate,
): Promise<void> {
  await transaction.insertMandate(mandate);
  const { id: mandateId, status, client: by, createdAt: at, rum, scheme, debtor } = mandate;
  await transaction.appendMandateEvent({
    id: identifiers.newId('mev'),
    ...{ mandateId, sequence: 1, type: 'CREATED', status, by, at },
    data: { rum, scheme, ibanLast4: debtor?.iban.slice(-4) ?? null },
  });
}

type Key = Pick<Mandate, 'id' | 'runMode' | 'ics' | 'rum'>;

const hasClaimed = async (transaction: Transaction, { id: mandateId, runMode, ics, rum }: Key): Promise<boolean> =>
  (await transaction.claimRum({ runMode, icsKey: icsKeyOf(ics), rumKey: rumKeyOf(rum), mandateId })) === mandateId;

/** Takes the reference for ever. @throws InvalidInputError where it was ever given to another mandate of the creditor. */
export async function claimRum(transaction: Transaction, mandate: Key): Promise<void> {
  if (!(await hasClaimed(transaction, mandate))) throw rumIsTaken();
}

/** Takes nothing. @throws InvalidInputError where `claimRum` would */
export async function requireFreeRum(transaction: Transaction, { id, runMode, ics, rum }: Key): Promise<void> {
  const holder = await transaction.mandateByRum(runMode, icsKeyOf(ics), rumKeyOf(rum));
  if (holder !== null && holder.id !== id) throw rumIsTaken();
}

function rumIsTaken(): InvalidInputError {
  const message = 'rum was given to another mandate: a reference is never used twice.';
  return new InvalidInputError([{ path: ['rum'], message }]);
}

const triesForRum = 20;

/**
 * The requested reference, or the next free one of the société: `RUM-000042`. It says nothing about the debtor, because
 * it appears in events, files and statements.
 * @throws InvalidInputError where it was ever given to another mandate of the same creditor.
 */
export async function takeRum(
  transaction: Transaction,
  account: DirectDebitAccount,
  mandate: Pick<Mandate, 'id' | 'runMode' | 'ics'>,
  asked: string | null,
): Promise<string> {
  if (asked !== null) {
    await claimRum(transaction, { ...mandate, rum: asked });
    return asked;
  }
  const counter = rumCounter(mandate.runMode, account);
  for (let tries = 0; tries < triesForRum; tries++) {
    const number = (await transaction.nextSequence(counter)) + 1;
    const rum = `${account.directDebit.rumPrefix}-${String(number).padStart(6, '0')}`;
    if (await hasClaimed(transaction, { ...mandate, rum })) return rum;
  }
  throw new Error('no free mandate reference was found: is rumPrefix one that was used before?');
}

async function replayOf(
  transaction: Transaction,
  caller: Caller,
  { idempotencyKey: key, ...asked }: MandateCreation,
  draft: Mandate,
): Promise<Mandate | null> {
  if (!key) return null;
  const scope = `${actingName(caller)} createMandate ${draft.runMode}`;
  const holder = await claimKey(transaction, { scope, key, asked }, { holderId: draft.id, at: draft.createdAt });
  if (holder === null) return null;
  const mandate = await transaction.mandateById(holder);
  if (mandate === null) throw new Error('an idempotency key names a mandate that is not there');
  return mandate;
}
