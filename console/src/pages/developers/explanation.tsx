import type { ExplainUrlQuery, UrlEffect } from '../../generated/operations.ts';
import { Facts } from '../../parts/panel.tsx';
import { To } from '../../parts/to.tsx';
import { CodeBlock } from '../../parts/values/copy.tsx';
import { PaymentStatus, Status, type Tone } from '../../parts/values/status.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './developers.module.css';
import { texts } from './texts.ts';

type Explained = Extract<ExplainUrlQuery['explainUrl'], { readonly __typename: 'UrlExplanation' }>;
type Props = { readonly of: Explained };

const tones: Readonly<Record<UrlEffect, Tone>> = {
  NEW_PAYMENT: 'good',
  SAME_PAYMENT: 'ended',
  REFUSED: 'bad',
  STATUS: 'ended',
  NO_OPERATION: 'alert',
};

export function Explanation({ of: explained }: Props) {
  const said = useTexts(texts);
  const { effect, effectiveRunMode, payment, refusal, fields, graphqlTwin } = explained;
  return (
    <div className={styles.explanation}>
      <p className={styles.effect}>
        <Status tone={tones[effect]} isNote>
          {said.effects[effect]}
        </Status>
        {effectiveRunMode !== null &&
          (effectiveRunMode === 'LIVE' ? <Status tone="alert">{said.live}</Status> : <span>{said.test}</span>)}
      </p>
      {payment && (
        <p className={styles.effect}>
          <To to={`/payments/${payment.id}`}>
            {said.samePayment} {payment.reference}
          </To>
          <PaymentStatus status={payment.status} />
        </p>
      )}
      {refusal && <Refusal {...refusal} />}
      <div className={styles.parts}>
        {fields.length > 0 && <Read fields={fields} />}
        {graphqlTwin && (
          <section className={styles.twin}>
            <h3>{said.twin}</h3>
            <CodeBlock title={said.variables} text={graphqlTwin.variables} what={said.theVariables} />
            <CodeBlock title={said.query} text={graphqlTwin.query} what={said.theQuery} />
          </section>
        )}
      </div>
    </div>
  );
}

/** The words are those of the answer, which old systems get in English. */
function Refusal({ status, code, message, ...refusal }: NonNullable<Explained['refusal']>) {
  const said = useTexts(texts);
  const fields = refusal.fields.filter((fault) => fault.message !== message);
  return (
    <section className={styles.refusal}>
      <h3>{said.refusal}</h3>
      <p>
        <code>
          {status} {code}
        </code>{' '}
        <span lang="en">{message}</span>
      </p>
      {fields.length > 0 && (
        <Facts
          of={fields.map((fault) => [
            fault.name,
            <span lang="en" key={fault.name}>
              {fault.message}
            </span>,
          ])}
        />
      )}
    </section>
  );
}

function Read({ fields }: Pick<Explained, 'fields'>) {
  const said = useTexts(texts);
  return (
    <table className={styles.fields}>
      <caption>{said.reads}</caption>
      <thead>
        <tr>
          <th scope="col">{said.field}</th>
          <th scope="col">{said.value}</th>
          <th scope="col">{said.from}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, value, from }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{value}</td>
            <td>{said.sources[from] ?? from}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
