import { type Caller, requireMoneyRight, worksAt, worksFor } from '../../../kernel/caller.ts';
import { NotAllowedError, refuseInput } from '../../../kernel/errors.ts';
import type { DirectDebitContract, MillietAccount, Societe } from '../../../kernel/merchant.ts';
import { type EffectiveRunMode, ownTarget, type PaymentRunMode } from '../../../kernel/vocabulary.ts';
import { chooseRunMode } from '../../payments/initiation/run-mode.ts';
import { accountOf } from '../../payments/provider.ts';
import type { Services } from '../ports.ts';

export type DirectDebitAccount = MillietAccount & { readonly directDebit: DirectDebitContract };

/** The account on which the société takes direct debits, or null. */
export function directDebitAccountOf(
  societe: Societe | undefined,
  runMode: EffectiveRunMode,
): DirectDebitAccount | null {
  const account = societe && accountOf(societe, ownTarget, runMode);
  return account?.directDebit ? { ...account, directDebit: account.directDebit } : null;
}

/**
 * The account of a société for which the caller may work.
 * @throws NotAllowedError, InvalidInputError
 */
export function requireDirectDebitAccount(
  { societes }: Pick<Services, 'societes'>,
  caller: Caller,
  idSociete: string,
  runMode: EffectiveRunMode,
): DirectDebitAccount {
  if (!worksFor(caller, idSociete)) {
    throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  }
  if (!worksAt(caller, ownTarget)) {
    throw new NotAllowedError(`This client may not use the target ${ownTarget}.`, null);
  }
  const societe = societes.get(idSociete);
  const account = directDebitAccountOf(societe, runMode);
  if (account) return account;
  const message = societe
    ? `Société ${idSociete} takes no direct debits for ${runMode}: its ${ownTarget} account has no directDebit.`
    : `idSociete is not a société of this gateway: ${[...societes.keys()].join(', ')}.`;
  refuseInput('idSociete', message);
}

type Asked = { readonly runMode?: PaymentRunMode | undefined; readonly idSociete?: string | undefined };

/**
 * Where a request that may have other faults wants to collect; null where it does not say it.
 * @throws NotAllowedError, InvalidInputError
 */
export function accountAsked(
  services: Pick<Services, 'societes' | 'settings'>,
  caller: Caller,
  asked: Asked,
): { readonly runMode: EffectiveRunMode; readonly account: DirectDebitAccount } | null {
  if (asked.runMode === undefined) return null;
  const runMode = chooseRunMode(services, caller, asked.runMode, 'runMode');
  requireMoneyRight(caller, runMode);
  if (asked.idSociete === undefined) return null;
  return { runMode, account: requireDirectDebitAccount(services, caller, asked.idSociete, runMode) };
}
