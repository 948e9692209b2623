import type { BankFilePiece, BankStatement } from '../domain/bank-file.ts';
import { isIban } from '../domain/sepa-accounts.ts';
import { detailOf, entryOf, type ReadDetail } from './read-entry.ts';
import { centsOf, codeAt, directionOf, neededText, refuseAt } from './read-values.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

/** A batch of 10,000 debits with room to spare; they are in memory together, for their sum is checked. */
const detailsOfEntry = 50_000;

type Current = {
  readonly node: Node;
  readonly statement: BankStatement;
  readonly openingCents: number | null;
  readonly closingCents: number | null;
  movedCents: number;
  entries: number;
};

/** Takes statements out of a camt.053 (`Stmt`) or camt.054 (`Ntfctn`), entry by entry. */
export function createStatementReader(emit: (piece: BankFilePiece) => void, container: 'Stmt' | 'Ntfctn') {
  let current: Current | null = null;
  let details: ReadDetail[] = [];
  let statements = 0;
  const parents: Node[] = [];
  const begin = (): Current => {
    const node = parents.find(({ name }) => name === container);
    current ??= node ? started(node, emit) : null;
    return current ?? fail();
  };
  return {
    opened: (node: Node): void => {
      parents.push(node);
      // What a statement says of itself stands before its first entry.
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
        const entry = entryOf(node, { statement: open.statement, number: ++open.entries, details });
        details = [];
        if (entry.status === 'BOOKED') {
          open.movedCents += entry.direction === 'CREDIT' ? entry.amountCents : -entry.amountCents;
        }
        emit({ kind: 'ENTRY', entry });
        return true;
      }
      if (node.name !== container) return false;
      parents.push(node);
      checkBalance(begin());
      parents.pop();
      current = null;
      statements++;
      return true;
    },
    end: (): void => {
      if (statements === 0) fail();
    },
  };

  function fail(): never {
    return refuseAt(rootNode, `the file holds no ${container}`);
  }
}

const rootNode: Node = { name: '', attributes: {}, children: [], text: '', line: 1, path: '' };

function started(node: Node, emit: (piece: BankFilePiece) => void): Current {
  const account = find(node, 'Acct') ?? refuseAt(node, 'Acct is missing');
  const iban = neededText(account, 'Id/IBAN').replaceAll(/\s/g, '').toUpperCase();
  if (!isIban(iban)) refuseAt(account, 'Id/IBAN is not an IBAN');
  const currency = textAt(account, 'Ccy');
  if (currency !== null && currency !== 'EUR') refuseAt(account, 'the currency of the account is not EUR');
  const sequence = textAt(node, 'ElctrncSeqNb');
  const statement = {
    id: neededText(node, 'Id'),
    iban,
    sequenceNumber: sequence !== null && /^\d{1,15}$/.test(sequence) ? Number(sequence) : null,
    place: { line: node.line, path: node.path },
  };
  emit({ kind: 'STATEMENT', statement });
  const balance = (...codes: readonly string[]): number | null => {
    const found = findAll(node, 'Bal').find((one) => codes.includes(codeAt(one, 'Tp/CdOrPrtry') ?? ''));
    const amount = found && find(found, 'Amt');
    if (!found || !amount) return null;
    return directionOf(found) === 'CREDIT' ? centsOf(amount) : -centsOf(amount);
  };
  return {
    node,
    statement,
    openingCents: balance('OPBD', 'PRCD'),
    closingCents: balance('CLBD'),
    movedCents: 0,
    entries: 0,
  };
}

/** A statement that does not add up lacks an entry, or has one too many. */
function checkBalance({ node, openingCents, closingCents, movedCents }: Current): void {
  if (openingCents === null || closingCents === null) return;
  if (openingCents + movedCents !== closingCents) {
    refuseAt(node, 'the opening balance and the booked entries do not make the closing balance');
  }
}
