import { addBankingDays, bankingDayFrom, type Day } from './calendar.ts';
import type { HeldDebit } from './debits.ts';
import type { Movement, MovementDetail } from './movements.ts';
import { scripted } from './receive-file.ts';
import type { ScriptKind } from './scripts.ts';
import type { State } from './state.ts';

/** The results of a new banking day. */
export type DayResult = {
  readonly day: Day;
  readonly settled: number;
  readonly rejected: number;
  readonly returned: number;
  readonly refunded: number;
};

/** The bank's day, which is never before the calendar's: days that went by are worked through. */
export function reachDay(state: State, calendarDay: Day): Day {
  const target = bankingDayFrom(calendarDay);
  const reached = state.day();
  if (reached !== null && reached >= target) return reached;
  // Looked at again within: another process may have been faster.
  return state.atomically(() => {
    if (state.day() === null) state.setDay(target);
    while ((state.day() ?? target) < target) nextBankingDay(state);
    return state.day() ?? target;
  });
}

/** Closes the day and runs the next one: due debits settle, and scripted ones are returned. */
export function nextBankingDay(state: State): DayResult {
  return state.atomically(() => {
    const before = state.day();
    if (before === null) throw new Error('the bank has not had a day yet');
    const day = addBankingDays(before, 1);
    state.setDay(day);
    const due = state.debitsDue(day);
    const rejected = rejectOnDueDate(state, due, day);
    const settled = due.filter(({ id }) => !rejected.has(id));
    settle(state, settled, day);
    const back = state.debitsToComeBack(day);
    for (const debit of back) bringBack(state, debit, day);
    const returned = back.filter(({ comesBack }) => comesBack?.kind === 'RETURNED').length;
    return {
      ...{ day, settled: settled.length, rejected: rejected.size },
      ...{ returned, refunded: back.length - returned },
    };
  });
}

/** Refusals of the debtors' banks before money moved; a report of that day lists them, file by file. */
function rejectOnDueDate(state: State, due: readonly HeldDebit[], day: Day): ReadonlySet<number> {
  const rejected = due.flatMap((debit) => {
    const script = state.takeScript({ ...struckBy(debit), kinds: ['REJECT_ON_DUE_DATE'] });
    return script === null ? [] : [{ debit, fault: scripted(script) }];
  });
  for (const { debit, fault } of rejected) {
    state.changeDebit(debit.id, { status: 'REJECTED', reason: fault.code, changedOn: day, comesBack: null });
  }
  for (const [messageId, ofFile] of Map.groupBy(rejected, ({ debit }) => debit.messageId)) {
    const blocks = [...Map.groupBy(ofFile, ({ debit }) => debit.blockId)].map(([id, ofBlock]) => ({
      ...({ id, status: 'PARTIALLY_ACCEPTED', fault: null } as const),
      rejected: ofBlock.map(({ debit, fault }) => ({
        ...{ instructionId: debit.instructionId, endToEndId: debit.endToEndId, fault },
      })),
    }));
    const messageName = ofFile[0]?.debit.messageName ?? '';
    state.insertReport({ day, messageId, messageName, status: 'PARTIALLY_ACCEPTED', fault: null, blocks });
  }
  return new Set(rejected.map(({ debit }) => debit.id));
}

const struckBy = ({ debtorAccount, rum, endToEndId, amountCents }: HeldDebit) => ({
  iban: debtorAccount,
  ...{ rum, endToEndId, amountCents },
});

/** A debtor's bank has five banking days for a return, three in B2B; debtors take longer to ask. */
function usualDaysBack(kind: ScriptKind, { scheme }: HeldDebit): number {
  if (kind === 'REFUND') return 10;
  return scheme === 'B2B' ? 3 : 5;
}

/** A block is credited in one sum, or debit by debit, as the file asked. */
function settle(state: State, debits: readonly HeldDebit[], day: Day): void {
  for (const debit of debits) {
    const script = state.takeScript({ ...struckBy(debit), kinds: ['RETURN', 'REFUND'] });
    const comesBack = script && {
      kind: script.kind === 'RETURN' ? ('RETURNED' as const) : ('REFUNDED' as const),
      reason: script.reason,
      on: addBankingDays(day, script.afterDays ?? usualDaysBack(script.kind, debit)),
      feeCents: script.feeCents,
    };
    state.changeDebit(debit.id, { status: 'SETTLED', reason: null, changedOn: day, comesBack });
  }
  for (const ofBlock of Map.groupBy(debits, ({ blockId }) => blockId).values()) {
    const [first] = ofBlock;
    const lines = first?.inOneSum ? [ofBlock] : ofBlock.map((debit) => [debit]);
    for (const line of lines) credit(state, line, day);
  }
}

function credit(state: State, debits: readonly HeldDebit[], day: Day): void {
  const [first] = debits;
  if (first === undefined) return;
  book(state, {
    ...{ account: first.account, day, direction: 'CRDT', feeCents: 0, code: ['IDDT', collectionOf(first)] },
    amountCents: debits.reduce((sum, { amountCents }) => sum + amountCents, 0),
    blockId: first.inOneSum ? first.blockId : null,
    details: debits.map((debit) => detailOf(debit, null)),
  });
}

const collectionOf = ({ scheme }: HeldDebit): string => (scheme === 'B2B' ? 'BBDD' : 'ESDD');

function bringBack(state: State, debit: HeldDebit, day: Day): void {
  const { comesBack } = debit;
  if (comesBack === null) return;
  const { kind: status, reason, feeCents } = comesBack;
  state.changeDebit(debit.id, { status, reason, changedOn: day, comesBack: null });
  book(state, {
    ...{ account: debit.account, day, direction: 'DBIT', feeCents, code: ['IDDT', 'UPDD'], blockId: null },
    amountCents: debit.amountCents + feeCents,
    details: [detailOf(debit, reason)],
  });
}

const detailOf = (debit: HeldDebit, reason: string | null): MovementDetail => ({
  amountCents: debit.amountCents,
  endToEndId: debit.endToEndId,
  instructionId: debit.instructionId || null,
  rum: debit.rum,
  party: debit.debtor,
  partyAccount: debit.debtorAccount,
  structured: debit.reference || null,
  texts: debit.text === '' ? [] : [debit.text],
  reason,
});

/** Writes a line of an account under the bank's next reference. */
export function book(state: State, line: Omit<Movement, 'reference'>): Movement {
  const number = String(state.nextNumber()).padStart(6, '0');
  const movement = { ...line, reference: `HB${line.day.replaceAll('-', '')}${number}` };
  state.insertMovement(movement);
  return movement;
}
