import { useEffect, useMemo, useState } from 'react';
import { Form } from 'react-aria-components';
import { useMay } from '../../api/me.tsx';
import { faultsOfFields } from '../../api/refusals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ExplainUrlDocument, type ExplainUrlQuery } from '../../generated/operations.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/fields/field.tsx';
import { typesInto } from '../../parts/keys.ts';
import { Panel } from '../../parts/panel.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { useTexts } from '../../texts/language.tsx';
import styles from './developers.module.css';
import { Explanation } from './explanation.tsx';
import { type Texts, texts } from './texts.ts';

type Asked = { readonly url: string; readonly client: string | null };

/** What an old URL would do. It is never kept in the address: it may hold an e-mail address. */
export function Explain() {
  const said = useTexts(texts);
  const seesAsOthers = useMay('operations');
  const [url, setUrl] = useState('');
  const [client, setClient] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, isFetching, refetch } = useAsk(ExplainUrlDocument, asked ?? { url: '', client: null }, {
    enabled: asked !== null,
  });
  usePastedUrl(setUrl);
  const ask = (): void => {
    const next = { url: url.trim(), client: client.trim() === '' ? null : client.trim() };
    if (next.url === '') return;
    if (next.url === asked?.url && next.client === asked.client) void refetch();
    setAsked(next);
  };
  const answer = asked === null ? undefined : data?.explainUrl;
  const faults = useMemo(() => faultsOf(answer, said), [answer, said]);
  return (
    <Panel title={said.explainTitle}>
      <p className={styles.text}>{said.explainText}</p>
      <Form
        className={styles.form ?? ''}
        validationErrors={faults}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Field label={said.url} name="url" hint={said.urlHint} value={url} onChange={setUrl} autoComplete="off" />
        {seesAsOthers && (
          <Field
            {...{ label: said.client, name: 'client', hint: said.clientHint, maxLength: 64, autoComplete: 'off' }}
            value={client}
            onChange={setClient}
          />
        )}
        <div className={styles.submit}>
          <Button type="submit" kind="primary" isPending={isFetching}>
            {said.explain}
          </Button>
        </div>
      </Form>
      <div aria-live="polite">
        {error && <ErrorState fault={error} retry={() => void refetch()} />}
        {asked !== null && answer === undefined && !error && <Skeleton lines={4} />}
        {answer?.__typename === 'UrlExplanation' && <Explanation of={answer} />}
      </div>
    </Panel>
  );
}

/** What is wrong stands at its field, in the language of the page. */
function faultsOf(answer: ExplainUrlQuery['explainUrl'] | undefined, said: Texts): Readonly<Record<string, string>> {
  if (answer === undefined || answer.__typename === 'UrlExplanation') return {};
  if (answer.__typename === 'NotAllowedError') return { client: said.clientNotAllowed };
  const { client } = faultsOfFields(answer, ['url', 'client']);
  return client === undefined ? { url: said.badUrl } : { client: said.unknownClient };
}

/** A URL that is pasted outside of a field goes into the field for it. */
function usePastedUrl(take: (url: string) => void): void {
  useEffect(() => {
    const read = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text').trim() ?? '';
      const field = document.querySelector<HTMLInputElement>('main input[name=url]');
      if (typesInto(event.target) || text === '' || !field) return;
      event.preventDefault();
      take(text);
      field.focus();
    };
    addEventListener('paste', read);
    return () => removeEventListener('paste', read);
  }, [take]);
}
