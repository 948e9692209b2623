import { z } from 'zod';
import { recordAction } from '../../../kernel/audit/record-action.ts';
import { actingName, type Caller, requireMoneyRight } from '../../../kernel/caller.ts';
import { NotAllowedError, refuseInput } from '../../../kernel/errors.ts';
import { idField, nonEmptyText } from '../../../kernel/input-fields.ts';
import { parseInput } from '../../../kernel/parse-input.ts';
import type { BankFile, BankFileChange, BankFileRights } from '../bank-import.ts';
import type { Services } from '../ports.ts';
import { checkBankFiles, rightsOf } from './bank-rights.ts';
import { type ContinueOptions, continueBankFile } from './continue-bank-file.ts';
import { maySeeFile } from './read-bank-files.ts';

/**
 * A statement marks payments as paid. So the file of a client that is not trusted alone waits until another client, or
 * a person at the server, has confirmed it. Nothing is applied before.
 */

const fileId = idField('bkf', 'a file of a bank');
const confirmation = z.strictObject({ id: fileId });
const rejection = z.strictObject({
  id: fileId,
  reason: nonEmptyText(200).refine((text) => text.length >= 3, 'must say why, in 3 to 200 characters'),
});

/**
 * Confirms a file and imports it. The same again changes nothing.
 * @throws InvalidInputError, NotAllowedError
 */
export async function confirmBankFile(
  services: Services,
  caller: Caller,
  given: unknown,
  options: ContinueOptions = {},
): Promise<BankFile> {
  const { id } = parseInput(confirmation, given);
  const file = await decide(services, caller, id, (known) => ({
    ...known,
    // Read again, because the config may have changed, with the rights that both clients have.
    ...{ status: 'RECEIVED', rights: common(known.rights, rightsOf(services, caller)) },
  }));
  if (file.decidedBy === null || file.status === 'REFUSED') {
    refuseInput('id', `The file does not wait for a confirmation: it is ${file.status}.`);
  }
  return continueBankFile(services, file.id, options);
}

/**
 * Rejects a file: nothing of it is applied. Repeating it changes nothing.
 * @throws InvalidInputError, NotAllowedError
 */
export async function rejectBankFile(services: Services, caller: Caller, given: unknown): Promise<BankFile> {
  const { id, reason } = parseInput(rejection, given);
  const file = await decide(services, caller, id, (known) => ({
    ...known,
    ...{ status: 'REFUSED', reason: `Rejected: ${reason}` },
  }));
  if (file.decidedBy === null || file.status !== 'REFUSED') {
    refuseInput('id', `The file does not wait for a confirmation: it is ${file.status}.`);
  }
  return file;
}

/** Of two concurrent decisions, the second finds the file decided. */
async function decide(
  services: Services,
  caller: Caller,
  id: string,
  change: (file: BankFile) => BankFileChange,
): Promise<BankFile> {
  const { store, clock } = services;
  checkBankFiles(caller);
  const stored = await store.bankFile(id);
  // A process may have died before it was read, so that its sociétés are not known yet.
  const file = stored?.status === 'AWAITS_CONFIRMATION' ? await continueBankFile(services, id) : stored;
  if (file === null || !maySeeFile(services, caller, file)) refuseInput('id', 'There is no such file.');
  if (file.status !== 'AWAITS_CONFIRMATION') return file;
  if (file.runMode !== null) requireMoneyRight(caller, file.runMode);
  if (file.receivedBy === actingName(caller)) {
    throw new NotAllowedError('The client that brought a file cannot decide about it: another one has to.');
  }
  const at = clock();
  const decided: BankFileChange = { ...change(file), decidedBy: actingName(caller), decidedAt: at, updatedAt: at };
  const isOurs = await store.transact(async (transaction) => {
    const isChanged = await transaction.changeBankFile(id, file.status, decided);
    if (isChanged && caller.operator !== undefined) {
      await recordAction(services, transaction, caller, 'DECIDE_FILE', id);
    }
    return isChanged;
  });
  return isOurs ? { ...file, ...decided } : ((await store.bankFile(id)) ?? file);
}

function common(one: BankFileRights, other: BankFileRights): BankFileRights {
  const { societes } = other;
  return {
    societes:
      one.societes === null ? societes : one.societes.filter((id) => societes === null || societes.includes(id)),
    runModes: one.runModes.filter((mode) => other.runModes.includes(mode)),
  };
}
