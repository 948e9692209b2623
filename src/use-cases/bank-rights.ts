import { type BankFileRights, bankFileTarget } from '../domain/bank-import.ts';
import { type Caller, runModesOf } from '../domain/caller.ts';
import { NotAllowedError } from '../domain/errors.ts';
import type { Services } from './services.ts';

/** Who may work with files of banks: the back office, for its sociétés. */

/** @throws NotAllowedError */
export function checkOperations({ scopes, targets }: Caller): void {
  if (!scopes.has('operations')) {
    throw new NotAllowedError('This client may not work with files of banks: that takes the scope operations.');
  }
  if (targets !== null && !targets.has(bankFileTarget)) {
    throw new NotAllowedError(`This client may not use the target ${bankFileTarget}.`);
  }
}

export const mayOperate = ({ scopes, targets, societes }: Caller, idSociete: string): boolean =>
  scopes.has('operations') &&
  (targets === null || targets.has(bankFileTarget)) &&
  (societes === null || societes.has(idSociete));

/** Kept with the file, for what is done with it after the caller has gone. */
export const rightsOf = (services: Pick<Services, 'settings'>, caller: Caller): BankFileRights => ({
  societes: caller.societes && [...caller.societes].toSorted(),
  runModes: runModesOf(services, caller),
});
