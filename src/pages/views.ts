import { html, raw } from 'hono/html';
import type { Markup } from '../html/page.ts';
import {
  type Language,
  leadingTexts,
  pageTexts,
  statusTexts,
  statusTones,
  type Tone,
  transferTexts,
  typeTexts,
} from '../html/texts.ts';
import { formatMoney } from '../kernel/money.ts';
import type { Payment } from '../modules/payments/payment.ts';
import type { BankTransfer, RedirectForm } from '../modules/payments/provider.ts';

/** The bodies of the customer's pages. */

export type Subject = { readonly payment: Payment; readonly societeName: string; readonly refundedCents: number };

type Frame = Subject & {
  readonly language: Language;
  /** Where the page listens; left out where nothing is awaited. */
  readonly eventsPath?: string;
  /** The open sum of a transfer: a new sum changes the page, though the status is the same. */
  readonly dueCents?: number;
  /** The part that a screen reader speaks when it changes: the sign, the title and a sentence. */
  readonly summary: Markup;
  readonly details: Markup;
};

function frame({ payment, societeName, language, eventsPath, dueCents, summary, details }: Frame): Markup {
  const texts = pageTexts[language];
  const mode = payment.effectiveRunMode === 'TEST' ? html`<span class="mode">${texts.test}</span>` : '';
  return html`<div class="brand">${societeName}${mode}</div>
<main data-status="${payment.status}" data-version="${String(payment.version)}" data-due="${String(dueCents ?? '')}" data-events="${eventsPath ?? ''}">
<div id="summary" role="status">${summary}</div>
<div id="details">${details}</div>
</main>
<footer>${texts.question} <span id="reference">${payment.reference}</span></footer>
<div id="said" class="unseen" role="status"></div>`;
}

/** A tick, a cross and a clock: the shape says the same as the colour. */
const signs: Readonly<Record<Tone, string>> = {
  good: 'm5 12.5 4.5 4.5L19 7.5',
  bad: 'm7 7 10 10M17 7 7 17',
  wait: 'M12 6v6l4 2.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
};

function said(tone: Tone, title: string, detail: string): Markup {
  return html`<svg class="mark ${tone}" viewBox="0 0 24 24" aria-hidden="true"><path d="${signs[tone]}"/></svg>
<h1>${title}</h1><p>${detail}</p>`;
}

function facts({ payment, language }: { payment: Payment; language: Language }): Markup {
  const texts = pageTexts[language];
  const order = payment.idCommande === '0' ? '' : html`<dt>${texts.order}</dt><dd>${payment.idCommande}</dd>`;
  return html`<dl>${order}<dt>${texts.means}</dt><dd>${typeTexts[language][payment.typePaiement]}</dd></dl>`;
}

const amountText = (cents: number, language: Language): string =>
  formatMoney({ cents, currency: 'EUR' }, pageTexts[language].locale);

const amount = ({ amountCents }: Pick<Payment, 'amountCents'>, language: Language): Markup =>
  html`<p class="amount" id="amount">${amountText(amountCents, language)}</p>`;

/** The refunded part of the amount, if not all. */
const refunded = ({ refundedCents }: Subject, language: Language): Markup | '' =>
  refundedCents === 0 ? '' : html`<p>${pageTexts[language].refunded} ${amountText(refundedCents, language)}</p>`;

/** The signed form, which submits itself. The button is for browsers without scripts, and for a slow submission. */
export function formView(subject: Subject, form: RedirectForm, language: Language): Markup {
  const { payment } = subject;
  const texts = pageTexts[language];
  const fields = form.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return frame({
    ...subject,
    language,
    summary: html`<h1>${statusTexts[language].REQUIRES_ACTION[0]}</h1>
<p class="soft turning">${leadingTexts[language][payment.paymentTarget]}</p><noscript><p>${texts.byButton}</p></noscript>`,
    details: html`${amount(payment, language)}${facts({ payment, language })}
<form id="to-bank" method="${form.method}" action="${form.url}" accept-charset="utf-8">${fields}
<div class="buttons"><button>${texts.toBank}</button></div></form>`,
  });
}

export function transferView(subject: Subject, transfer: BankTransfer, language: Language, eventsPath: string): Markup {
  const texts = pageTexts[language];
  const { amountCents } = transfer;
  const row = (id: string, label: string, shown: string, copied: string): Markup => html`<div><dt>${label}</dt>
<dd id="${id}">${shown}</dd><dd class="copy"><button class="quiet small" type="button" hidden data-copy="${copied}" data-copied="${texts.copied}" aria-label="${texts.copy} : ${label}">${texts.copy}</button></dd></div>`;
  return frame({
    ...subject,
    language,
    eventsPath,
    dueCents: amountCents,
    summary: html`<h1>${texts.transferTitle}</h1>${receivedOf(subject.payment, transfer, language)}<p>${texts.transferDetail}</p>`,
    details: html`${amount({ amountCents }, language)}
<dl class="copied-out">${row('creditor', texts.creditor, transfer.creditorName, transfer.creditorName)}
${row('iban', texts.iban, inFours(transfer.iban), transfer.iban)}
${row('bic', texts.bic, transfer.bic, transfer.bic)}
${row('transfer-reference', texts.transferReference, inFours(transfer.reference), transfer.reference)}</dl>
${untilOf(subject.payment, language)}
<div class="qr"><div role="img" aria-label="${texts.qr}">${raw(transfer.qrCodeSvg)}</div><p class="soft">${texts.qrDetail}</p></div>
<p class="soft turning scripted">${texts.transferAwaited}</p>
<div class="buttons scripted"><button class="quiet" type="button" id="print" hidden>${texts.print}</button></div>${reload(language)}`,
  });
}

function receivedOf({ amountCents }: Payment, transfer: BankTransfer, language: Language): Markup | '' {
  const receivedCents = amountCents - transfer.amountCents;
  if (receivedCents === 0) return '';
  return html`<p id="received">${transferTexts[language].received(amountText(receivedCents, language), amountText(amountCents, language))}</p>`;
}

const untilOf = ({ expiresAt }: Payment, language: Language): Markup | '' =>
  expiresAt === null ? '' : html`<p id="until">${transferTexts[language].until(dayText(expiresAt, language))}</p>`;

/** The day in France: `25 décembre 2026`. */
export const dayText = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(pageTexts[language].locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(at);

export type OutcomeOptions = {
  readonly language: Language;
  /** A text in place of the status' own. */
  readonly said?: readonly [title: string, detail: string];
  /** Given while a change is expected. */
  readonly eventsPath?: string;
  /** Where a payment that still waits can be tried again. */
  readonly payPath?: string;
  readonly warnsOfPayingTwice?: boolean;
  /** The time after which the browser returns to the client by itself. */
  readonly leavesAfterMs?: number;
};

/** Shows the record, and nothing from the browser. */
export function outcomeView(subject: Subject, options: OutcomeOptions): Markup {
  const { payment } = subject;
  const { language, eventsPath, payPath, leavesAfterMs } = options;
  const texts = pageTexts[language];
  const awaits = eventsPath !== undefined;
  const isMain = payPath === undefined && !awaits;
  const buttons = [
    payPath === undefined ? '' : html`<a class="button" id="try-again" href="${payPath}">${texts.tryAgain}</a>`,
    payment.returnUrl === null
      ? ''
      : html`<a class="${isMain ? 'button' : 'button quiet'}" id="back" rel="noreferrer" href="${payment.returnUrl}">${texts.back} ${new URL(payment.returnUrl).host}</a>`,
  ].filter((button) => button !== '');
  const leaving =
    payment.returnUrl === null || leavesAfterMs === undefined
      ? ''
      : html`<div class="leaving" id="leaving" data-after-ms="${leavesAfterMs}" hidden><span>${texts.leaving}</span>
<button class="quiet small" type="button" id="stay">${texts.stay}</button></div>`;
  return frame({
    ...subject,
    language,
    eventsPath,
    summary: html`${options.said ? said('wait', ...options.said) : said(statusTones[payment.status], ...statusTexts[language][payment.status])}
${options.warnsOfPayingTwice ? html`<p><strong>${texts.doNotPayTwice}</strong></p>` : ''}`,
    details: html`${amount(payment, language)}${refunded(subject, language)}${facts({ payment, language })}
${awaits ? html`<p class="soft turning scripted">${texts.updates}</p>` : ''}
${buttons.length === 0 ? '' : html`<div class="buttons">${buttons}</div>`}${leaving}${awaits ? reload(language) : ''}`,
  });
}

export function unavailableView(subject: Subject, language: Language, payPath: string): Markup {
  const texts = pageTexts[language];
  return frame({
    ...subject,
    language,
    summary: said('wait', texts.unavailable, texts.unavailableDetail),
    details: html`${amount(subject.payment, language)}${facts({ payment: subject.payment, language })}
<div class="buttons"><a class="button" id="try-again" href="${payPath}">${texts.tryAgain}</a></div>`,
  });
}

/** @param detail the text for a link that leads to something else than a payment */
export function unknownView(language: Language, detail: string = pageTexts[language].unknownDetail): Markup {
  return html`<div class="brand">Règlement</div><main><h1>${pageTexts[language].unknown}</h1><p>${detail}</p></main>`;
}

/** For browsers without scripts, which cannot follow. An empty address is the page's own. */
const reload = (language: Language): Markup =>
  html`<noscript><div class="buttons"><a class="button quiet" href="">${pageTexts[language].reload}</a></div></noscript>`;

const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');
