import { actingName, type Caller, holds, runModesOf, worksAt } from '../../../kernel/caller.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import { type EffectiveRunMode, ownTarget } from '../../../kernel/vocabulary.ts';
import { shownOfEachPayment } from '../../payments/read-payments.ts';
import type { BankException, BankFile, BankFileStatus } from '../bank-import.ts';
import type { BankExceptionQuery } from '../bank-import-store.ts';
import type { Services } from '../ports.ts';
import { mayDecide, mayWorkFor } from './bank-rights.ts';

/** Bank files and exceptions, for the back office of their sociétés. A foreign one looks like an unknown one. */

export const maySeeFile = (services: Parameters<typeof runModesOf>[0], caller: Caller, file: BankFile): boolean => {
  if (!holds(caller, 'bankFiles')) return false;
  // A person sees by its role alone, but also why its own file was not read.
  const isOwn = file.receivedBy === actingName(caller) && (!caller.person || file.format === null);
  if (isOwn) return true;
  const isOfMode = file.runMode === null || runModesOf(services, caller).includes(file.runMode);
  // An older version kept the société of a file only where it was one.
  const societes = file.societes ?? (file.idSociete === null ? null : [file.idSociete]);
  if (societes === null) return isOfMode && caller.societes === null && caller.targets === null;
  return isOfMode && societes.every((idSociete) => mayWorkFor(caller, idSociete));
};

export async function readStoredBankFile(services: Services, caller: Caller, id: string): Promise<BankFile | null> {
  const file = isIdOf('bkf', id) ? await services.store.bankFile(id) : null;
  return file && maySeeFile(services, caller, file) ? file : null;
}

type FilePage = {
  readonly limit: number;
  readonly beforeId: string | null;
  /** Of accounts of this mode, with those that could not be read; null: all. */
  readonly runMode?: EffectiveRunMode | null;
  /** Null: of any. */
  readonly status?: BankFileStatus | null;
};

/** Newest first. */
export async function listBankFiles(
  services: Services,
  caller: Caller,
  { runMode: wanted = null, status = null, ...page }: FilePage,
): Promise<readonly BankFile[]> {
  if (!holds(caller, 'bankFiles')) return [];
  const { societes } = caller;
  const found: BankFile[] = [];
  // The database cannot filter by modes and targets, so they are filtered here, and a page may take several reads.
  for (let beforeId = page.beforeId; found.length < page.limit; ) {
    const visibleTo = societes && { client: actingName(caller), societes: [...societes] };
    const files = await services.store.bankFiles({ limit: page.limit, beforeId, visibleTo });
    const isWanted = (file: BankFile): boolean =>
      (wanted === null || file.runMode === null || file.runMode === wanted) &&
      (status === null || file.status === status);
    found.push(...files.filter((file) => isWanted(file) && maySeeFile(services, caller, file)));
    if (files.length < page.limit) break;
    beforeId = files.at(-1)?.id ?? null;
  }
  return found.slice(0, page.limit);
}

export const maySeeException = (
  services: Pick<Services, 'settings'>,
  caller: Caller,
  { idSociete, runMode }: Pick<BankException, 'idSociete' | 'runMode'>,
): boolean => mayDecide(caller, idSociete) && runModesOf(services, caller).includes(runMode);

export async function readBankException(services: Services, caller: Caller, id: string): Promise<BankException | null> {
  const found = isIdOf('bkx', id) ? await services.store.bankException(id) : null;
  return found && maySeeException(services, caller, found) ? found : null;
}

/** Newest first. The database leaves out what the caller may not see by `maySeeException`: it may be very much. */
export async function listBankExceptions(
  services: Services,
  caller: Caller,
  { runMode: wanted = null, ...query }: Omit<BankExceptionQuery, 'societes'>,
): Promise<readonly BankException[]> {
  const [runMode, ...others] = runModesOf(services, caller).filter((mode) => wanted === null || mode === wanted);
  if (!holds(caller, 'decide') || !worksAt(caller, ownTarget) || runMode === undefined) return [];
  const societes = caller.societes && [...caller.societes];
  return services.store.bankExceptions({ ...query, runMode: others.length === 0 ? runMode : null, societes });
}

/** The newest exceptions about payments that the caller sees. None of sociétés and modes that it may not decide about. */
export async function bankExceptionsOfPayments(
  services: Pick<Services, 'store' | 'settings'>,
  caller: Caller,
  paymentIds: readonly string[],
): Promise<readonly BankException[]> {
  if (!holds(caller, 'decide')) return [];
  const found = await services.store.bankExceptionsOfPayments(paymentIds, shownOfEachPayment);
  return found.filter((exception) => maySeeException(services, caller, exception));
}
