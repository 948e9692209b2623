import type { ReactNode } from 'react';
import type { BankExceptionKind } from '../../generated/operations.ts';
import type { Found } from '../../pages/page-entry.ts';
import { fullName, namesOf } from '../../parts/business/customer-name.tsx';
import { Money } from '../../parts/values/money.tsx';
import { PaymentStatus } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { exceptionKinds } from '../../texts/exception-kinds.ts';
import { useTexts } from '../../texts/language.tsx';
import { addressOf, type Hit } from './hits.ts';
import styles from './search.module.css';
import { searchTexts } from './texts.ts';

type Props = {
  readonly id: string;
  readonly hit: Hit;
  readonly isAt: boolean;
  readonly onOpen: () => void;
  readonly onPoint: () => void;
};

/** One result: its kind, its name and the field that matched. A payment also shows its customer, payer, order and day. */
export function HitLine({ id, hit: { node, matched }, isAt, onOpen, onPoint }: Props) {
  const said = useTexts(searchTexts);
  const { name, beside, end } = lineOf(node, useTexts(exceptionKinds));
  return (
    // The focus stays in the box, where the keys are handled.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={isAt}
      aria-disabled={addressOf(node) === null}
      className={styles.hit}
      onClick={onOpen}
      onPointerMove={onPoint}
    >
      <span className={styles.kind}>{said.kinds[node.__typename]}</span>
      <strong>{name}</strong>
      <span className={styles.beside}>{beside}</span>
      <span className={styles.matched}>{said.matched[matched]}</span>
      <span className={styles.end}>{end}</span>
      {node.__typename === 'Payment' && (
        <span className={styles.about}>
          {[
            namesOf(node),
            `${said.matched.CUSTOMER} ${node.idClient}`,
            node.idCommande === '0' ? null : `${said.matched.ORDER} ${node.idCommande}`,
          ]
            .filter(Boolean)
            .join(' · ')}
          {' · '}
          <When at={node.createdAt} style="day" />
        </span>
      )}
    </div>
  );
}

type Line = { readonly name: string; readonly beside?: ReactNode; readonly end?: ReactNode };

function lineOf(node: Found, kindNames: Readonly<Record<BankExceptionKind, string>>): Line {
  switch (node.__typename) {
    case 'Payment':
      return {
        name: node.reference,
        beside: <PaymentStatus status={node.status} />,
        end: <Money cents={node.amount.cents} currency={node.amount.currency} />,
      };
    case 'Mandate':
      return { name: node.rum, beside: node.idClient };
    case 'Customer':
      return { name: fullName(node) ?? node.idClient, beside: node.city };
    case 'BankException':
      return {
        name: node.counterparty ?? kindNames[node.kind],
        beside: (
          <>
            {node.counterparty !== null && kindNames[node.kind]} {node.bookedOn !== null && <When at={node.bookedOn} />}
          </>
        ),
        end: node.kind !== 'STATEMENT_MISSING' && <Money cents={node.amount.cents} currency={node.amount.currency} />,
      };
    case 'DirectDebitBatch':
      return { name: node.messageId, end: <Money cents={node.total.cents} currency={node.total.currency} /> };
    case 'JournalEntry':
      return { name: node.label, end: <When at={node.date} /> };
    case 'WebhookDelivery':
      return { name: node.eventName, end: <When at={node.createdAt} /> };
  }
}
