import { isIban } from '../../../kernel/sepa/sepa-accounts.ts';
import { type CalendarDate, isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { BankFilePiece, BankStatement } from './bank-file.ts';
import { detailOf, entryOf, type ReadDetail } from './read-entry.ts';
import { centsOf, codeAt, dayOf, directionAt, neededText, refuseAt, refuseTwice, rootNode } from './read-values.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

/** A batch of 10,000 debits with room to spare; they are in memory together, for their sum is checked. */
const detailsOfEntry = 50_000;

type Current = {
  readonly node: Node;
  readonly statement: BankStatement;
  readonly openingCents: number | null;
  readonly closingCents: number | null;
  movedCents: number;
  firstDay: CalendarDate | null;
  entries: number;
};

/** Takes statements out of a camt.053 (`Stmt`) or camt.054 (`Ntfctn`), entry by entry. */
export function createStatementReader(emit: (piece: BankFilePiece) => void, container: 'Rpt' | 'Stmt' | 'Ntfctn') {
  let current: Current | null = null;
  let details: ReadDetail[] = [];
  let messagePage: string | null = null;
  const known = new Set<string>();
  const parents: Node[] = [];
  const parentOf = parentsOf(container);
  const begin = (): Current => {
    const node = parents.find(({ name }) => name === container);
    if (current !== null || node === undefined) return current ?? fail();
    current = started(node, messagePage);
    const { statement } = current;
    const name = JSON.stringify([statement.iban, statement.id, statement.page]);
    if (known.has(name)) refuseAt(node, 'the statement with this Id stands in the file twice');
    known.add(name);
    emit({ kind: 'STATEMENT', statement });
    return current;
  };
  return {
    opened: (node: Node): void => {
      const wanted = Object.hasOwn(parentOf, node.name) ? parentOf[node.name] : undefined;
      if (wanted !== undefined && parents.at(-1)?.name !== wanted) refuseAt(node, `it does not stand in ${wanted}`);
      parents.push(node);
      // A statement's own data come before its first entry.
      if (node.name === 'Ntry') begin();
    },
    closed: (node: Node): boolean => {
      parents.pop();
      if (node.name === 'TxDtls') {
        if (details.length === detailsOfEntry) refuseAt(node, `an entry has more than ${detailsOfEntry} details`);
        details.push(detailOf(node));
        return true;
      }
      if (node.name === 'Ntry') {
        const open = begin();
        const read = entryOf(node, { statement: open.statement, number: ++open.entries, details });
        // A report of the day so far is provisional, whatever its entries say.
        const entry = container === 'Rpt' ? ({ ...read, status: 'PROVISIONAL' } as const) : read;
        details = [];
        if (entry.status === 'BOOKED') {
          const { bookedOn } = entry;
          if (bookedOn !== null && (open.firstDay === null || bookedOn < open.firstDay)) open.firstDay = bookedOn;
          open.movedCents += entry.direction === 'CREDIT' ? entry.amountCents : -entry.amountCents;
        }
        emit({ kind: 'ENTRY', entry });
        return true;
      }
      if (node.name === 'GrpHdr') messagePage = textAt(node, 'MsgPgntn/PgNb');
      if (node.name !== container) return false;
      parents.push(node);
      const done = begin();
      if (container !== 'Rpt') checkBalance(done);
      if (container === 'Stmt') emitBalances(done, emit);
      parents.pop();
      current = null;
      return true;
    },
    end: (): void => {
      if (known.size === 0) fail();
    },
  };

  function fail(): never {
    return refuseAt(rootNode, `the file holds no ${container}`);
  }
}

const messages = { Rpt: 'BkToCstmrAcctRpt', Stmt: 'BkToCstmrStmt', Ntfctn: 'BkToCstmrDbtCdtNtfctn' } as const;

/** Any spelling of a whole `xs:decimal`. One of more digits is a date or an id, and no count. */
function wholeNumberOf(text: string): number | null {
  const [, digits] = /^\+?0*(\d{1,9})(?:\.0*)?$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The right parent of each element that is taken out. Elsewhere it is not what its name says. */
const parentsOf = (container: keyof typeof messages): Readonly<Record<string, string>> => ({
  [container]: messages[container],
  ...{ Ntry: container, NtryDtls: 'Ntry', TxDtls: 'NtryDtls' },
});

function started(node: Node, messagePage: string | null): Current {
  refuseTwice(node, ['Id', 'Acct', 'ElctrncSeqNb', 'StmtPgntn', 'NtfctnPgntn']);
  const account = find(node, 'Acct') ?? refuseAt(node, 'Acct is missing');
  const iban = neededText(account, 'Id/IBAN').replaceAll(/\s/g, '').toUpperCase();
  if (!isIban(iban)) refuseAt(account, 'Id/IBAN is not an IBAN');
  const currency = textAt(account, 'Ccy');
  if (currency !== null && currency !== 'EUR') refuseAt(account, 'the currency of the account is not EUR');
  const sequence = textAt(node, 'ElctrncSeqNb');
  const page =
    textAt(node, 'StmtPgntn/PgNb') ?? textAt(node, 'NtfctnPgntn/PgNb') ?? textAt(node, 'RptPgntn/PgNb') ?? messagePage;
  const { opening, closing } = endsOf(node, page !== null);
  const statement = {
    id: neededText(node, 'Id'),
    iban,
    page,
    sequenceNumber: sequence === null ? null : wholeNumberOf(sequence),
    day: dayOf(find(closing, 'Dt')) ?? writtenOn(node),
    place: { line: node.line, path: node.path },
  };
  return {
    node,
    statement,
    openingCents: opening && centsOfBalance(opening),
    closingCents: closing && centsOfBalance(closing),
    movedCents: 0,
    firstDay: null,
    entries: 0,
  };
}

/**
 * The balances between which the entries lie. The pages of a statement are joined by interim balances: a page begins with
 * one if it is not the first, and ends with one if it is not the last. A single one alone may be either.
 */
function endsOf(node: Node, isPage: boolean): { readonly opening: Node | null; readonly closing: Node | null } {
  // The closing balance of the statement before, where the bank does not say it as the opening one.
  const opening = balanceOf(node, 'OPBD') ?? balanceOf(node, 'PRCD');
  const closing = balanceOf(node, 'CLBD');
  const interim = isPage ? balancesOf(node, 'ITBD') : [];
  if (!opening && !closing && interim.length < 2) return { opening, closing };
  return { opening: opening ?? interim[0] ?? null, closing: closing ?? interim.at(-1) ?? null };
}

function centsOfBalance(balance: Node): number {
  const cents = centsOf(find(balance, 'Amt') ?? refuseAt(balance, 'Amt is missing'));
  return directionAt(balance) === 'CREDIT' ? cents : -cents;
}

const balancesOf = (node: Node, code: string): readonly Node[] =>
  findAll(node, 'Bal').filter((one) => codeAt(one, 'Tp/CdOrPrtry') === code);

function balanceOf(node: Node, code: string): Node | null {
  const [found, another] = balancesOf(node, code);
  if (another) refuseAt(another, `the balance ${code} stands there twice`);
  return found ?? null;
}

function writtenOn(node: Node): CalendarDate | null {
  const day = textAt(node, 'CreDtTm')?.slice(0, 10) ?? '';
  return isCalendarDate(day) ? day : null;
}

function emitBalances(
  { statement, openingCents, closingCents, firstDay }: Current,
  emit: (piece: BankFilePiece) => void,
): void {
  const { id: statementId, iban, sequenceNumber: number, day: lastDay } = statement;
  if (lastDay === null) return;
  const first = firstDay !== null && firstDay < lastDay ? firstDay : lastDay;
  const balances = { statementId, iban, number, firstDay: first, lastDay, openingCents, closingCents };
  emit({ kind: 'BALANCES', balances });
}

/** A statement that does not add up lacks an entry, or has one too many. */
function checkBalance({ node, openingCents, closingCents, movedCents }: Current): void {
  if (openingCents === null || closingCents === null) return;
  if (openingCents + movedCents !== closingCents) {
    refuseAt(node, 'the opening balance and the booked entries do not make the closing balance');
  }
}
