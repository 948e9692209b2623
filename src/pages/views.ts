import { html, raw } from 'hono/html';
import { formatMoney } from '../domain/money.ts';
import type { Payment } from '../domain/payment.ts';
import type { BankTransfer, RedirectForm } from '../domain/provider.ts';
import type { Markup } from '../html/page.ts';
import { type Language, pageTexts, statusTexts, statusTones, typeTexts } from '../html/texts.ts';

/** The bodies of the customer's pages. */

export type Subject = { readonly payment: Payment; readonly societeName: string };

type Frame = Subject & {
  readonly language: Language;
  readonly title: string;
  /** Where the page listens, relative to itself; left out where nothing is awaited. */
  readonly eventsPath?: string;
  readonly content: Markup;
};

function frame({ payment, societeName, language, title, eventsPath, content }: Frame): Markup {
  const texts = pageTexts[language];
  const mode = payment.effectiveRunMode === 'TEST' ? html`<span class="mode">${texts.test}</span>` : '';
  return html`<div class="brand">${mode}${societeName}</div>
<main data-status="${payment.status}" data-events="${eventsPath ?? ''}" aria-live="polite">
<h1>${title}</h1>
${content}
</main>
<footer>${texts.reference} ${payment.reference}</footer>`;
}

function facts({ payment, language }: { payment: Payment; language: Language }): Markup {
  const texts = pageTexts[language];
  const order = payment.idCommande === '0' ? '' : html`<dt>${texts.order}</dt><dd>${payment.idCommande}</dd>`;
  return html`<dl><dt>${texts.reference}</dt><dd id="reference">${payment.reference}</dd>${order}
<dt>${texts.means}</dt><dd>${typeTexts[language][payment.typePaiement]}</dd></dl>`;
}

const amount = (payment: Payment, language: Language): Markup =>
  html`<p class="amount" id="amount">${formatMoney({ cents: payment.amountCents, currency: payment.currency }, pageTexts[language].locale)}</p>`;

/** The signed form, which sends itself; the button is for browsers without scripts. */
export function formView(subject: Subject, form: RedirectForm, language: Language): Markup {
  const texts = pageTexts[language];
  const fields = form.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return frame({
    ...subject,
    language,
    title: statusTexts[language].REQUIRES_ACTION[0],
    content: html`${amount(subject.payment, language)}<p class="soft turning">${texts.leading}</p>
${facts({ payment: subject.payment, language })}
<form id="to-bank" method="${form.method}" action="${form.url}" accept-charset="utf-8">${fields}
<div class="buttons"><button>${texts.toBank}</button></div></form>`,
  });
}

export function transferView(subject: Subject, transfer: BankTransfer, language: Language, eventsPath: string): Markup {
  const texts = pageTexts[language];
  const row = (id: string, label: string, shown: string, copied: string): Markup => html`<dt>${label}</dt>
<dd><span id="${id}">${shown}</span> <button class="quiet" type="button" hidden data-copy="${copied}" data-copied="${texts.copied}">${texts.copy}</button></dd>`;
  return frame({
    ...subject,
    language,
    title: texts.transferTitle,
    eventsPath,
    content: html`${amount(subject.payment, language)}<p>${texts.transferDetail}</p>
<dl>${row('creditor', texts.creditor, transfer.creditorName, transfer.creditorName)}
${row('iban', texts.iban, inFours(transfer.iban), transfer.iban)}
${row('bic', texts.bic, transfer.bic, transfer.bic)}
${row('transfer-reference', texts.transferReference, inFours(transfer.reference), transfer.reference)}</dl>
<div class="qr" role="img" aria-label="${texts.qr}">${raw(transfer.qrCodeSvg)}</div>
<div class="buttons"><button class="quiet" type="button" id="print" hidden>${texts.print}</button></div>`,
  });
}

export type OutcomeOptions = {
  readonly language: Language;
  /** Given where news is awaited. */
  readonly eventsPath?: string;
  /** Where a payment that still waits can be tried again. */
  readonly payPath?: string;
};

/** What our record says, and nothing that the browser brought along. */
export function outcomeView(subject: Subject, { language, eventsPath, payPath }: OutcomeOptions): Markup {
  const { payment } = subject;
  const texts = pageTexts[language];
  const [title, detail] = statusTexts[language][payment.status];
  const waits = payment.status === 'REQUIRES_ACTION' && payPath !== undefined;
  const buttons = [
    waits ? html`<a class="button" id="try-again" href="${payPath}">${texts.tryAgain}</a>` : '',
    payment.returnUrl
      ? html`<a class="button" id="back" rel="noreferrer" href="${payment.returnUrl}">${texts.back}</a>`
      : '',
  ];
  return frame({
    ...subject,
    language,
    title,
    ...(eventsPath !== undefined && { eventsPath }),
    content: html`<p class="${statusTones[payment.status]}">${detail}</p>${amount(payment, language)}
${waits ? html`<p class="soft turning">${texts.notConfirmed}</p>` : ''}
${facts({ payment, language })}<div class="buttons">${buttons}</div>`,
  });
}

export function unavailableView(subject: Subject, language: Language, payPath: string): Markup {
  const texts = pageTexts[language];
  return frame({
    ...subject,
    language,
    title: texts.unavailable,
    content: html`<p class="wait">${texts.unavailableDetail}</p>${amount(subject.payment, language)}
<div class="buttons"><a class="button" href="${payPath}">${texts.tryAgain}</a></div>`,
  });
}

export function unknownView(language: Language): Markup {
  const texts = pageTexts[language];
  return html`<div class="brand">Règlement</div><main><h1>${texts.unknown}</h1><p>${texts.unknownDetail}</p></main>`;
}

const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');
