import { html } from 'hono/html';
import { faultPanel } from './fault-panel.ts';
import type { Look, Markup, Page } from './page-shell.ts';
import type { Delivery, State } from './state.ts';
import { formatEuros, type Language, text, texts } from './texts.ts';

const look: Look = {
  className: 'platform',
  wordmark: text('Sandbox', 'Sandbox'),
  tagline: text('Paybox · Scellius, simulateurs de test', 'Paybox · Scellius, test simulators'),
};
const rowLimit = 50;

/** The simulators' latest payments. The page names no buyer: only references, amounts and states. */
export function indexPage(state: State, language: Language, address: string): Page {
  return {
    language,
    look,
    title: texts.indexTitle[language],
    content: html`<main>
<section><h1>${texts.indexTitle[language]}</h1><p>${texts.indexText[language]}</p>
<p>${texts.houseBankText[language]} <a href="${address}/house-bank" id="house-bank">${texts.houseBankLink[language]}</a></p></section>
<section><h2>${texts.sessions[language]}</h2>${sessionTable(state, language)}</section>
<section><h2>${texts.transactions[language]}</h2>${transactionTable(state, language)}</section>
<section><h2>${texts.operations[language]}</h2>${operationTable(state, language)}</section>
${faultPanel({ faults: state.faults(), held: state.heldMessages().length }, language, address)}
</main>`,
  };
}

function sessionTable(state: State, language: Language): Markup {
  const sessions = state.recentSessions(rowLimit);
  const { time, bank, shop, reference, amount, state: status } = texts;
  return table(
    [time, bank, shop, reference, amount, status].map((words) => words[language]),
    sessions.map((it) => [
      clockTime(it.createdAt),
      it.bank,
      it.shopName,
      it.reference,
      formatEuros(it.amountCents, language),
      it.state,
    ]),
    language,
  );
}

function transactionTable(state: State, language: Language): Markup {
  const transactions = state.recentTransactions(rowLimit);
  const { time, bank, number, reference, amount, means, state: status, notification } = texts;
  return table(
    [time, bank, number, reference, amount, means, status, notification].map((words) => words[language]),
    transactions.map((it) => [
      clockTime(it.at),
      it.bank,
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
    [time, bank, operation, number, payment, amount].map((words) => words[language]),
    state
      .recentOperations(rowLimit)
      .map((it) => [clockTime(it.at), it.bank, it.kind, it.number, it.original, formatEuros(it.amountCents, language)]),
    language,
  );
}

function table(heads: readonly string[], rows: readonly (readonly string[])[], language: Language): Markup {
  if (rows.length === 0) return html`<p class="hint">${texts.none[language]}</p>`;
  return html`<div class="scroll"><table>
<thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
</tbody></table></div>`;
}

function clockTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function deliveryWords(delivery: Delivery | null): string {
  if (delivery === null) return '—';
  const answer = delivery.httpStatus === null ? (delivery.failure ?? '') : `HTTP ${delivery.httpStatus}`;
  return `${delivery.delivered ? '✓' : '✗'} ${answer}`.trim();
}
