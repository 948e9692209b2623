import { html } from 'hono/html';
import { faultPanel } from './fault-panel.ts';
import { clockTime, deliveryWords, logList, logScript } from './log.ts';
import { type Look, type Markup, type Page, table } from './page-shell.ts';
import type { State } from './state.ts';
import { formatEuros, type Language, text, texts } from './texts.ts';
import { bankWords, operationWords, sessionWords } from './words.ts';

const look: Look = {
  className: 'platform',
  wordmark: text('Sandbox', 'Sandbox'),
  tagline: text('Paybox · Scellius, simulateurs de test', 'Paybox · Scellius, test simulators'),
};
const rowLimit = 50;

const tabs = {
  log: text('Journal', 'Log'),
  payments: text('Paiements', 'Payments'),
  faults: text('Pannes', 'Faults'),
} as const;

const logHint = text(
  'Ce que les simulateurs ont reçu et envoyé, et ce que la passerelle a répondu. Heures UTC ; la page se met à jour seule.',
  'What the simulators received and sent, and what the gateway answered. Times in UTC; the page keeps itself up to date.',
);

/** What the simulators saw lately. No buyer is named here: only references, amounts and states. */
export function indexPage(state: State, language: Language, address: string): Page {
  return {
    language,
    look,
    title: texts.indexTitle[language],
    tabs: Object.entries(tabs).map(([id, label]) => [id, label[language]]),
    links: [
      [`${address}/house-bank`, texts.houseBankLink[language], 'house-bank'],
      [`${address}/../`, text('Accueil', 'Home')[language]],
    ],
    script: logScript,
    content: html`<main class="tabs">
<h1>${texts.indexTitle[language]}</h1>
<div class="tab open" id="log"><section><p>${texts.indexText[language]}</p><p>${texts.houseBankText[language]}</p></section>
<section><h2>${tabs.log[language]}</h2><p class="hint">${logHint[language]}</p><div id="log-lines">${logList(state, language)}</div></section></div>
<div class="tab" id="payments">
<section><h2>${texts.sessions[language]}</h2>${sessionTable(state, language)}</section>
<section><h2>${texts.transactions[language]}</h2>${transactionTable(state, language)}</section>
<section><h2>${texts.operations[language]}</h2>${operationTable(state, language)}</section></div>
<div class="tab" id="faults">${faultPanel({ faults: state.faults(), held: state.heldMessages().length }, language, address)}</div>
</main>`,
  };
}

function sessionTable(state: State, language: Language): Markup {
  const sessions = state.recentSessions(rowLimit);
  const { time, bank, shop, reference, amount, state: status } = texts;
  return table(
    [time, bank, shop, reference, amount, status],
    sessions.map((it) => [
      clockTime(it.createdAt),
      bankWords[it.bank][language],
      it.shopName,
      it.reference,
      formatEuros(it.amountCents, language),
      sessionWords[it.state][language],
    ]),
    language,
  );
}

function transactionTable(state: State, language: Language): Markup {
  const transactions = state.recentTransactions(rowLimit);
  const { time, bank, number, reference, amount, means, state: status, notification } = texts;
  return table(
    [time, bank, number, reference, amount, means, status, notification],
    transactions.map((it) => [
      clockTime(it.at),
      bankWords[it.bank][language],
      it.number,
      it.reference,
      formatEuros(it.amountCents, language),
      `${it.brand} ${it.means}`.trim(),
      `${it.status} ${it.code}`.trim(),
      deliveryWords(it.delivery),
    ]),
    language,
  );
}

function operationTable(state: State, language: Language): Markup {
  const { time, bank, number, payment, amount, operation } = texts;
  return table(
    [time, bank, operation, number, payment, amount],
    state
      .recentOperations(rowLimit)
      .map((it) => [
        clockTime(it.at),
        bankWords[it.bank][language],
        operationWords[it.kind][language],
        it.number,
        it.original,
        formatEuros(it.amountCents, language),
      ]),
    language,
  );
}
