import type { Day } from '../calendar.ts';
import { isDay } from '../calendar.ts';
import { isAccountNumber, isBankCode, isCreditorReference, isIdentifier } from '../identifiers.ts';
import { textFault } from './check-texts.ts';
import { type Fault, fault } from './faults-of-file.ts';
import { centsOf, type Debit, type DebitBlock } from './message.ts';
import { find } from './read-xml.ts';

/** The bank's memory of earlier files. */
export type Memory = {
  /** Whether a file with this id came and was not refused as a whole. */
  hasMessage(messageId: string): boolean;
  hasBlock(paymentInformationId: string): boolean;
  hasDebit(endToEndId: string): boolean;
  /** Whether the mandate's only, or last, debit was taken. */
  isMandateSpent(ics: string, rum: string): boolean;
};

/** The first thing for which the bank refuses one debit alone. */
export function debitFault(debit: Debit, block: DebitBlock, today: Day, memory: Memory): Fault | null {
  const at = (name: string): string => `${name}, line ${(find(debit.element, name) ?? debit.element).line}`;
  return (
    textFault(debit.element) ??
    identityFault(debit, at, memory) ??
    amountFault(debit, at) ??
    mandateFault(debit, block, today, at, memory) ??
    debtorFault(debit, at)
  );
}

type PlaceOf = (path: string) => string;

function identityFault({ endToEndId, instructionId }: Debit, at: PlaceOf, memory: Memory): Fault | null {
  const where = at('PmtId/EndToEndId');
  if (!isIdentifier(endToEndId)) {
    return fault(
      'CH16',
      where,
      'EndToEndId manque ou n’est pas un identifiant',
      'EndToEndId is missing or no identifier',
    );
  }
  if (instructionId !== '' && !isIdentifier(instructionId)) {
    return fault('CH16', at('PmtId/InstrId'), 'InstrId n’est pas un identifiant', 'InstrId is no identifier');
  }
  return memory.hasDebit(endToEndId)
    ? fault('AM05', where, 'EndToEndId déjà présenté', 'EndToEndId was presented before')
    : null;
}

function amountFault({ amount, currency }: Debit, at: PlaceOf): Fault | null {
  if (currency !== 'EUR') return fault('AM03', at('InstdAmt'), 'une autre devise que EUR', 'another currency than EUR');
  return centsOf(amount) === null
    ? fault(
        'AM12',
        at('InstdAmt'),
        'le montant doit aller de 0.01 à 999999999.99, deux décimales au plus',
        'the amount must be 0.01 to 999999999.99, with two decimals at most',
      )
    : null;
}

function mandateFault(
  { rum, signedOn }: Debit,
  { ics }: DebitBlock,
  today: Day,
  at: PlaceOf,
  memory: Memory,
): Fault | null {
  const where = at('DrctDbtTx/MndtRltdInf/MndtId');
  if (!isIdentifier(rum)) {
    return fault('MD02', where, 'MndtId (RUM) manque ou est invalide', 'MndtId (RUM) is missing or invalid');
  }
  if (!isDay(signedOn) || signedOn > today) {
    const place = at('DrctDbtTx/MndtRltdInf/DtOfSgntr');
    return fault('MD02', place, 'DtOfSgntr manque ou est à venir', 'DtOfSgntr is missing or in the future');
  }
  return memory.isMandateSpent(ics, rum)
    ? fault('MD02', where, 'le mandat a servi pour la dernière fois', 'the mandate has had its last debit')
    : null;
}

function debtorFault({ debtor, account, bank, bankOtherwise, reference }: Debit, at: PlaceOf): Fault | null {
  if (debtor === '') return fault('RR02', at('Dbtr'), 'le nom du débiteur manque', 'the name of the debtor is missing');
  if (!isAccountNumber(account)) {
    return fault('AC01', at('DbtrAcct/Id/IBAN'), 'clés de l’IBAN fausses', 'wrong check digits in the IBAN');
  }
  // NOTPROVIDED has the form of a bank's code but is none.
  const isNamed = bank !== '' && bank !== 'NOTPROVIDED' && isBankCode(bank);
  if (!isNamed && !(bank === '' && bankOtherwise === 'NOTPROVIDED')) {
    const english = 'neither a BIC, nor NOTPROVIDED in Othr/Id';
    return fault('RC01', at('DbtrAgt'), 'ni un BIC, ni NOTPROVIDED dans Othr/Id', english);
  }
  return reference !== '' && reference.startsWith('RF') && !isCreditorReference(reference)
    ? fault('CH16', at('RmtInf'), 'clés de la référence RF fausses', 'wrong check digits in the RF reference')
    : null;
}
