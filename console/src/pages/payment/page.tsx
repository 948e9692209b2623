import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../api/use-ask.ts';
import { PaymentDocument } from '../../generated/operations.ts';
import { Copy } from '../../parts/copy.tsx';
import { Money } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { PaymentStatus } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { vocabulary } from '../../texts/vocabulary.ts';
import { texts } from './texts.ts';

export function PaymentPage() {
  const said = useTexts(texts);
  const { target, type } = useTexts(vocabulary);
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const { data, error, refetch } = useAsk(PaymentDocument, { id });
  if (error) return <ErrorState fault={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  const { payment } = data;
  if (!payment) return <EmptyState title={said.unknown}>{said.unknownText}</EmptyState>;
  const { names } = said;
  return (
    <>
      <PageHead
        title={`${said.title} ${payment.reference}`}
        beside={<PaymentStatus status={payment.status} />}
        lead={<Copy text={payment.reference} what={said.reference} />}
      />
      <Panel title={said.about}>
        <Facts
          of={[
            [names.amount, <Money key="amount" cents={payment.amount.cents} currency={payment.amount.currency} />],
            [names.means, type[payment.paymentType]],
            [names.target, target[payment.paymentTarget]],
            [names.societe, payment.idSociete],
            [names.customer, payment.idClient],
            [names.order, payment.idCommande === '0' ? null : payment.idCommande],
            [names.origin, payment.idOrigin],
            [names.email, payment.email],
            [names.comment, payment.commentaire],
            [names.created, <When key="created" at={payment.createdAt} style="exact" />],
            [names.updated, <When key="updated" at={payment.updatedAt} style="exact" />],
            [names.expires, payment.expiresAt === null ? null : <When key="expires" at={payment.expiresAt} />],
            [names.id, <Copy key="id" text={payment.id} what={said.id} />],
          ]}
        />
      </Panel>
    </>
  );
}
