import assert from 'node:assert/strict';
import { MandateStateError } from '../../../kernel/errors.ts';
import { isSameBank } from '../../../kernel/sepa/sepa-accounts.ts';
import { foldToSepa } from '../../../kernel/sepa/sepa-text.ts';
import {
  type BuildDirectDebitFile,
  type DirectDebitFile,
  DirectDebitFileError,
  type DirectDebit as FileDebit,
  remittanceLimit,
} from '../files/direct-debit-input.ts';
import { type BatchPlan, type BatchScope, heldBackOf, maximumHeldBack, type PlannedDebit } from './plan-batch.ts';

/**
 * The file of a plan. A debit that breaks a rule of the scheme is held back, and the file is written without it.
 * @throws MandateStateError where the company's own account breaks one
 */
export function writeBatchFile(
  build: BuildDirectDebitFile,
  scope: Pick<BatchScope, 'account' | 'runMode' | 'scheme'>,
  plan: BatchPlan,
  details: { readonly messageId: string; readonly now: number },
): { readonly plan: BatchPlan; readonly file: DirectDebitFile | null } {
  if (plan.taken.length === 0) return { plan, file: null };
  const { account, runMode, scheme } = scope;
  const { messageId, now } = details;
  const { directDebit, creditorName, address = null, iban, bic } = account;
  const creditor = {
    name: creditorName,
    address,
    iban,
    bic,
    creditorIdentifier: directDebit.ics,
  };
  try {
    const file = build({
      version: `pain.008.001.${directDebit.painVersion}`,
      runMode,
      scheme,
      messageId,
      createdAt: now,
      creditor,
      batchBooking: directDebit.batchBooking,
      debits: plan.taken.map(fileDebitOf),
    });
    return { plan, file };
  } catch (error) {
    if (!(error instanceof DirectDebitFileError)) throw error;
    return writeBatchFile(build, scope, withoutFaulty(plan, error), details);
  }
}

function withoutFaulty(plan: BatchPlan, { issues, message }: DirectDebitFileError): BatchPlan {
  const reasons = new Map<number, string>();
  for (const { path, message: fault } of issues) {
    const [list, index, ...field] = path;
    // A fault in the company's account concerns every debit, so no file is written.
    if (list !== 'debits' || index === undefined) throw new MandateStateError(`The file cannot be written: ${message}`);
    if (!reasons.has(Number(index))) reasons.set(Number(index), `${field.join('.')} ${fault}`);
  }
  // All debits of the mandate are left out: one may rely on the change that this one was to report.
  const mandates = new Set([...reasons.keys()].map((index) => plan.taken[index]?.mandate.id));
  const reasonOf = ({ mandate }: PlannedDebit, index: number): string | null =>
    reasons.get(index) ?? (mandates.has(mandate.id) ? 'another debit under its mandate was held back' : null);
  const heldBack = plan.taken.flatMap((planned, index) => {
    const reason = reasonOf(planned, index);
    return reason === null ? [] : [heldBackOf(planned, reason)];
  });
  return {
    ...plan,
    taken: plan.taken.filter((planned, index) => reasonOf(planned, index) === null),
    heldBack: [...plan.heldBack, ...heldBack].slice(0, maximumHeldBack),
  };
}

function fileDebitOf({ debit, payment, mandate, dueDate, sequence, amendment }: PlannedDebit): FileDebit {
  const { debtor, signature } = mandate;
  assert(debtor && signature, 'a mandate that is collected has a debtor and a signature');
  return {
    endToEndId: debit.endToEndId,
    amountCents: debit.amountCents,
    runMode: debit.runMode,
    sequenceType: sequence,
    dueDate,
    mandate: {
      reference: mandate.rum,
      signedOn: signature.signedOn,
      amendment: amendment && {
        ...(amendment.originalRum !== undefined && { originalReference: amendment.originalRum }),
        ...(amendment.originalIcs !== undefined && { originalCreditorIdentifier: amendment.originalIcs }),
        ...(amendment.originalCreditorName !== undefined && { originalCreditorName: amendment.originalCreditorName }),
        ...(amendment.originalIban !== undefined && {
          originalDebtorAccount: originalAccountOf(amendment.originalIban, debtor.iban),
        }),
      },
    },
    debtor: {
      name: debtor.name,
      address: debtor.address,
      iban: debtor.iban,
      bic: debtor.bic,
    },
    remittance: remittanceOf(payment),
  };
}

/** The customer sees it on the statement: the order where it fits, and the reference for the phone. */
function remittanceOf({ idCommande, reference }: PlannedDebit['payment']): string {
  const full = `CDE ${idCommande} ${reference}`;
  return idCommande === '0' || foldToSepa(full).length > remittanceLimit ? reference : full;
}

/** The debtor's bank knows its own accounts. A new bank learns only that the mandate goes on with a new account. */
const originalAccountOf = (original: string, iban: string): { readonly iban: string } | 'SMNDA' =>
  isSameBank(original, iban) ? { iban: original } : 'SMNDA';
