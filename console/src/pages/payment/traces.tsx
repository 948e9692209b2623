import type { Operation } from '@reglement/client';
import type { ReactNode } from 'react';
import { useMay } from '../../api/me.tsx';
import { useAsk } from '../../api/use-ask.ts';
import {
  PaymentDoorsDocument,
  PaymentEntriesDocument,
  PaymentMessagesDocument,
  PaymentWebhooksDocument,
  ReplayNotificationDocument,
  ReplayWebhookDeliveryDocument,
} from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmDialog } from '../../parts/dialog/confirm-dialog.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Pending } from '../../parts/states.tsx';
import { CodeBlock } from '../../parts/values/copy.tsx';
import { Money } from '../../parts/values/money.tsx';
import { Status, type Tone } from '../../parts/values/status.tsx';
import { When } from '../../parts/values/when.tsx';
import { useTexts } from '../../texts/language.tsx';
import { outcomeOf, webhookOutcomes } from '../../texts/webhook-outcomes.ts';
import styles from './payment.module.css';
import { Reason } from './reason.tsx';
import { Summary } from './summary.tsx';
import { traceTexts } from './trace-texts.ts';

/** The bank's messages, webhooks and entries, each for who may see them, and the two doors' requests. */
export function Traces({ id }: Props) {
  const may = { replay: useMay('replay'), accounting: useMay('accounting') };
  return (
    <>
      {may.accounting && <Entries id={id} />}
      {may.replay && <Messages id={id} />}
      {may.replay && <Webhooks id={id} />}
      <Doors id={id} />
    </>
  );
}

type Props = { readonly id: string };

type PanelProps<Result extends Answer> = Props & {
  readonly title: string;
  readonly operation: Operation<Result, { id: string }>;
  readonly children: (payment: NonNullable<Result['payment']>) => ReactNode;
};

type Answer = { readonly payment: object | null };

/** A panel that asks for its own part of the payment. */
function Part<Result extends Answer>({ id, title, operation, children }: PanelProps<Result>) {
  const asked = useAsk(operation, { id });
  const { payment } = asked.data ?? { payment: null };
  return (
    <Panel title={title}>
      <Pending asked={asked} lines={2} />
      {payment && children(payment)}
    </Panel>
  );
}

const toneOfOutcome: Readonly<Record<string, Tone>> = {
  APPLIED: 'good',
  REJECTED: 'bad',
  CONTRADICTION: 'alert',
  WRONG_MODE: 'alert',
  QUARANTINED: 'alert',
  UNCONFIRMED: 'doubt',
  STORED: 'wait',
};

function Messages({ id }: Props) {
  const said = useTexts(traceTexts);
  return (
    <Part id={id} title={said.messages} operation={PaymentMessagesDocument}>
      {({ notifications: messages }) => (
        <>
          {messages.length === 0 && <p className={styles.soft}>{said.noMessages}</p>}
          {messages.map(({ id: message, receivedAt, outcome, reason, raw }) => (
            <details key={message} className={styles.details}>
              <summary>
                <Summary at={receivedAt} what={raw && `${raw.method} · ${said.fields(raw.fields.length)}`}>
                  <Status tone={toneOfOutcome[outcome] ?? 'ended'}>{said.outcomes[outcome] ?? outcome}</Status>
                </Summary>
              </summary>
              {reason !== null && <Reason text={reason} />}
              {raw && (
                <pre className={styles.code}>{raw.fields.map(({ name, value }) => `${name}=${value}`).join('\n')}</pre>
              )}
              <ReplayMessage id={message} />
            </details>
          ))}
        </>
      )}
    </Part>
  );
}

function ReplayMessage({ id }: { readonly id: string }) {
  const said = useTexts(traceTexts);
  return (
    <ConfirmDialog
      title={said.replay}
      trigger={<Button isSmall>{said.replay}</Button>}
      operation={ReplayNotificationDocument}
      variables={() => ({ input: { id } })}
      says={said.replayed}
    >
      <p>{said.replayMessageText}</p>
    </ConfirmDialog>
  );
}

const toneOfDelivery = { WAITING: 'wait', DELIVERED: 'good', DEAD: 'bad' } as const;

function Webhooks({ id }: Props) {
  const said = useTexts(traceTexts);
  const outcomes = useTexts(webhookOutcomes);
  return (
    <Part id={id} title={said.webhooks} operation={PaymentWebhooksDocument}>
      {({ webhookDeliveries: deliveries }) => (
        <>
          {deliveries.length === 0 && <p className={styles.soft}>{said.noWebhooks}</p>}
          {deliveries.map(({ id: delivery, endpoint, type, status, createdAt, nextAttemptAt, body, attempts }) => (
            // One that did not arrive shows at once why.
            <details key={delivery} className={styles.details} open={status !== 'DELIVERED' && attempts.length > 0}>
              <summary>
                <Summary
                  at={createdAt}
                  what={
                    <>
                      <code>{type}</code> <span className={styles.soft}>{endpoint}</span>
                    </>
                  }
                >
                  <Status tone={toneOfDelivery[status]}>{said.delivery[status]}</Status>
                </Summary>
              </summary>
              <p className={styles.soft}>
                {endpoint} · {said.tries(attempts.length)}
                {nextAttemptAt !== null && (
                  <>
                    {' · '}
                    {said.next} <When at={nextAttemptAt} />
                  </>
                )}
              </p>
              <ol className={`${styles.soft} ${styles.attempts}`}>
                {attempts.map(({ number, outcome, statusCode, detail, createdAt: at }) => (
                  <li key={number}>
                    <When at={at} style="exact" /> {outcomes[outcomeOf({ outcome, detail })]}{' '}
                    <code>{[statusCode, detail].filter(Boolean).join(' ')}</code>
                  </li>
                ))}
              </ol>
              <pre className={styles.code}>{body}</pre>
              <Resend id={delivery} />
            </details>
          ))}
        </>
      )}
    </Part>
  );
}

function Resend({ id }: { readonly id: string }) {
  const said = useTexts(traceTexts);
  return (
    <ConfirmDialog
      title={said.resend}
      trigger={<Button isSmall>{said.resend}</Button>}
      operation={ReplayWebhookDeliveryDocument}
      variables={() => ({ input: { id } })}
      says={said.resent}
    >
      <p>{said.resendText}</p>
    </ConfirmDialog>
  );
}

function Entries({ id }: Props) {
  const said = useTexts(traceTexts);
  return (
    <Part id={id} title={said.entries} operation={PaymentEntriesDocument}>
      {({ journalEntries: entries }) => (
        <>
          {entries.length === 0 && <p className={styles.soft}>{said.noEntries}</p>}
          {entries.map(({ id: entry, date, journalCode, number, label, lines }) => (
            <details key={entry} className={styles.details} open>
              <summary>
                <When at={date} /> {[journalCode, number].filter((one) => one !== null).join(' ')} · {label}
              </summary>
              <table className={styles.entry} aria-label={label}>
                <thead>
                  <tr>
                    <th scope="col">{said.account}</th>
                    <th scope="col">{said.debit}</th>
                    <th scope="col">{said.credit}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map(({ account, accountLabel, debit, credit }) => (
                    <tr key={`${account} ${debit.cents} ${credit.cents}`}>
                      <td>
                        {account} {accountLabel}
                      </td>
                      <td>{debit.cents === 0 ? null : <Money cents={debit.cents} />}</td>
                      <td>{credit.cents === 0 ? null : <Money cents={credit.cents} />}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          ))}
        </>
      )}
    </Part>
  );
}

function Doors({ id }: Props) {
  const said = useTexts(traceTexts);
  return (
    <Part id={id} title={said.doors} operation={PaymentDoorsDocument}>
      {({ legacyUrl, graphqlTwin }) => (
        <>
          <p className={styles.soft}>{said.doorsText}</p>
          <div className={styles.doors}>
            {legacyUrl === null ? (
              <p className={styles.soft}>{said.noLegacy}</p>
            ) : (
              <CodeBlock title={said.legacy} text={legacyUrl} what={said.theUrl} />
            )}
            <div className={styles.twin}>
              <CodeBlock title={said.twin} text={graphqlTwin.query} what={said.theDocument} />
              <CodeBlock title={said.variables} text={graphqlTwin.variables} what={said.theVariables} />
            </div>
          </div>
        </>
      )}
    </Part>
  );
}
