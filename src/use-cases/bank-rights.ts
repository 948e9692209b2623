import { type BankFileRights, bankFileTarget } from '../domain/bank-import.ts';
import { type Caller, runModesOf } from '../domain/caller.ts';
import { NotAllowedError } from '../domain/errors.ts';
import type { Services } from './services.ts';

/** Who may work with files of banks: the back office, for its sociétés. */

/** @throws NotAllowedError */
export function checkOperations(caller: Caller): void {
  if (!caller.scopes.has('operations')) {
    throw new NotAllowedError('This client may not work with files of banks: that takes the scope operations.');
  }
  checkTarget(caller);
}

/** @throws NotAllowedError */
export function checkBankFiles(caller: Caller): void {
  if (!hasBankFiles(caller)) {
    throw new NotAllowedError('This client may not bring files of banks: that takes the scope bankFiles.');
  }
  checkTarget(caller);
}

/** `operations` includes `bankFiles`, as it did when there was no scope for files alone. */
export const hasBankFiles = ({ scopes }: Pick<Caller, 'scopes'>): boolean =>
  scopes.has('bankFiles') || scopes.has('operations');

function checkTarget({ targets }: Caller): void {
  if (targets !== null && !targets.has(bankFileTarget)) {
    throw new NotAllowedError(`This client may not use the target ${bankFileTarget}.`);
  }
}

export const mayOperate = (caller: Caller, idSociete: string): boolean =>
  caller.scopes.has('operations') && mayWorkFor(caller, idSociete);

/** Whether the files of the société's bank are within the caller's targets and sociétés. */
export const mayWorkFor = ({ targets, societes }: Caller, idSociete: string): boolean =>
  (targets === null || targets.has(bankFileTarget)) && (societes === null || societes.has(idSociete));

/** Kept with the file, for what is done with it after the caller has gone. */
export const rightsOf = (services: Pick<Services, 'settings'>, caller: Caller): BankFileRights => ({
  societes: caller.societes && [...caller.societes].toSorted(),
  runModes: runModesOf(services, caller),
});
