import type { OnDeployment } from '../../../kernel/caller.ts';
import type { DirectDebitContract } from '../../../kernel/merchant.ts';
import { type CalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../../kernel/walk-pages.ts';
import { isCopied } from '../../payments/initiation/run-mode.ts';
import {
  icsKeyOf,
  type PendingAmendment,
  type SequenceType,
  sequenceTypeOf,
  whyNotUsable,
} from '../mandates/mandate.ts';
import { needsNoDebit } from '../mandates/revert-mandate-use.ts';
import type { Services } from '../ports.ts';
import type { DueDebit, DueQuery, Presentation } from './direct-debit.ts';
import type { DirectDebitAccount } from './direct-debit-account.ts';
import { earliestDueDate, noticeDeadline, presentationWindow } from './direct-debit-dates.ts';
import type { PostponedDebit } from './pre-notify-debit.ts';

/** Which of the debits that are due can go to the bank now, and on which day. */

type ChosenDebit = DueDebit & {
  /** Another than the debit's own where that cannot be kept: it has to be announced. */
  readonly dueDate: CalendarDate;
};

export type PlannedDebit = ChosenDebit & {
  readonly sequence: SequenceType;
  readonly amendment: PendingAmendment | null;
};

export type HeldBackDebit = { readonly paymentId: string; readonly reference: string; readonly reason: string };

export type BatchPlan = {
  readonly taken: readonly PlannedDebit[];
  /** Held back, because another day has to be announced first. */
  readonly postponed: readonly PostponedDebit[];
  readonly heldBack: readonly HeldBackDebit[];
  /** Of payments that ended, as earlier versions left them waiting: no batch takes them. */
  readonly over: readonly Presentation[];
  /** There are more than one batch takes: ask again. */
  readonly moreIsDue: boolean;
};

export type BatchScope = Pick<DueQuery, 'idSociete' | 'runMode' | 'scheme' | 'cutOff'> & {
  readonly account: DirectDebitAccount;
};

/** So that a batch, which is one transaction, ends within seconds and its file has less than ten megabytes. */
export const maximumDebits = 10_000;
const debitsPerRead = 500;
/** A person reads the list of held-back debits, so it is limited. */
export const maximumHeldBack = 1000;

/** How far a batch is: debits that were looked at, then payments that were recorded as sent. */
export type BatchProgress = (step: 'READ' | 'RECORDED', debits: number) => void;

export async function planBatch(
  services: Pick<Services, 'store' | 'clock' | 'settings' | 'debitsInDoubt'>,
  scope: BatchScope,
  onProgress: BatchProgress = () => undefined,
): Promise<BatchPlan> {
  const choose = createChoice(services, scope, await services.debitsInDoubt(services.store, scope));
  const chosen: ChosenDebit[] = [];
  const postponed: PostponedDebit[] = [];
  const heldBack: HeldBackDebit[] = [];
  const over: Presentation[] = [];
  const planOf = (moreIsDue: boolean): BatchPlan => ({
    ...{ taken: inSequence(chosen, scope.account.directDebit.namesFirst), postponed, heldBack, over, moreIsDue },
  });
  let read = 0;
  const { idSociete, runMode, scheme, cutOff } = scope;
  const pages = walkPages<DueDebit, { readonly dueDate: CalendarDate; readonly paymentId: string } | null>(
    debitsPerRead,
    null,
    (after, limit) => services.store.dueDebits({ idSociete, runMode, scheme, cutOff, after, limit }),
    ({ debit: { dueDate, paymentId } }) => ({ dueDate, paymentId }),
  );
  for await (const page of pages) {
    for (const due of page) {
      if (chosen.length + postponed.length === maximumDebits) return planOf(true);
      const { dueDate, reason } = choose(due);
      if (reason === null) chosen.push({ ...due, dueDate });
      else if (heldBack.length < maximumHeldBack) heldBack.push(heldBackOf(due, reason));
      if (needsNoDebit(due.payment) && over.length < maximumHeldBack) over.push(due.debit);
      if (reason !== null && dueDate !== null) postponed.push({ ...due, dueDate });
    }
    read += page.length;
    onProgress('READ', read);
  }
  return planOf(false);
}

export const heldBackOf = ({ payment: { id: paymentId, reference } }: DueDebit, reason: string): HeldBackDebit => ({
  paymentId,
  reference,
  reason,
});

type Choice =
  | { readonly dueDate: CalendarDate; readonly reason: null }
  /** Held back; with a day where that has to be announced first. */
  | { readonly dueDate: CalendarDate | null; readonly reason: string };

const copied = 'this is a copy of production: it moves no real money';
const inDoubt = 'the bank may have it by a cancelled file: decide first about the exception';

/** Decides each debit in turn. Earlier decisions about a mandate count for the later ones. */
function createChoice(
  services: Pick<Services, 'clock'> & OnDeployment,
  { account, cutOff }: BatchScope,
  doubted: ReadonlySet<string>,
): (due: DueDebit) => Choice {
  const { directDebit } = account;
  const today = parisDateOf(services.clock());
  const { notificationDays: noticeDays, presentationDays: leadTargetDays } = directDebit;
  const announcedToday = earliestDueDate(today, { noticeDays, leadTargetDays });
  const used = new Set<string>();
  const held = (reason: string): Choice => ({ dueDate: null, reason });
  return ({ debit, mandate, payment }) => {
    const missed = whyMissed(debit, today, directDebit);
    const dueDate = missed === null ? debit.dueDate : announcedToday;
    if (payment.status !== 'PENDING') return held(`the payment is ${payment.status}`);
    if (isCopied(services, payment)) return held(copied);
    if (doubted.has(payment.id)) return held(inDoubt);
    const reason = whyNotUsable(mandate, dueDate);
    if (reason !== null) return held(reason);
    if (icsKeyOf(mandate.ics) !== icsKeyOf(directDebit.ics)) {
      return held("the société's creditor identifier is another one now: amend the mandate");
    }
    if (mandate.creditorName !== account.creditorName) {
      return held("the société's name at the bank is another one now: amend the mandate");
    }
    if (used.has(mandate.id) && (mandate.type === 'ONE_OFF' || mandate.endsWithNext)) {
      return held('the mandate carries one debit only');
    }
    if (missed !== null && dueDate > cutOff) return { dueDate, reason: `${missed}: it is announced for ${dueDate}` };
    used.add(mandate.id);
    return { dueDate, reason: null };
  };
}

/**
 * Why a debit cannot fall due on its announced day, or null. The customer knows only that day, so another day needs its
 * own notice.
 */
function whyMissed(
  { dueDate, notifiedAt }: DueDebit['debit'],
  today: CalendarDate,
  contract: DirectDebitContract,
): string | null {
  if (presentationWindow(dueDate, contract).until < today) return `the bank takes none for ${dueDate} any more`;
  if (noticeDeadline(dueDate, contract.notificationDays) < parisDateOf(notifiedAt))
    return `its notice came late for ${dueDate}`;
  return null;
}

/**
 * Of each mandate's debits, the one that falls due first has the sequence type of a first debit and reports the changes
 * to the bank.
 */
export function inSequence<Due extends Pick<ChosenDebit, 'mandate' | 'dueDate'>>(
  chosen: readonly Due[],
  namesFirst: boolean,
): readonly (Due & Pick<PlannedDebit, 'sequence' | 'amendment'>)[] {
  const uses = new Map<string, number>();
  const inOrder = chosen.toSorted(({ dueDate: one }, { dueDate: other }) => (one < other ? -1 : Number(one > other)));
  return inOrder.map((due) => {
    const { mandate } = due;
    const used = uses.get(mandate.id) ?? 0;
    uses.set(mandate.id, used + 1);
    const sequence = sequenceTypeOf({ ...mandate, collections: mandate.collections + used }, namesFirst);
    return { ...due, sequence, amendment: used === 0 ? mandate.amendment : null };
  });
}
