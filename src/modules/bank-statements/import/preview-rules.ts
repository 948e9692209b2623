import { type Caller, runModesOf } from '../../../kernel/caller.ts';
import type { BankRuleAction } from '../../../kernel/sepa/bank-rule.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { BankException, OwnAccount } from '../bank-import.ts';
import { closedByRule } from '../exceptions/closed-by-rule.ts';
import { walkExceptions } from '../exceptions/walk-exceptions.ts';
import { BankFileError } from '../files/bank-file.ts';
import { type Booking, bookingOf } from '../matching/bank-booking.ts';
import { type Ruling, ruleBooking, ruledEntryOf, rulingOf } from '../matching/bank-rules.ts';
import { matchBooking } from '../matching/match-booking.ts';
import { withOwnIds } from '../matching/own-ids.ts';
import type { Services } from '../ports.ts';
import { checkBankFiles, mayWorkFor, rightsOf } from './bank-rights.ts';
import { checkBankFile, ownAccounts } from './check-bank-file.ts';
import { stepsOf } from './continue-bank-file.ts';

/** Which rule an entry meets, by the config as it is now. Nothing is written. */
export type PreviewedEntry = {
  readonly runMode: EffectiveRunMode;
  readonly bookedOn: string | null;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly amountCents: number;
  readonly counterparty: string | null;
  readonly text: string;
  readonly code: string | null;
  readonly action: BankRuleAction;
  /** The name of the rule; null for the default. */
  readonly rule: string | null;
};

/** The entries of a file that no payment of the gateway explains. @throws BankFileError, NotAllowedError */
export async function* previewRulesOfFile(
  services: Services,
  caller: Caller,
  open: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<PreviewedEntry> {
  checkBankFiles(caller);
  await checkBankFile(services, rightsOf(services, caller), services.readBankFile(open()));
  const accounts = ownAccounts(services.societes);
  for await (const step of stepsOf(services.readBankFile(open()))) {
    if (step.kind !== 'ENTRY' || step.entry.status !== 'BOOKED') continue;
    const account = accounts.get(step.entry.iban);
    if (!account) throw new BankFileError('the account is of no société of this gateway', step.entry.place);
    const booking = bookingOf(step, account);
    const ruling = await services.store.transact(async (transaction) => {
      const own = await withOwnIds(transaction, booking);
      return ruleBooking(transaction, own, await matchBooking(transaction, own));
    });
    if (ruling !== null) yield previewOf(booking, ruling);
  }
}

function previewOf(booking: Booking, ruling: Ruling): PreviewedEntry {
  const { names, text, code } = ruledEntryOf(booking);
  return {
    runMode: booking.account.runMode,
    bookedOn: booking.entry.bookedOn,
    direction: booking.direction,
    ...{ amountCents: booking.amountCents, counterparty: names.find((name) => name !== null) ?? null, text, code },
    ...{ action: ruling.action, rule: ruling.rule?.name ?? null },
  };
}

/** The stored entries that a rule placed, or that wait because no payment explains them; newest first. */
export async function* previewRulesOfStored(
  services: Services,
  caller: Caller,
  { idSociete, from, to }: { readonly idSociete: string; readonly from: string; readonly to: string },
): AsyncGenerator<PreviewedEntry> {
  checkBankFiles(caller);
  if (!mayWorkFor(caller, idSociete)) return;
  const accounts = ownAccounts(services.societes);
  const runModes = runModesOf(services, caller);
  const query = { status: null, kind: null, booked: { from, to }, societes: [idSociete], withRuled: true };
  for await (const exception of walkExceptions(services.store, query)) {
    const isSeen = runModes.includes(exception.runMode) && isOfRules(exception);
    const preview = isSeen ? await previewStored(services, exception, accounts) : null;
    if (preview !== null) yield preview;
  }
}

const isOfRules = ({ kind, status, resolvedBy, paymentId }: BankException): boolean =>
  (kind === 'UNMATCHED_DEBIT' || kind === 'UNMATCHED_CREDIT') &&
  paymentId === null &&
  (status === 'OPEN' || (status === 'SETTLED' && resolvedBy === closedByRule));

async function previewStored(
  { store }: Services,
  { entryId, details, direction, amountCents, bookedOn, runMode }: BankException,
  accounts: ReadonlyMap<string, OwnAccount | null>,
): Promise<PreviewedEntry | null> {
  const entry = entryId === null ? null : await store.bankEntry(entryId);
  if (entry === null) return null;
  const names = [details.counterparty, details.ultimateCounterparty];
  const text = details.remittance ?? '';
  const code = entry.transactionCode;
  const ruling = rulingOf(accounts.get(entry.iban)?.rules ?? [], {
    ...{ direction, names, iban: details.counterpartyIban, text, code },
  });
  return {
    ...{ runMode, bookedOn, direction, amountCents, counterparty: details.counterparty, text, code },
    ...{ action: ruling.action, rule: ruling.rule?.name ?? null },
  };
}
