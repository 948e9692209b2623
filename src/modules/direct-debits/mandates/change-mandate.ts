import { type Caller, requireMoneyRight, runModesOf, worksAt, worksFor } from '../../../kernel/caller.ts';
import { MandateStateError, NotAllowedError, refuseInput } from '../../../kernel/errors.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import { ownTarget } from '../../../kernel/vocabulary.ts';
import type { Services, Transaction } from '../ports.ts';
import { canChangeMandate, type Mandate, type MandateStatus } from './mandate.ts';
import type { MandateEventDataOf, MandateEventFacts } from './mandate-event.ts';

export type MandateServices = Pick<Services, 'store' | 'clock' | 'identifiers' | 'settings' | 'societes'>;
type Writing = Pick<Services, 'clock' | 'identifiers'>;

export type ChangedMandate = { readonly mandate: Mandate; readonly changed: boolean };

type Acting = { readonly by: string; readonly change?: Partial<Mandate> };
type Step = MandateEventFacts & Acting;

type WithoutFrom<Data> = Data extends unknown ? Omit<Data, 'from'> : never;
/** The cause of a change and its facts. */
type ChangeFacts = WithoutFrom<MandateEventDataOf<'STATUS_CHANGED'>>;

/**
 * Changes a mandate and appends the event that says why, in the caller's transaction.
 * @throws StaleVersionError where the mandate is no longer the version that was read.
 */
export async function recordMandateStep(
  services: Writing,
  transaction: Transaction,
  mandate: Mandate,
  { by, change = {}, ...facts }: Step,
): Promise<Mandate> {
  const changed = await updateMandate(services, transaction, mandate, change);
  const { id: mandateId, version: sequence, status, updatedAt: at } = changed;
  await transaction.appendMandateEvent({
    id: services.identifiers.newId('mev'),
    ...{ mandateId, sequence, status, by, at },
    ...facts,
  });
  return changed;
}

/**
 * Changes a mandate without an event: the payment's own story records an ordinary use.
 * @throws StaleVersionError
 */
export async function updateMandate(
  { clock }: Pick<Services, 'clock'>,
  transaction: Transaction,
  mandate: Mandate,
  change: Partial<Mandate>,
): Promise<Mandate> {
  const changed: Mandate = { ...mandate, ...change, version: mandate.version + 1, updatedAt: clock() };
  if (await transaction.updateMandate(changed)) return changed;
  throw new StaleVersionError(`mandate ${mandate.id} is not at version ${mandate.version} any more`);
}

/** Changes the status by the mandates' state table. Whether the change is allowed is for the caller to ask first. */
export function changeMandateStatus(
  services: Writing,
  transaction: Transaction,
  mandate: Mandate,
  { to, by, data, change = {} }: Acting & { readonly to: MandateStatus; readonly data: ChangeFacts },
): Promise<Mandate> {
  if (!canChangeMandate(mandate.status, to, data.cause)) throw wrongState(mandate, to);
  return recordMandateStep(services, transaction, mandate, {
    type: 'STATUS_CHANGED',
    by,
    data: { from: mandate.status, ...data },
    change: { ...change, status: to },
  });
}

export const wrongState = ({ status }: Mandate, to: MandateStatus): MandateStateError =>
  new MandateStateError(`The mandate is ${status}: it cannot become ${to} like this.`);

/**
 * Changes one mandate for a caller with the right to; starts again if another process was first.
 * @throws InvalidInputError for an unknown mandate and for one that the caller may not see: the two look alike.
 */
export function changeMandate(
  services: MandateServices,
  caller: Caller,
  id: string,
  change: (transaction: Transaction, mandate: Mandate) => Promise<ChangedMandate>,
): Promise<ChangedMandate> {
  checkMandateScope(caller);
  return untilFresh(() =>
    services.store.transact(async (transaction) => {
      const mandate = await transaction.mandateById(id);
      if (mandate === null || !maySeeMandate(services, caller, mandate)) {
        refuseInput('id', 'There is no such mandate.');
      }
      requireMoneyRight(caller, mandate.runMode);
      return change(transaction, mandate);
    }),
  );
}

export function checkMandateScope({ scopes }: Caller): void {
  if (!scopes.has('mandates')) throw new NotAllowedError('This client may not work with mandates.');
}

/**
 * Mandates belong to a société. A client of that société with the scope sees all of them, in the modes that it holds.
 */
export function maySeeMandate(
  services: Pick<Services, 'settings'>,
  caller: Caller,
  mandate: Pick<Mandate, 'idSociete' | 'runMode'>,
): boolean {
  return caller.scopes.has('mandates') && coversMandate(services, caller, mandate);
}

/** Whether the mandate is of a société, a target and a run mode of the caller. */
export function coversMandate(
  services: Pick<Services, 'settings'>,
  caller: Caller,
  { idSociete, runMode }: Pick<Mandate, 'idSociete' | 'runMode'>,
): boolean {
  return worksFor(caller, idSociete) && worksAt(caller, ownTarget) && runModesOf(services, caller).includes(runMode);
}

/** A holder of the token may see the form, so treat the link like the form itself. */
export const mandateFormUrl = (publicUrl: string, { token }: Pick<Mandate, 'token'>): string =>
  `${publicUrl}/mandates/${token}`;
