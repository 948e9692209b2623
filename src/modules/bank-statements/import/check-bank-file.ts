import { addDays, type CalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { type EffectiveRunMode, ownTarget } from '../../../kernel/vocabulary.ts';
import { knownAccounts } from '../../payments/ports.ts';
import {
  type BankEntryRecord,
  type BankException,
  type BankFile,
  type BankFileChange,
  type BankFileRights,
  noCounts,
  type OwnAccount,
} from '../bank-import.ts';
import { type BankEntry, BankFileError, type BankFilePiece, type FilePlace } from '../files/bank-file.ts';
import { stepsOfEntry } from '../matching/bank-booking.ts';
import type { Services } from '../ports.ts';

export type CheckedFile = Pick<BankFile, 'format' | 'version' | 'idSociete' | 'societes' | 'runMode' | 'steps'>;

type Owner = { readonly societes: readonly string[]; readonly runMode: EffectiveRunMode };

/** Accounts by IBAN, with former ones. An account in the config of both run modes belongs to neither: null. */
export function ownAccounts(all: Services['societes']): ReadonlyMap<string, OwnAccount | null> {
  const accounts = new Map<string, OwnAccount | null>();
  const known = knownAccounts(all, ownTarget);
  const former = known.flatMap((one) =>
    (one.account.formerIbans ?? []).map((iban) => ({ ...one, iban, isFormer: true })),
  );
  const present = known.map((one) => ({ ...one, iban: one.account.iban, isFormer: false }));
  for (const { idSociete, runMode, account, iban, isFormer } of [...present, ...former]) {
    const before = accounts.get(iban);
    if (before === null || (before && before.runMode !== runMode)) accounts.set(iban, null);
    else {
      const countsNotices = account.countsNotices !== false && before?.countsNotices !== false;
      const societes = before ? ([...before.societes, idSociete] as const) : ([idSociete] as const);
      const rules = [...(before?.rules ?? []), ...(account.rules ?? [])];
      accounts.set(iban, {
        ...{ iban, runMode, societes, countsNotices, rules },
        isFormer: before?.isFormer ?? isFormer,
      });
    }
  }
  return accounts;
}

/** Sociétés may share an account. What is about no entry is of its own one. */
export const societesOf = (
  { societes }: Pick<Services, 'societes'>,
  entry: Pick<BankEntryRecord, 'iban'> | null,
  { idSociete }: Pick<BankException, 'idSociete'>,
): readonly string[] => (entry && ownAccounts(societes).get(entry.iban)?.societes) ?? [idSociete];

/**
 * Reads a whole file before applying anything. Checks that it is credible, that it is about our accounts and one run
 * mode, and that the uploader may touch all of it.
 * @throws BankFileError
 */
export async function checkBankFile(
  services: Pick<Services, 'societes' | 'store' | 'clock'>,
  rights: BankFileRights,
  pieces: AsyncIterable<BankFilePiece>,
): Promise<CheckedFile> {
  const accounts = ownAccounts(services.societes);
  const societes = new Set<string>();
  const runModes = new Set<EffectiveRunMode>();
  const messages = new Set<string>();
  let head: Extract<BankFilePiece, { kind: 'HEAD' }> | null = null;
  const latest = addDays(parisDateOf(services.clock()), bookedAheadDays);
  let steps = 0;
  let statements = 0;
  const belongsTo = (owner: Owner, place: FilePlace): void => {
    checkRights(rights, owner, place);
    if (runModes.add(owner.runMode).size > 1) {
      throw new BankFileError('the file mixes accounts for TEST and for LIVE', place);
    }
    for (const id of owner.societes) societes.add(id);
  };
  for await (const piece of pieces) {
    if (piece.kind === 'HEAD') head = piece;
    if (piece.kind === 'STATEMENT') {
      const { place } = piece.statement;
      if (++statements > statementsOfFile) {
        throw new BankFileError(`the file holds more than ${statementsOfFile} statements`, place);
      }
      belongsTo(accountOf(accounts, piece.statement), place);
    }
    if (piece.kind === 'ENTRY') {
      checkDate(piece.entry, latest);
      steps += stepsOfEntry(piece.entry);
    }
    if (piece.kind !== 'STATUS') continue;
    steps++;
    const { originalMessageId, place } = piece.report;
    if (messages.has(originalMessageId)) continue;
    messages.add(originalMessageId);
    belongsTo(await messageOf(services, piece.report), place);
  }
  return {
    format: head?.format ?? null,
    version: head?.version ?? null,
    idSociete: societes.size === 1 ? ([...societes][0] ?? null) : null,
    societes: [...societes].toSorted(),
    runMode: [...runModes][0] ?? null,
    steps,
  };
}

/** They are in memory together while the file is imported. */
const statementsOfFile = 10_000;

/** A bank books days ahead, over holidays. A later date would open books of years that are not kept yet. */
const bookedAheadDays = 366;

function checkDate({ bookedOn, place }: BankEntry, latest: CalendarDate): void {
  if (bookedOn !== null && bookedOn > latest) throw new BankFileError('the booking date lies too far ahead', place);
}

function accountOf(
  accounts: ReadonlyMap<string, OwnAccount | null>,
  { iban, place }: { readonly iban: string; readonly place: FilePlace },
): OwnAccount {
  const account = accounts.get(iban);
  if (account) return account;
  const reason =
    account === null
      ? 'the account stands in the config for TEST and for LIVE'
      : 'the account is of no société of this gateway';
  throw new BankFileError(reason, place);
}

async function messageOf(
  { store }: Pick<Services, 'store'>,
  { originalMessageId, place }: { readonly originalMessageId: string; readonly place: FilePlace },
): Promise<Owner> {
  const message = await store.directDebitBatchByMessageId(originalMessageId);
  if (message) return { societes: [message.idSociete], runMode: message.runMode };
  throw new BankFileError('OrgnlMsgId is of no file that we sent', place);
}

function checkRights({ societes, runModes }: BankFileRights, owner: Owner, place: FilePlace): void {
  if (societes !== null && !owner.societes.every((id) => societes.includes(id))) {
    throw new BankFileError('its sender may not work for the société', place);
  }
  if (!runModes.includes(owner.runMode)) {
    throw new BankFileError(`its sender may not work with ${owner.runMode}`, place);
  }
}

/** A refused file has nothing that was applied. */
export const refusedChange = (file: BankFile, reason: string, updatedAt: number): BankFileChange => ({
  ...file,
  ...{ status: 'REFUSED', reason, steps: 0, done: 0, counts: noCounts, updatedAt },
});

/** One that waits for a confirmation goes on waiting. */
export const checkedChange = (file: BankFile, checked: CheckedFile, updatedAt: number): BankFileChange => ({
  ...file,
  ...checked,
  status: file.status === 'AWAITS_CONFIRMATION' ? file.status : 'IMPORTING',
  ...{ reason: null, done: 0, counts: noCounts, updatedAt },
});
