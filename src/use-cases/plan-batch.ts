import type { DueDebit } from '../domain/direct-debit.ts';
import {
  type BuildDirectDebitFile,
  type DirectDebitFile,
  DirectDebitFileError,
  type DirectDebit as FileDebit,
  type SepaAddress,
} from '../domain/direct-debit-file.ts';
import { MandateStateError } from '../domain/errors.ts';
import {
  icsKeyOf,
  type Mandate,
  type MandateScheme,
  type PendingAmendment,
  type PostalAddress,
  type SequenceType,
  sequenceTypeOf,
  whyNotUsable,
} from '../domain/mandate.ts';
import { isSameBank } from '../domain/sepa-accounts.ts';
import { addDays, addTargetDays, type CalendarDate, nextTargetDay, parisDateOf } from '../domain/target-calendar.ts';
import type { EffectiveRunMode } from '../domain/vocabulary.ts';
import type { DirectDebitAccount } from './direct-debit-account.ts';
import type { Services } from './services.ts';

/** Which of the debits that are due can go to the bank now, and what the file says of each. */

export type PlannedDebit = DueDebit & {
  /** Moved from the debit's own where the bank cannot take that any more. */
  readonly dueDate: CalendarDate;
  readonly sequence: SequenceType;
  readonly amendment: PendingAmendment | null;
};

export type HeldBackDebit = { readonly paymentId: string; readonly reference: string; readonly reason: string };

export type BatchPlan = {
  readonly taken: readonly PlannedDebit[];
  readonly heldBack: readonly HeldBackDebit[];
  /** There are more than one batch takes: ask again. */
  readonly moreIsDue: boolean;
};

export type BatchScope = {
  readonly account: DirectDebitAccount;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  readonly scheme: MandateScheme;
  readonly cutOff: CalendarDate;
};

/** So that a batch, which is one transaction, ends within seconds and its file has less than ten megabytes. */
export const maximumDebits = 10_000;
const debitsPerRead = 500;
/** A list of what was held back is for a person to read. */
const maximumHeldBack = 1000;

/** How far a batch is: debits that were looked at, then payments that were recorded as sent. */
export type BatchProgress = (step: 'READ' | 'RECORDED', debits: number) => void;

export async function planBatch(
  services: Pick<Services, 'store' | 'clock'>,
  scope: BatchScope,
  onProgress: BatchProgress = () => undefined,
): Promise<BatchPlan> {
  const choose = createChoice(services.clock(), scope);
  const taken: PlannedDebit[] = [];
  const heldBack: HeldBackDebit[] = [];
  let read = 0;
  for (let after: { dueDate: CalendarDate; paymentId: string } | null = null; ; ) {
    const { idSociete, runMode, scheme, cutOff } = scope;
    const page = await services.store.dueDebits({ idSociete, runMode, scheme, cutOff, after, limit: debitsPerRead });
    for (const due of page) {
      if (taken.length === maximumDebits) return { taken, heldBack, moreIsDue: true };
      const choice = choose(due);
      if (typeof choice !== 'string') taken.push(choice);
      else if (heldBack.length < maximumHeldBack) heldBack.push(heldBackOf(due, choice));
    }
    read += page.length;
    onProgress('READ', read);
    const last = page.at(-1);
    if (!last || page.length < debitsPerRead) return { taken, heldBack, moreIsDue: false };
    after = { dueDate: last.debit.dueDate, paymentId: last.debit.paymentId };
  }
}

const heldBackOf = ({ payment: { id: paymentId, reference } }: DueDebit, reason: string): HeldBackDebit => ({
  paymentId,
  reference,
  reason,
});

/** What becomes of each debit in its turn: later ones know what earlier ones did with their mandate. */
function createChoice(now: number, { account }: BatchScope): (due: DueDebit) => PlannedDebit | string {
  const { directDebit } = account;
  const today = parisDateOf(now);
  const latest = addDays(today, directDebit.earliestDays);
  const presentable = addTargetDays(today, directDebit.presentationDays);
  const uses = new Map<string, number>();
  return (due) => {
    const { debit, mandate, payment } = due;
    const used = uses.get(mandate.id) ?? 0;
    const notified = nextTargetDay(addDays(parisDateOf(debit.notifiedAt), directDebit.notificationDays));
    const dueDate = latestOf(debit.dueDate, presentable, notified);
    if (payment.status !== 'PENDING') return `the payment is ${payment.status}`;
    if (dueDate > latest)
      return `it falls due on ${dueDate}: the bank takes it ${directDebit.earliestDays} days before`;
    const reason = whyNotUsable(mandate, dueDate);
    if (reason !== null) return reason;
    if (icsKeyOf(mandate.ics) !== icsKeyOf(directDebit.ics)) {
      return "the société's creditor identifier is another one now: amend the mandate";
    }
    if (used > 0 && (mandate.type === 'ONE_OFF' || mandate.endsWithNext)) return 'the mandate carries one debit only';
    uses.set(mandate.id, used + 1);
    const sequence = sequenceTypeOf({ ...mandate, collections: mandate.collections + used }, directDebit.namesFirst);
    return { ...due, dueDate, sequence, amendment: used === 0 ? mandate.amendment : null };
  };
}

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
    address: address && sepaAddressOf(address),
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
    // What is wrong with the company's account no debit can mend.
    if (list !== 'debits' || index === undefined) throw new MandateStateError(`The file cannot be written: ${message}`);
    if (!reasons.has(Number(index))) reasons.set(Number(index), `${field.join('.')} ${fault}`);
  }
  // Its mandate's other debits stay with it: one may have counted on what this one was to tell the bank.
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
  const order = payment.idCommande === '0' ? '' : `CDE ${payment.idCommande} `;
  return {
    endToEndId: debit.endToEndId,
    amountCents: debit.amountCents,
    runMode: debit.runMode,
    sequenceType: sequence,
    dueDate,
    mandate: {
      reference: mandate.rum,
      signedOn: signature?.signedOn ?? '',
      amendment: amendment && {
        ...(amendment.originalRum !== undefined && { originalReference: amendment.originalRum }),
        ...(amendment.originalIcs !== undefined && { originalCreditorIdentifier: amendment.originalIcs }),
        ...(amendment.originalCreditorName !== undefined && { originalCreditorName: amendment.originalCreditorName }),
        ...(amendment.originalIban !== undefined && {
          originalDebtorAccount: originalAccountOf(amendment.originalIban, debtor?.iban ?? ''),
        }),
      },
    },
    debtor: {
      name: debtor?.name ?? '',
      address: debtor?.address ? sepaAddressOf(debtor.address) : null,
      iban: debtor?.iban ?? '',
      bic: debtor?.bic ?? null,
    },
    ultimateDebtorName: null,
    // What the customer reads on the statement: the order, and the reference that they say on the phone.
    remittance: { text: `${order}${payment.reference}` },
  };
}

/** A bank knows its own accounts; another one is only told that the mandate goes on with a new account. */
const originalAccountOf = (original: string, iban: string): { readonly iban: string } | 'SMNDA' =>
  isSameBank(original, iban) ? { iban: original } : 'SMNDA';

const sepaAddressOf = (address: PostalAddress): SepaAddress => ({ ...address, lines: [] });

/** Dates are texts, which sort as their days do. */
const latestOf = (...dates: readonly CalendarDate[]): CalendarDate => dates.toSorted().at(-1) ?? '';

/** What a batch does to each mandate that it uses. */
export type MandateUse = {
  readonly mandate: Mandate;
  readonly debits: number;
  readonly lastDueDate: CalendarDate;
  readonly ends: boolean;
};

export function usesOf(taken: readonly PlannedDebit[]): readonly MandateUse[] {
  const uses = new Map<string, MandateUse>();
  for (const { mandate, dueDate, sequence } of taken) {
    const { debits, lastDueDate } = uses.get(mandate.id) ?? { debits: 0, lastDueDate: mandate.lastCollectedOn ?? '' };
    uses.set(mandate.id, {
      mandate,
      debits: debits + 1,
      lastDueDate: latestOf(dueDate, lastDueDate),
      ends: sequence === 'OOFF' || sequence === 'FNAL',
    });
  }
  return [...uses.values()];
}
