import { useState } from 'react';
import { PingWebhookEndpointDocument, type PingWebhookEndpointMutation } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Facts } from '../../parts/panel.tsx';
import { Status } from '../../parts/values/status.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';
import { outcomeOf, webhookOutcomes } from '../../texts/webhook-outcomes.ts';
import type { Endpoint } from './endpoint.ts';
import { texts } from './texts.ts';
import styles from './webhooks.module.css';
import { writeTexts } from './write-texts.ts';

type Result = Extract<PingWebhookEndpointMutation['pingWebhookEndpoint'], { readonly durationMs: number }>;
type Props = { readonly endpoint: Endpoint };

/** Sends a test message, and shows what the endpoint answered. */
export function PingDialog({ endpoint }: Props) {
  const said = useTexts(writeTexts);
  return (
    <Dialog title={`${said.ping} ${endpoint.name}`} trigger={<Button isSmall>{said.ping}</Button>}>
      {(opened) => <PingForm {...opened} endpoint={endpoint} />}
    </Dialog>
  );
}

function PingForm({ close, intention, endpoint: { client, name, url } }: Opened & Props) {
  const said = useTexts(writeTexts);
  const [result, setResult] = useState<Result | null>(null);
  if (result !== null) return <Answer result={result} onClose={close} />;
  return (
    <WriteForm
      operation={PingWebhookEndpointDocument}
      {...{ intention, names: [], submit: said.ping, onCancel: close }}
      variables={() => ({ input: { client, endpoint: name } })}
      onDone={setResult}
    >
      <p>{said.pingText}</p>
      <p>
        <code className={styles.url}>{url}</code>
      </p>
    </WriteForm>
  );
}

function Answer({ result, onClose }: { readonly result: Result; readonly onClose: () => void }) {
  const said = useTexts(writeTexts);
  const words = useTexts(texts);
  const outcomes = useTexts(webhookOutcomes);
  const { close } = useTexts(commonTexts);
  const { outcome, statusCode, detail, durationMs } = result;
  const isDelivered = outcome === 'DELIVERED';
  return (
    <>
      <div role="status">
        <Facts
          of={[
            [
              said.pingResult,
              <Status key="outcome" tone={isDelivered ? 'good' : 'bad'}>
                {outcomes[outcomeOf(result)]}
              </Status>,
            ],
            [words.answer, [statusCode, detail].filter((one) => one !== null).join(' ')],
            [words.duration, `${durationMs} ms`],
          ]}
        />
      </div>
      {!isDelivered && <p>{said.pingAgain}</p>}
      <div className={styles.buttons}>
        <Button onPress={onClose} worksOffline>
          {close}
        </Button>
      </div>
    </>
  );
}
