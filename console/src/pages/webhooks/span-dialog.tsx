import { useState } from 'react';
import { ReplayWebhooksDocument, type WebhookDeliveryStatus } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, type Opened } from '../../parts/dialog/dialog.tsx';
import { Choices } from '../../parts/fields/choices.tsx';
import { DateField } from '../../parts/fields/date-field.tsx';
import { dayAfter, startInParis } from '../../parts/lists/paris-days.ts';
import { todayInParis } from '../../parts/values/when.tsx';
import { WriteForm } from '../../parts/write-form.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Endpoint } from './endpoint.ts';
import { statuses } from './search.ts';
import { texts } from './texts.ts';
import { writeTexts } from './write-texts.ts';

type Props = { readonly endpoint: Endpoint };

/** Sends an endpoint's webhooks of some days again. */
export function SpanDialog({ endpoint }: Props) {
  const said = useTexts(writeTexts);
  return (
    <Dialog title={`${said.span} · ${endpoint.name}`} trigger={<Button isSmall>{said.span}</Button>}>
      {(opened) => <SpanForm {...opened} endpoint={endpoint} />}
    </Dialog>
  );
}

function SpanForm({ close, intention, endpoint: { client, name } }: Opened & Props) {
  const said = useTexts(writeTexts);
  const words = useTexts(texts);
  const [days, setDays] = useState({ from: todayInParis(), to: todayInParis() });
  const [status, setStatus] = useState<readonly WebhookDeliveryStatus[]>(['DEAD']);
  const input = {
    ...{ client, endpoint: name, status: [...status] },
    ...{ from: startInParis(days.from), to: startInParis(dayAfter(days.to)) },
  };
  return (
    <WriteForm
      operation={ReplayWebhooksDocument}
      {...{ intention, names: ['from', 'to', 'status'], submit: said.replay, onCancel: close }}
      variables={() => (status.length === 0 ? null : { input })}
      says={({ replayed, isMore }) => (isMore ? said.spanMore(replayed) : said.spanDone(replayed))}
    >
      <p>{said.spanText}</p>
      <DateField
        {...{ label: said.from, name: 'from', value: days.from, to: days.to }}
        isRequired
        isFirst
        onChange={(from) => from !== null && setDays({ ...days, from })}
      />
      <DateField
        {...{ label: said.to, name: 'to', value: days.to, from: days.from }}
        isRequired
        onChange={(to) => to !== null && setDays({ ...days, to })}
      />
      <Choices
        {...{ label: said.which, names: statuses, texts: words.statuses, chosen: status }}
        onChange={setStatus}
      />
    </WriteForm>
  );
}
