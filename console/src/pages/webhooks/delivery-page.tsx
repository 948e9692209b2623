import { useParams } from '@tanstack/react-router';
import { useRunModeOf } from '../../api/run-mode.ts';
import { useAsk } from '../../api/use-ask.ts';
import { WebhookDeliveryDocument, type WebhookDeliveryQuery } from '../../generated/operations.ts';
import { NotShown } from '../../parts/not-shown.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Facts, Panel } from '../../parts/panel.tsx';
import { To } from '../../parts/to.tsx';
import { Copy, CopyButton } from '../../parts/values/copy.tsx';
import { PaymentStatus, Status } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { outcomeOf, webhookOutcomes } from '../../texts/webhook-outcomes.ts';
import { ReplayDialog } from './replay-dialog.tsx';
import { texts } from './texts.ts';
import { toneOfStatus } from './tones.ts';
import styles from './webhooks.module.css';

type Delivery = Extract<NonNullable<WebhookDeliveryQuery['node']>, { readonly body: string }>;

/** A message and its attempts, as they are made. */
export function DeliveryPage() {
  const said = useTexts(texts);
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const asked = useAsk(WebhookDeliveryDocument, { id }, { everyMs: 5000 });
  const { node } = asked.data ?? {};
  const delivery = node?.__typename === 'WebhookDelivery' ? node : null;
  useRunModeOf(delivery?.payment?.effectiveRunMode);
  if (delivery) return <Shown delivery={delivery} />;
  return <NotShown {...said} isFramed asked={asked} lines={8} list={['/webhooks', said.toWebhooks]} />;
}

function Shown({ delivery }: { readonly delivery: Delivery }) {
  const said = useTexts(texts);
  const { id, type, status, body } = delivery;
  return (
    <>
      <p className={styles.back}>
        <To to="/webhooks">← {said.toWebhooks}</To>
      </p>
      <PageHead
        title={type}
        beside={<Status tone={toneOfStatus[status]}>{said.statuses[status]}</Status>}
        actions={<ReplayDialog id={id} />}
      />
      <Attempts delivery={delivery} />
      <DeliveryFacts delivery={delivery} />
      <Panel title={said.body} actions={<CopyButton text={body} what={said.theBody} />}>
        <pre className={styles.code}>{indented(body)}</pre>
      </Panel>
    </>
  );
}

/** For reading; what is copied is what is sent, to the byte. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function Attempts({ delivery: { attempts } }: { readonly delivery: Delivery }) {
  const said = useTexts(texts);
  const outcomes = useTexts(webhookOutcomes);
  return (
    <Panel title={said.attempts}>
      {attempts.length === 0 && <p className={styles.soft}>{said.noAttempts}</p>}
      <ol className={styles.attempts}>
        {attempts.map(({ number, outcome, statusCode, detail, durationMs, createdAt }) => (
          <li key={number} value={number}>
            <Status tone={outcome === 'DELIVERED' ? 'good' : outcome === 'SENDING' ? 'wait' : 'bad'}>
              {outcomes[outcomeOf({ outcome, detail })]}
            </Status>{' '}
            <code>{[statusCode, detail].filter((one) => one !== null).join(' ')}</code>{' '}
            <span className={styles.soft}>
              <When at={createdAt} style="exact" />
              {durationMs !== null && ` · ${durationMs} ms`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function DeliveryFacts({ delivery }: { readonly delivery: Delivery }) {
  const said = useTexts(texts);
  const { id, payment, nextAttemptAt, settledAt, actions } = delivery;
  return (
    <Panel>
      <Facts
        of={[
          [said.id, <Copy key="id" text={id} what={said.theId} />],
          [said.endpoint, `${delivery.client} · ${delivery.endpoint}`],
          [
            said.payment,
            payment && (
              <span key="payment">
                <To to={`/payments/${payment.id}`}>{payment.reference}</To> <PaymentStatus status={payment.status} />{' '}
                {payment.effectiveRunMode}
              </span>
            ),
          ],
          [said.event, <code key="event">{delivery.eventId}</code>],
          [said.written, <When key="written" at={delivery.createdAt} style="exact" />],
          [said.next, nextAttemptAt && <When key="next" at={nextAttemptAt} style="exact" />],
          [said.settled, settledAt && <When key="settled" at={settledAt} style="exact" />],
          [
            said.resentBy,
            actions.length === 0 ? null : (
              <ul key="resent" className={styles.results}>
                {actions.map((action) => (
                  <li key={action.id}>
                    {action.actorPerson?.name ?? action.actor} · <When at={action.createdAt} style="exact" />
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </Panel>
  );
}
