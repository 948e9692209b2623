import { addBankingDays, addDays, type Day, isBankingDay, isDay } from '../calendar.ts';
import { isAccountNumber, isCreditorIdentifier, isIdentifier } from '../identifiers.ts';
import { debitFault, type Memory } from './check-debit.ts';
import { textFault } from './check-texts.ts';
import { type Fault, fault } from './faults-of-file.ts';
import { centsOf, type Debit, type DebitBlock, type DebitMessage, sumOf } from './message.ts';
import { textAt } from './read-xml.ts';

/** An account of the company at this bank, and under which creditor's identifiers debits may be collected on it. */
export type CompanyAccount = { readonly iban: string; readonly bic: string; readonly ics: readonly string[] };

export type CheckedBlock = {
  readonly block: DebitBlock;
  /** Refuses the whole block. */
  readonly fault: Fault | null;
  readonly debits: readonly { readonly debit: Debit; readonly fault: Fault | null }[];
};

export type CheckedMessage = {
  /** Refuses the whole file. */
  readonly fault: Fault | null;
  readonly blocks: readonly CheckedBlock[];
};

export type CheckParts = {
  readonly today: Day;
  readonly accounts: readonly CompanyAccount[];
  readonly memory: Memory;
};

/** A bank takes a file for a debit 14 calendar days ahead at most, and one banking day at least. */
const earliestDays = 14;
const leadBankingDays = 1;

/** Everything that a bank looks at before it takes a file on; the first thing that is wrong counts, at its level. */
export function checkMessage(message: DebitMessage, parts: CheckParts): CheckedMessage {
  const ids = { blocks: new Set<string>(), debits: new Set<string>(), spent: new Set<string>() };
  const memory: Memory = {
    hasMessage: parts.memory.hasMessage,
    hasBlock: (id) => seenBefore(ids.blocks, id) || parts.memory.hasBlock(id),
    hasDebit: (id) => seenBefore(ids.debits, id) || parts.memory.hasDebit(id),
    isMandateSpent: (ics, rum) => ids.spent.has(`${ics} ${rum}`) || parts.memory.isMandateSpent(ics, rum),
  };
  const whole = fileFault(message, memory);
  const blocks = message.blocks.map((block): CheckedBlock => {
    const refusal = whole ?? blockFault(block, { ...parts, memory });
    const debits = block.debits.map((debit) => {
      const found = refusal === null ? debitFault(debit, block, parts.today, memory) : null;
      if (refusal === null && (block.sequence === 'OOFF' || block.sequence === 'FNAL')) {
        ids.spent.add(`${block.ics} ${debit.rum}`);
      }
      return { debit, fault: found };
    });
    return { block, fault: whole === null ? refusal : null, debits };
  });
  return { fault: whole, blocks };
}

function seenBefore(seen: Set<string>, id: string): boolean {
  const isKnown = seen.has(id);
  seen.add(id);
  return isKnown;
}

function fileFault(message: DebitMessage, memory: Memory): Fault | null {
  const { messageId, header, blocks } = message;
  const where = `MsgId, line ${header.line}`;
  if (!isIdentifier(messageId)) {
    return fault('CH16', where, 'MsgId manque ou n’est pas un identifiant', 'MsgId is missing or no identifier');
  }
  if (memory.hasMessage(messageId)) return fault('DU01', where, 'MsgId déjà reçu', 'MsgId was received before');
  if (blocks.length === 0) return fault('FF01', 'PmtInf', 'aucun bloc PmtInf', 'there is no PmtInf block');
  if (new Set(blocks.map(({ scheme }) => scheme)).size > 1) {
    const english = 'CORE and B2B do not go in one file';
    return fault('AG02', 'PmtTpInf/LclInstrm', 'CORE et B2B ne vont pas dans un même fichier', english);
  }
  return (
    totalsFault(
      message,
      blocks.flatMap(({ debits }) => debits),
      `GrpHdr, line ${header.line}`,
    ) ?? textFault(header)
  );
}

function totalsFault(
  { count, sum }: { readonly count: string; readonly sum: string },
  debits: readonly Debit[],
  where: string,
): Fault | null {
  if (count !== String(debits.length)) {
    const [french, english] = [`NbOfTxs n’est pas ${debits.length}`, `NbOfTxs is not ${debits.length}`];
    return fault('AM18', where, french, english);
  }
  const total = debits.reduce((counted, { amount }) => counted + BigInt(centsOf(amount) ?? 0), 0n);
  // A sum over an invalid amount cannot be checked; the debit is refused for that amount.
  const isJudged = debits.every(({ amount }) => centsOf(amount) !== null);
  return isJudged && sumOf(sum) !== total
    ? fault('AM10', where, 'CtrlSum n’est pas la somme des montants', 'CtrlSum is not the sum of the amounts')
    : null;
}

function blockFault(block: DebitBlock, parts: CheckParts): Fault | null {
  const at = (name: string): string => `${name}, line ${block.element.line}`;
  if (!isIdentifier(block.id)) {
    return fault('CH16', at('PmtInfId'), 'PmtInfId manque ou est invalide', 'PmtInfId is missing or invalid');
  }
  if (parts.memory.hasBlock(block.id)) {
    return fault('DU02', at('PmtInfId'), 'PmtInfId déjà reçu', 'PmtInfId was received before');
  }
  return (
    (block.count === '' ? null : totalsFault(block, block.debits, at('NbOfTxs'))) ??
    serviceFault(block, at) ??
    dateFault(block.dueOn, parts.today, at('ReqdColltnDt')) ??
    creditorFault(block, parts.accounts, at) ??
    textFault(block.element, 'DrctDbtTxInf')
  );
}

type PlaceOf = (name: string) => string;

function serviceFault({ element, scheme, sequence }: DebitBlock, at: PlaceOf): Fault | null {
  const expected = [
    ['PmtMtd', textAt(element, 'PmtMtd'), ['DD']],
    ['SvcLvl', textAt(element, 'PmtTpInf/SvcLvl/Cd'), ['SEPA']],
    ['LclInstrm', scheme, ['CORE', 'B2B']],
    ['SeqTp', sequence, ['FRST', 'RCUR', 'OOFF', 'FNAL']],
    ['ChrgBr', textAt(element, 'ChrgBr'), ['SLEV']],
  ] as const;
  for (const [name, value, allowed] of expected) {
    if (!allowed.some((one) => one === value)) {
      return fault('AG02', at(name), `${name} n’est pas ${allowed.join(', ')}`, `${name} is not ${allowed.join(', ')}`);
    }
  }
  return null;
}

function dateFault(dueOn: Day, today: Day, where: string): Fault | null {
  if (!isDay(dueOn) || !isBankingDay(dueOn)) {
    return fault('DT01', where, 'ReqdColltnDt n’est pas un jour TARGET', 'ReqdColltnDt is no TARGET day');
  }
  if (dueOn < addBankingDays(today, leadBankingDays)) {
    return fault('TM01', where, 'échéance trop proche : remise trop tardive', 'due too soon: the file comes too late');
  }
  return dueOn > addDays(today, earliestDays)
    ? fault('DT01', where, `échéance à plus de ${earliestDays} jours`, `due more than ${earliestDays} days ahead`)
    : null;
}

function creditorFault(
  { account, bank, ics, creditor, element }: DebitBlock,
  accounts: readonly CompanyAccount[],
  at: PlaceOf,
): Fault | null {
  if (creditor === '') return fault('BE22', at('Cdtr'), 'le nom du créancier manque', 'the creditor has no name');
  const known = accounts.find(({ iban }) => iban === account);
  if (!isAccountNumber(account) || known === undefined) {
    return fault('AC03', at('CdtrAcct'), 'ce compte n’est pas tenu ici', 'this account is not held here');
  }
  if (bank !== known.bic) {
    return fault('RC01', at('CdtrAgt'), 'ce n’est pas le BIC du compte', 'this is not the BIC of the account');
  }
  if (!isCreditorIdentifier(ics) || textAt(element, 'CdtrSchmeId/Id/PrvtId/Othr/SchmeNm/Prtry') !== 'SEPA') {
    return fault('BE05', at('CdtrSchmeId'), 'l’ICS manque ou est faux', 'the creditor identifier is missing or wrong');
  }
  // The business code is the creditor's to choose.
  const national = (text: string): string => text.slice(0, 4) + text.slice(7);
  return known.ics.some((one) => national(one) === national(ics))
    ? null
    : fault(
        'BE05',
        at('CdtrSchmeId'),
        'cet ICS n’est pas celui du compte',
        'this creditor identifier is not the account’s',
      );
}
