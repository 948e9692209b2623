import { html, raw } from 'hono/html';
import { dayInWords } from '../html/day-in-words.ts';
import { outcomeTexts } from '../html/outcome-texts.ts';
import type { Markup } from '../html/page.ts';
import {
  type Language,
  leadingTexts,
  pageTexts,
  statusTexts,
  type Tone,
  transferTexts,
  typeTexts,
} from '../html/texts.ts';
import type { Contact } from '../kernel/merchant.ts';
import { formatMoney } from '../kernel/money.ts';
import type { CustomerView } from '../modules/payments/attempts/customer-view.ts';
import type { Payment } from '../modules/payments/payment.ts';
import type { BankTransfer, RedirectForm } from '../modules/payments/provider.ts';

/** The bodies of the customer's pages. */

export type Subject = CustomerView;

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

export function frame({
  payment,
  societeName,
  customerPages,
  language,
  eventsPath,
  dueCents,
  summary,
  details,
}: Frame): Markup {
  const texts = pageTexts[language];
  const mode = payment.effectiveRunMode === 'TEST' ? html`<span class="mode">${texts.test}</span>` : '';
  return html`<header class="brand">${societeName}${mode}</header>
<main data-status="${payment.status}" data-version="${String(payment.version)}" data-due="${String(dueCents ?? '')}" data-events="${eventsPath ?? ''}">
<div id="summary" role="status">${summary}</div>
<div id="details">${details}</div>
</main>
<footer>${texts.question} <span id="reference">${payment.reference}</span>${contactOf(payment, customerPages.contact, language)}</footer>
<div id="said" class="unseen" role="status"></div>`;
}

/** A telephone dials and a mail program opens, with the reference as the subject. */
function contactOf({ reference }: Payment, contact: Contact | undefined, language: Language): Markup | '' {
  if (!contact) return '';
  const texts = outcomeTexts[language];
  const { phone, email, hours } = contact;
  const said = hours ? html` (${hours[language]})` : '';
  const call = phone
    ? html`<p>${texts.callUs} <a href="tel:${phone}">${phoneText(phone, language)}</a>${said}</p>`
    : '';
  const mail = email
    ? html`<p>${texts.writeUs} <a href="mailto:${email}?subject=${encodeURIComponent(reference)}">${email}</a></p>`
    : '';
  return html`<div id="contact">${call}${mail}</div>`;
}

/** A French number as it is said in the reader's country: `01 02 03 04 05`, `+33 1 02 03 04 05`. */
function phoneText(phone: string, language: Language): string {
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone);
  if (french === null) return phone;
  const [, first = '', ...pairs] = french;
  return [language === 'fr' ? `0${first}` : `+33 ${first}`, ...pairs].join('\u00a0');
}

const clock = 'M12 6v6l4 2.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z';

/** A tick, a cross, a clock and a bar: the shape says the same as the colour. */
const signs: Readonly<Record<Tone, string>> = {
  good: 'm5 12.5 4.5 4.5L19 7.5',
  bad: 'm7 7 10 10M17 7 7 17',
  ended: 'M6 12h12',
  late: clock,
  wait: clock,
};

export function said(tone: Tone, title: string, detail: string): Markup {
  return html`<svg class="mark ${tone}" viewBox="0 0 24 24" aria-hidden="true"><path d="${signs[tone]}"/></svg>
<h1>${title}</h1><p>${detail}</p>`;
}

/** A payment that was made has what a receipt has: the day and the reference. */
export function facts({ payment, paidAt }: Subject, language: Language): Markup {
  const texts = pageTexts[language];
  const row = (name: string, value: string): Markup => html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<dl>${paidAt === null ? '' : row(outcomeTexts[language].paidOn, momentText(paidAt, language))}
${paidAt === null ? '' : row(texts.reference, payment.reference)}
${payment.idCommande === '0' ? '' : row(texts.order, payment.idCommande)}
${row(texts.means, typeTexts[language][payment.typePaiement])}</dl>`;
}

export const amountText = (cents: number, language: Language): string =>
  formatMoney({ cents, currency: 'EUR' }, pageTexts[language].locale);

export const amount = ({ amountCents }: Pick<Payment, 'amountCents'>, language: Language): Markup =>
  html`<p class="amount" id="amount">${amountText(amountCents, language)}</p>`;

/** The signed form, which sends itself; the button is for browsers without scripts, and for those who wait too long. */
export function formView(
  subject: Subject & { readonly pageOf: string },
  form: RedirectForm,
  language: Language,
): Markup {
  const { payment, pageOf } = subject;
  const texts = pageTexts[language];
  const fields = Object.entries(form.fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return frame({
    ...subject,
    language,
    summary: html`<h1>${statusTexts[language].REQUIRES_ACTION[0]}</h1>
<p class="soft turning">${leadingTexts[language](pageOf)}</p><noscript><p>${texts.byButton}</p></noscript>`,
    details: html`${amount(payment, language)}${facts(subject, language)}
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

/** The day and the time in France: `25 décembre 2026 à 14:05`. */
const momentText = (at: number, language: Language): string =>
  inParis({ dateStyle: 'long', timeStyle: 'short' }, at, language);

/** The day in France: `25 décembre 2026`. */
export const dayText = (at: number, language: Language): string => inParis({ dateStyle: 'long' }, at, language);

function inParis(style: Intl.DateTimeFormatOptions, at: number, language: Language): string {
  const format = new Intl.DateTimeFormat(pageTexts[language].locale, { ...style, timeZone: 'Europe/Paris' });
  return dayInWords(format.format(at), language);
}

/** @param detail what is said of a link that leads to something else than a payment */
export function unknownView(language: Language, detail: string = pageTexts[language].unknownDetail): Markup {
  return html`<header class="brand">Règlement</header><main><h1>${pageTexts[language].unknown}</h1><p>${detail}</p></main>`;
}

/** For browsers without scripts, which cannot follow. An empty address is the page's own. */
export const reload = (language: Language): Markup =>
  html`<noscript><div class="buttons"><a class="button quiet" href="">${pageTexts[language].reload}</a></div></noscript>`;

export const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');
