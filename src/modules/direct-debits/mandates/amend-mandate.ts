import { actingName, type Caller, requireFreshProof } from '../../../kernel/caller.ts';
import { MandateStateError, OperationNotPossibleError, refuseInput } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/parse-input.ts';
import { needsAddress } from '../../../kernel/sepa/sepa-accounts.ts';
import type { AmendmentApproval, ChangeApproval, ChangeFacts } from '../../payments/operations/approval.ts';
import { holdBackChange } from '../../payments/operations/hold-back-change.ts';
import { type Approved, outOfDate, useChangeApproval } from '../../payments/operations/use-approval.ts';
import { ApprovalRequiredError } from '../../payments/payment-errors.ts';
import { directDebitAccountOf } from '../batches/direct-debit-account.ts';
import type { Transaction } from '../ports.ts';
import {
  type ChangedMandate,
  changeMandate,
  changeMandateStatus,
  type MandateServices,
  recordMandateStep,
} from './change-mandate.ts';
import { addressOf, claimRum, requireFreeRum } from './create-mandate.ts';
import {
  amendmentSince,
  type Debtor,
  isKnownToBank,
  type Mandate,
  type MandateStatus,
  maskIban,
  type PendingAmendment,
} from './mandate.ts';
import { amendMandateInput, type MandateAmendment } from './mandate-input.ts';

const amendable: ReadonlySet<MandateStatus> = new Set(['DRAFT', 'SIGNED', 'ACTIVE', 'SUSPENDED']);

/**
 * Changes an active mandate. The next debit reports to the debtor's bank the values that it knew (reference, account,
 * creditor), as the scheme requires. After a change of account the debtor's bank must confirm a B2B mandate again.
 * @throws InvalidInputError, NotAllowedError, MandateStateError, ApprovalRequiredError, OperationNotPossibleError
 */
export const amendMandate = (services: MandateServices, caller: Caller, input: unknown): Promise<ChangedMandate> =>
  carryOut(services, { caller, amendment: parseInput(amendMandateInput, input), approved: null });

/**
 * Makes an amendment that a second person approved, in the name of the one who asked.
 * @throws the errors of `amendMandate`
 */
export function carryOutAmendment(
  services: MandateServices,
  requester: Caller,
  approved: Approved<AmendmentApproval>,
): Promise<ChangedMandate> {
  const { input } = approved.approval;
  if (input === null) throw new OperationNotPossibleError('What was asked for is erased: refuse it.', ['id']);
  return carryOut(services, { caller: requester, amendment: parseInput(amendMandateInput, input), approved });
}

type Wanted = {
  readonly caller: Caller;
  readonly amendment: MandateAmendment;
  readonly approved: Approved<AmendmentApproval> | null;
};

async function carryOut(services: MandateServices, { caller, amendment, approved }: Wanted): Promise<ChangedMandate> {
  let waiting: ChangeApproval | null = null;
  const changed = await changeMandate(services, caller, amendment.id, async (transaction, mandate) => {
    // It may run again.
    waiting = null;
    if (approved !== null) await useChangeApproval(transaction, approved, mandate);
    const { debtor } = mandate;
    if (!amendable.has(mandate.status) || debtor === null) {
      throw new MandateStateError(`The mandate is ${mandate.status}: it cannot be amended any more.`);
    }
    const amended = await amend(services, transaction, { ...mandate, debtor }, amendment);
    const fields = changedFields(mandate, amended);
    // The creditor is that of the config, which may be another by now.
    if (approved !== null && approved.approval.fields !== fields.join(' ')) throw outOfDate();
    if (fields.length === 0) return { mandate, changed: false };
    const change = { ...amended, amendment: pendingAmendment(mandate, amended) };
    const data = { fields: fields.join(' '), rum: amended.rum, ibanLast4: amended.debtor?.iban.slice(-4) ?? null };
    const by = actingName(caller);
    const hasNewAccount = amended.debtor?.iban !== debtor.iban;
    if (hasNewAccount) {
      requireFreshProof(caller, services.clock(), 'change the account');
      const facts = approvalFacts(mandate, amended, { fields: data.fields, input: amendment });
      waiting = approved === null ? await holdBackChange(services, transaction, { caller, facts }) : null;
      if (waiting !== null) return { mandate, changed: false };
    }
    // Only now: what a second person refuses leaves the reference to other mandates.
    await claimRum(transaction, amended);
    const isToBeConfirmed =
      mandate.scheme === 'B2B' && hasNewAccount && ['ACTIVE', 'SUSPENDED'].includes(mandate.status);
    const after = isToBeConfirmed
      ? await changeMandateStatus(services, transaction, mandate, {
          ...{ to: 'SIGNED', by, data: { cause: 'AMENDMENT', ...data }, change: { ...change, bankConfirmedOn: null } },
        })
      : await recordMandateStep(services, transaction, mandate, { type: 'AMENDED', by, data, change });
    return { mandate: after, changed: true };
  });
  // Thrown here, so that the approval is committed.
  if (waiting !== null) throw new ApprovalRequiredError(waiting);
  return changed;
}

const approvalFacts = (
  { id, version, runMode, debtor }: Mandate,
  amended: Mandate,
  asked: { readonly fields: string; readonly input: MandateAmendment },
): ChangeFacts<AmendmentApproval> => ({
  kind: 'AMEND_MANDATE',
  ...{ mandateId: id, version, runMode },
  oldIban: maskIban(debtor?.iban ?? ''),
  newIban: maskIban(amended.debtor?.iban ?? ''),
  ...asked,
});

async function amend(
  services: MandateServices,
  transaction: Transaction,
  mandate: Mandate & { readonly debtor: Debtor },
  { rum, debtorName, iban, bic, address, takesCreditorOfConfig, endsWithNext }: MandateAmendment,
): Promise<Mandate> {
  const account = directDebitAccountOf(services.societes.get(mandate.idSociete), mandate.runMode);
  if (account === null) {
    throw new MandateStateError('The société takes no direct debits any more: its account has no directDebit.');
  }
  const creditor = takesCreditorOfConfig
    ? { ics: account.directDebit.ics, creditorName: account.creditorName }
    : { ics: mandate.ics, creditorName: mandate.creditorName };
  // The bank of the old account says nothing about a new one.
  const bicKept = iban && iban !== mandate.debtor.iban ? null : mandate.debtor.bic;
  const debtor: Debtor = {
    name: debtorName ?? mandate.debtor.name,
    iban: iban ?? mandate.debtor.iban,
    bic: bic === undefined ? bicKept : bic,
    address: address ? addressOf(address) : mandate.debtor.address,
  };
  if (needsAddress(debtor.iban) && debtor.address === null) {
    refuseInput('address', "address is missing: the debtor's bank wants it in this country.");
  }
  const [reference, ends] = [rum ?? mandate.rum, endsWithNext ?? mandate.endsWithNext];
  const amended = { ...mandate, ...creditor, rum: reference, debtor, endsWithNext: ends };
  await requireFreeRum(transaction, amended);
  return amended;
}

function changedFields(before: Mandate, after: Mandate): string[] {
  const differs = (name: string, one: unknown, other: unknown): string[] =>
    JSON.stringify(one) === JSON.stringify(other) ? [] : [name];
  return [
    ...differs('rum', before.rum, after.rum),
    ...differs('ics', before.ics, after.ics),
    ...differs('creditorName', before.creditorName, after.creditorName),
    ...differs('debtorName', before.debtor?.name, after.debtor?.name),
    ...differs('iban', before.debtor?.iban, after.debtor?.iban),
    ...differs('bic', before.debtor?.bic, after.debtor?.bic),
    ...differs('address', before.debtor?.address, after.debtor?.address),
    ...differs('endsWithNext', before.endsWithNext, after.endsWithNext),
  ];
}

/**
 * The changes that the next debit reports to the debtor's bank: the oldest value that the bank knows of each changed
 * field.
 */
function pendingAmendment(before: Mandate, after: Mandate): PendingAmendment | null {
  if (!isKnownToBank(before)) return null;
  const { rum: originalRum, ics: originalIcs, creditorName: originalCreditorName, debtor, amendment } = before;
  const known = { originalRum, originalIcs, originalCreditorName, ...(debtor && { originalIban: debtor.iban }) };
  return amendmentSince({ ...known, ...amendment }, after);
}
