import type { Counterparty, Direction } from './bank-file.ts';
import { find, type Node, textAt } from './stream-xml.ts';

export type Parties = { readonly debtor: Counterparty; readonly creditor: Counterparty };

export const partiesOf = (parties: Node | null): Parties => ({
  debtor: partyOf(parties, 'Dbtr'),
  creditor: partyOf(parties, 'Cdtr'),
});

/** Version .08 has a person or a bank within (`Pty`, `Agt`), version .02 the name itself. */
function partyOf(parties: Node | null, role: 'Dbtr' | 'Cdtr'): Counterparty {
  const nameAt = (node: Node | null): string | null =>
    textAt(node, 'Pty/Nm') ?? textAt(node, 'Agt/FinInstnId/Nm') ?? textAt(node, 'Nm');
  const [name, ultimateName] = [nameAt(find(parties, role)), nameAt(find(parties, `Ultmt${role}`))];
  return {
    name: name ?? ultimateName,
    iban: textAt(parties, `${role}Acct/Id/IBAN`),
    ultimateName: ultimateName === name ? null : ultimateName,
  };
}

/**
 * The party that does not hold the account: the debtor of incoming money, the creditor of outgoing money. A return
 * keeps the roles of its payment. If one of the two accounts is the statement's own, the counterparty is the other one,
 * because some banks swap the roles of a return.
 */
export function counterpartyOf(
  { debtor, creditor }: Parties,
  { iban, direction, isBack }: { readonly iban: string; readonly direction: Direction; readonly isBack: boolean },
): Counterparty {
  const isOwn = (party: Counterparty): boolean => plain(party.iban) === iban;
  if (isOwn(debtor) !== isOwn(creditor)) return isOwn(debtor) ? creditor : debtor;
  return (direction === 'CREDIT') !== isBack ? debtor : creditor;
}

const plain = (iban: string | null): string | undefined => iban?.replaceAll(/\s/g, '').toUpperCase();
