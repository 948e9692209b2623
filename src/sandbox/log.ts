import { html } from 'hono/html';
import type { BankName } from './bank.ts';
import type { Markup } from './page-shell.ts';
import type { Delivery, State } from './state.ts';
import { formatEuros, type Language, type Text, text, texts } from './texts.ts';
import { bankWords, operationWords, sessionWords } from './words.ts';

/** One line of what happened between the simulators, the buyer and the gateway. */
type Line = {
  readonly at: number;
  readonly bank: BankName;
  readonly reference: string;
  readonly what: Text;
  readonly detail: (language: Language) => string;
  readonly answer: Delivery | null;
};

const words = {
  opened: text('Page de paiement ouverte', 'Payment page opened'),
  settled: text('Décision à la banque', 'Decision at the bank'),
  sent: text('Notification envoyée à la passerelle', 'Notification sent to the gateway'),
  asked: text('Demande de la passerelle', 'Request of the gateway'),
  answered: text('réponse', 'answer'),
  nothing: text(
    'Rien pour l’instant. Faites un paiement et ouvrez son lien : chaque message apparaît ici.',
    'Nothing yet. Make a payment and open its link: every message appears here.',
  ),
} as const;

const limit = 60;

/** What the simulators received and sent, and what the gateway answered, the newest first. No buyer is named. */
export function logList(state: State, language: Language): Markup {
  const lines = linesOf(state);
  if (lines.length === 0) return html`<p class="hint">${words.nothing[language]}</p>`;
  return html`<ol class="log">${lines.map((line) => logLine(line, language))}</ol>`;
}

function linesOf(state: State): readonly Line[] {
  const opened = state.recentSessions(limit).map((it) => ({
    ...{ at: it.createdAt, bank: it.bank, reference: it.reference, what: words.opened, answer: null },
    detail: (language: Language) => `${formatEuros(it.amountCents, language)} · ${sessionWords[it.state][language]}`,
  }));
  const settled = state.recentTransactions(limit).map((it) => ({
    ...{ at: it.at, bank: it.bank, reference: it.reference, what: words.settled, answer: null },
    detail: (language: Language) =>
      [formatEuros(it.amountCents, language), it.brand, it.status, it.code].filter(Boolean).join(' · '),
  }));
  const sent = state.recentDeliveries(limit).map(({ at, bank, reference, number, ...answer }) => ({
    ...{ at, bank, reference, what: words.sent, answer },
    detail: (language: Language) => `${texts.number[language]} ${number}`,
  }));
  const asked = state.recentOperations(limit).map((it) => ({
    ...{ at: it.at, bank: it.bank, reference: it.original, answer: null },
    what: {
      fr: `${words.asked.fr} : ${operationWords[it.kind].fr}`,
      en: `${words.asked.en}: ${operationWords[it.kind].en}`,
    },
    detail: (language: Language) => formatEuros(it.amountCents, language),
  }));
  // Sources in the order of cause and effect: what has the same time stays in it.
  const lines = [...opened, ...asked, ...settled, ...sent].toReversed();
  return lines.toSorted((a, b) => b.at - a.at).slice(0, limit);
}

function logLine({ at, bank, reference, what, detail, answer }: Line, language: Language): Markup {
  return html`<li><time datetime="${new Date(at).toISOString()}">${clockTime(at)}</time>
<div><strong>${what[language]}</strong> <span class="hint">${bankWords[bank][language]} · ${reference}</span><br>${detail(language)}
${answer && html`<br><span class="${answer.delivered ? 'good' : 'bad'}">${deliveryWords(answer)}</span> <span class="hint">${Math.round(answer.durationMs)} ms</span>${answer.answer && html` <code>${answer.answer}</code>`}`}</div></li>`;
}

/** As the rest of the page, in UTC. */
export function clockTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

export function deliveryWords(delivery: Delivery | null): string {
  if (delivery === null) return '—';
  const answer = delivery.httpStatus === null ? (delivery.failure ?? '') : `HTTP ${delivery.httpStatus}`;
  return `${delivery.delivered ? '✓' : '✗'} ${answer}`.trim();
}

/** Looks for new lines while the page is seen. */
export const logScript = `
setInterval(async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.pathname);
    const text = (await answer.text()).replace(/<style.*?<.style>/s, '');
    const next = new DOMParser().parseFromString(text, 'text/html').getElementById('log-lines');
    const log = document.getElementById('log-lines');
    if (next && next.innerHTML !== log.innerHTML) log.replaceChildren(...next.childNodes);
  } catch {}
}, 2000);
`;
