import type { Store } from '../../app/store.ts';
import { decimalComma } from '../../kernel/money.ts';
import type { Books } from '../../modules/accounting/journal.ts';
import { type HeldMoney, listSuspense } from '../../modules/accounting/list-suspense.ts';
import { eurosOf } from '../output/print.ts';
import { tableOf } from '../output/table.ts';

/** The open entries of the suspense account, for an accountant to work off. */
export async function suspenseText(store: Store, books: Books): Promise<string> {
  const held: HeldMoney[] = [];
  for await (const one of listSuspense({ store }, books)) held.push(one);
  const title = `Société ${books.idSociete}, ${books.runMode}: `;
  if (held.length === 0) return `${title}nothing of a statement is in suspense.\n`;
  const total = held.reduce((sum, { remainingCents }) => sum + remainingCents, 0);
  return [
    `${title}${held.length} of statements in suspense, ${eurosOf(total)}.`,
    ...tableOf([['booked', 'EUR', 'payer', 'bank reference', 'why', 'decided', 'exception'], ...held.map(rowOf)]),
    '',
  ].join('\n');
}

const rowOf = ({ entry, remainingCents, exception }: HeldMoney): string[] => [
  ...[entry.pieceDate, decimalComma(remainingCents), exception?.details.counterparty ?? '', entry.pieceReference],
  exception?.kind ?? '',
  exception?.status === 'RESOLVED' ? `${exception.resolution} by ${exception.resolvedBy}` : '',
  exception?.id ?? '',
];
