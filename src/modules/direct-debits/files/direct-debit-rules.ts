import type { Issue } from '../../../kernel/errors.ts';
import { maximumSepaCents } from '../../../kernel/money.ts';
import { isCreditorIdentifier } from '../../../kernel/sepa/creditor-identifier.ts';
import type { PostalAddress } from '../../../kernel/sepa/mandate.ts';
import { isBic, isSepaIban, needsAddress } from '../../../kernel/sepa/sepa-accounts.ts';
import { foldToSepa, isMandateReference, isOwnIdentifier, isReadableInSepa } from '../../../kernel/sepa/sepa-text.ts';
import { isCalendarDate, isTargetDay, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import {
  type DirectDebit,
  type DirectDebitBatch,
  type DirectDebitFileVersion,
  type MandateAmendment,
  remittanceLimit,
} from './direct-debit-input.ts';

/** A broken rule: its place and the problem, without the value. */
type Fault = readonly [path: readonly string[], message: string];
type Faults = readonly (Fault | false)[];

const isFault = (fault: Fault | false): fault is Fault => fault !== false;

/** The longest message id: with a hyphen and four digits a block's id has 35 characters. */
const messageIdLimit = 30;

/**
 * All problems of a batch that no schema of pain.008 catches and every bank refuses (EPC016-06 and EPC222-07 with their
 * guidelines for the message, address guidance of October 2025).
 */
export function issuesOf(batch: DirectDebitBatch): readonly Issue[] {
  const faults: Faults = [
    !isOwnIdentifier(batch.messageId, messageIdLimit) && [['messageId'], 'must be 1 to 30 of A-Z, 0-9 and -'],
    batch.debits.length === 0 && [['debits'], 'must hold at least one direct debit'],
    ...under(['creditor'], creditorFaults(batch)),
    ...duplicateFaults(batch.debits),
    ...batch.debits.flatMap((debit, index) => under(['debits', String(index)], debitFaults(debit, batch))),
  ];
  return faults.filter(isFault).map(([path, message]) => ({ path, message: `${message}.` }));
}

const under = (prefix: readonly string[], faults: Faults): Faults =>
  faults.map((fault) => fault && [[...prefix, ...fault[0]], fault[1]]);

function creditorFaults({ creditor, version }: DirectDebitBatch): Faults {
  return [
    !isReadableInSepa(creditor.name) && [['name'], 'has no letter or digit'],
    !isSepaIban(creditor.iban) && [['iban'], 'must be the IBAN of an account in SEPA, with right check digits'],
    !isBic(creditor.bic, version) && [['bic'], `must be a BIC as ${version} takes it`],
    !isCreditorIdentifier(creditor.creditorIdentifier) && [
      ['creditorIdentifier'],
      'must be a creditor identifier (ICS) with right check digits',
    ],
    ...under(['address'], addressFaults(creditor.address)),
  ];
}

/** Ids are once for ever; a mandate for one debit carries one. */
function duplicateFaults(debits: readonly DirectDebit[]): Faults {
  const ids = new Set<string>();
  const spent = new Set<string>();
  return debits.flatMap(({ endToEndId, sequenceType, mandate }, index): Faults => {
    const path = ['debits', String(index)];
    const reference = mandate.reference.toUpperCase();
    const faults: Faults = [
      ids.has(endToEndId) && [[...path, 'endToEndId'], 'stands twice in the batch'],
      spent.has(reference) && [[...path, 'mandate', 'reference'], 'ends with another debit of the batch'],
    ];
    ids.add(endToEndId);
    if (sequenceType === 'OOFF' || sequenceType === 'FNAL') spent.add(reference);
    return faults;
  });
}

function debitFaults(debit: DirectDebit, { version, runMode, createdAt }: DirectDebitBatch): Faults {
  const { amountCents, debtor, mandate, dueDate } = debit;
  const today = parisDateOf(createdAt);
  const remittance = foldToSepa(debit.remittance);
  const isAmount = Number.isSafeInteger(amountCents) && amountCents >= 1 && amountCents <= maximumSepaCents;
  return [
    !isOwnIdentifier(debit.endToEndId) && [['endToEndId'], 'must be 1 to 35 of A-Z, 0-9 and -'],
    !isAmount && [['amountCents'], 'must be 1 to 99999999999 cents'],
    debit.runMode !== runMode && [['runMode'], `must be ${runMode}, as that of the batch`],
    !isCalendarDate(dueDate) && [['dueDate'], 'must be a date like 2026-12-11'],
    isCalendarDate(dueDate) && !isTargetDay(dueDate) && [['dueDate'], 'must be a TARGET business day'],
    isCalendarDate(dueDate) && dueDate <= today && [['dueDate'], 'must lie after the day of the batch'],
    !isMandateReference(mandate.reference) && [
      ['mandate', 'reference'],
      'must be 1 to 35 of the characters of SEPA, without a blank and without a slash at an end',
    ],
    (!isCalendarDate(mandate.signedOn) || mandate.signedOn > today) && [
      ['mandate', 'signedOn'],
      'must be a date, and not lie in the future',
    ],
    ...under(['mandate', 'amendment'], amendmentFaults(mandate.amendment)),
    !isReadableInSepa(debtor.name) && [['debtor', 'name'], 'has no letter or digit'],
    !isSepaIban(debtor.iban) && [
      ['debtor', 'iban'],
      'must be the IBAN of an account in SEPA, with right check digits and RIB key',
    ],
    ...under(['debtor'], debtorBankFaults(debtor, version)),
    ...under(['debtor', 'address'], addressFaults(debtor.address)),
    remittance === '' && [['remittance'], 'is empty'],
    remittance.length > remittanceLimit && [
      ['remittance'],
      'must have 140 characters at most in the characters of SEPA',
    ],
  ];
}

function debtorBankFaults({ bic, iban, address }: DirectDebit['debtor'], version: DirectDebitFileVersion): Faults {
  return [
    bic !== null && !isBic(bic, version) && [['bic'], `must be a BIC as ${version} takes it, or be left out`],
    needsAddress(iban) &&
      address === null && [['address'], 'is missing: the bank of an account outside of the EEA wants it'],
  ];
}

function amendmentFaults(amendment: MandateAmendment | null): Faults {
  if (amendment === null) return [];
  const { originalReference, originalCreditorIdentifier, originalCreditorName, originalDebtorAccount } = amendment;
  const isEmpty = [originalReference, originalCreditorIdentifier, originalCreditorName, originalDebtorAccount].every(
    (value) => value === undefined,
  );
  return [
    isEmpty && [[], 'says nothing: leave it out where nothing changed'],
    originalReference !== undefined &&
      !isMandateReference(originalReference) && [['originalReference'], 'must be a mandate reference (RUM)'],
    originalCreditorIdentifier !== undefined &&
      !isCreditorIdentifier(originalCreditorIdentifier) && [
        ['originalCreditorIdentifier'],
        'must be a creditor identifier (ICS) with right check digits',
      ],
    originalCreditorName !== undefined &&
      !isReadableInSepa(originalCreditorName) && [['originalCreditorName'], 'has no letter or digit'],
    typeof originalDebtorAccount === 'object' &&
      !isSepaIban(originalDebtorAccount.iban) && [['originalDebtorAccount', 'iban'], 'must be an IBAN'],
  ];
}

/** Limits of the message (PostalAddress24), after folding. */
const addressLimits = { street: 70, buildingNumber: 16, postalCode: 16, town: 35 } as const;

function addressFaults(address: PostalAddress | null): Faults {
  if (address === null) return [];
  return [
    !isReadableInSepa(address.town) && [['town'], 'has no letter or digit: town and country stand in every address'],
    !/^[A-Z]{2}$/.test(address.country) && [['country'], 'must be two capital letters, for instance FR'],
    ...(['street', 'buildingNumber', 'postalCode', 'town'] as const).map((field): Fault | false => {
      const length = foldToSepa(address[field] ?? '').length;
      return length > addressLimits[field] && [[field], `must have ${addressLimits[field]} characters at most`];
    }),
  ];
}
