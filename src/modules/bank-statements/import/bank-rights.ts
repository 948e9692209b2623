import { type Caller, holds, requirePower, runModesOf, worksAt, worksFor } from '../../../kernel/caller.ts';
import { NotAllowedError } from '../../../kernel/errors.ts';
import { ownTarget } from '../../../kernel/vocabulary.ts';
import { maySee } from '../../payments/may-see.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankFileRights } from '../bank-import.ts';
import type { Services } from '../ports.ts';

/** The right to work with bank files: the back office, for its sociétés. */

/** @throws NotAllowedError */
export function checkDecisions(caller: Caller): void {
  requirePower(caller, 'decide', 'decide about exceptions');
  checkTarget(caller);
}

/** @throws NotAllowedError */
export function checkBankFiles(caller: Caller): void {
  requirePower(caller, 'bankFiles', 'bring files of banks');
  checkTarget(caller);
}

function checkTarget(caller: Caller): void {
  if (!worksAt(caller, ownTarget)) {
    throw new NotAllowedError(`This client may not use the target ${ownTarget}.`);
  }
}

export const mayDecide = (caller: Caller, idSociete: string): boolean =>
  holds(caller, 'decide') && mayWorkFor(caller, idSociete);

/** A payment that the caller may not see looks like an unknown one here too. */
export const mayDecideOn = (services: Pick<Services, 'settings'>, caller: Caller, payment: Payment): boolean =>
  mayDecide(caller, payment.idSociete) && maySee(services, caller, payment);

/** Whether the files of the société's bank are within the caller's targets and sociétés. */
export const mayWorkFor = (caller: Caller, idSociete: string): boolean =>
  worksAt(caller, ownTarget) && worksFor(caller, idSociete);

/**
 * Stored with the file, for work after the caller has gone. A file of a LIVE account books real money, which not every
 * caller may do without a key.
 */
export const rightsOf = (services: Pick<Services, 'settings'>, caller: Caller): BankFileRights => ({
  societes: caller.societes && [...caller.societes].toSorted(),
  runModes: runModesOf(services, caller).filter((mode) => mode !== 'LIVE' || caller.keylessRefusal === undefined),
});
