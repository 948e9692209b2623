import { useEditorContext } from '@graphiql/react';
import { useSyncExternalStore } from 'react';
import { examples } from '../examples.ts';
import { helpTexts } from './help-texts.js';
import { current, subscribe } from './last-payment.js';
import { root } from './root.js';

const texts = helpTexts[navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'];
/** What this deployment has beside GraphiQL: `documentation`, `sandbox`. */
const shown = (document.documentElement.dataset.shows ?? '').split(' ');

const nameOf = (query) => /^(?:mutation|subscription|query) (\w+)/m.exec(query)?.[1] ?? '';

function Help() {
  return (
    <section className="help" lang={texts.language} aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <ol>
        {texts.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <LastPayment />
      <h3>{texts.examples}</h3>
      <Examples />
      <h3>{texts.keys}</h3>
      <dl>
        {texts.keyList.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>{texts.apiKey}</h3>
      <p>{texts.apiKeyDetail}</p>
      <pre>{'{ "Authorization": "Bearer …" }'}</pre>
      <Links />
    </section>
  );
}

function LastPayment() {
  const payment = useSyncExternalStore(subscribe, current);
  return (
    <p className="last-payment" aria-live="polite">
      {payment === null ? (
        texts.noPayment
      ) : (
        <>
          {texts.lastPayment} <code>{payment.reference ?? payment.id}</code>{' '}
          {payment.paymentUrl && (
            <a href={payment.paymentUrl} target="_blank" rel="noreferrer">
              {texts.pay}
            </a>
          )}
        </>
      )}
    </p>
  );
}

/** Opens the tab of an example where there is one, and otherwise a new one with it. */
function Examples() {
  const { tabs, changeTab, addTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const open = ({ query, variables }) => {
    const place = tabs.findIndex(({ operationName }) => operationName === nameOf(query));
    if (place >= 0) return changeTab(place);
    addTab();
    setTimeout(() => {
      queryEditor?.setValue(query);
      variableEditor?.setValue(JSON.stringify(variables, null, 2));
    });
  };
  return (
    <ul className="examples">
      {examples.map((example) => (
        <li key={nameOf(example.query)}>
          <button type="button" className="graphiql-un-styled" onClick={() => open(example)}>
            {nameOf(example.query)}
          </button>{' '}
          {texts.ofExample[nameOf(example.query)]}
        </li>
      ))}
    </ul>
  );
}

function Links() {
  const links = texts.links.filter(([, , needs]) => needs === undefined || shown.includes(needs));
  return (
    <>
      <h3>{texts.further}</h3>
      <ul>
        {links.map(([address, label]) => (
          <li key={address}>
            <a href={root + address}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

const Icon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.7" aria-hidden="true">
    <circle cx="12" cy="12" r="9.5" />
    <path d="M9.2 9.3a2.8 2.8 0 1 1 4 2.6c-.8.4-1.2.9-1.2 1.9" strokeLinecap="round" />
    <circle cx="12" cy="16.9" r=".6" fill="currentColor" />
  </svg>
);

export const helpPlugin = { title: texts.title, icon: Icon, content: Help };
