import { html } from 'hono/html';
import { outcomeTexts } from '../html/outcome-texts.ts';
import type { Markup } from '../html/page.ts';
import { type Language, pageTexts, statusTexts, statusTones } from '../html/texts.ts';
import { endsUnpaid } from '../kernel/vocabulary.ts';
import type { Payment } from '../modules/payments/payment.ts';
import { amount, amountText, facts, frame, reload, type Subject, said } from './views.ts';

export type OutcomeOptions = {
  readonly language: Language;
  /** What is said instead of the status' own words. */
  readonly said?: readonly [title: string, detail: string];
  /** Given where a message of the bank is awaited. */
  readonly eventsPath?: string;
  /** Where the customer tries again. */
  readonly retryPath?: string;
  readonly warnsOfPayingTwice?: boolean;
  /** After how long the browser goes back to the client by itself. */
  readonly leavesAfterMs?: number;
};

/** What our record says, and nothing that the browser brought along. */
export function outcomeView(subject: Subject, options: OutcomeOptions): Markup {
  const { payment } = subject;
  const { language, eventsPath } = options;
  const texts = pageTexts[language];
  const awaits = eventsPath !== undefined;
  return frame({
    ...subject,
    language,
    eventsPath,
    summary: html`${options.said ? said('wait', ...options.said) : said(statusTones[shownStatus(subject)], ...saidOf(subject, language))}
${options.warnsOfPayingTwice ? html`<p><strong>${texts.doNotPayTwice}</strong></p>` : ''}${awaits ? '' : wayOn(subject, options)}`,
    details: html`${amount(payment, language)}${refunded(subject, language)}${facts(subject, language)}
${awaits ? html`<p class="soft turning scripted">${texts.updates}</p>` : ''}
${buttonsOf(subject, options)}${leavingOf(subject, options)}${awaits ? reload(language) : ''}`,
  });
}

const cameInPart = ({ payment, receivedCents }: Subject): boolean => endsUnpaid(payment.status) && receivedCents > 0;

/** The status that the page shows. While the bank may still say that it was paid, the customer may be charged. */
export const shownStatus = ({ payment, isInDoubt }: Subject): Payment['status'] =>
  isInDoubt ? 'PENDING' : payment.status;

function saidOf(subject: Subject, language: Language): readonly [title: string, detail: string] {
  const { payment, receivedCents } = subject;
  const [title, detail] = statusTexts[language][shownStatus(subject)];
  if (!cameInPart(subject)) return [title, detail];
  const [part, all] = [amountText(receivedCents, language), amountText(payment.amountCents, language)];
  return [title, outcomeTexts[language].cameInPart(part, all)];
}

/** Whether the customer can still pay by this link. */
function wayOn(subject: Subject, { language, retryPath }: OutcomeOptions): Markup | '' {
  const { payment, isInDoubt, societeName } = subject;
  const { flow, status } = payment;
  if (!endsUnpaid(status) || flow === 'DIRECT_DEBIT' || flow === 'BOOKING') return '';
  const texts = outcomeTexts[language];
  if (retryPath !== undefined) return html`<p>${texts.canTryAgain}</p>`;
  if (isInDoubt) return html`<p><strong>${texts.inDoubt}</strong></p>`;
  return html`<p>${cameInPart(subject) ? texts.askAboutRest(societeName) : texts.linkIsOver(societeName)}</p>`;
}

function buttonsOf(subject: Subject, { language, said, retryPath, eventsPath }: OutcomeOptions): Markup | '' {
  const back = backOf(subject);
  const { toBank, tryAgain } = pageTexts[language];
  const isFirst = subject.payment.status === 'REQUIRES_ACTION' && said === undefined;
  if (back === undefined && retryPath === undefined) return '';
  const isMain = retryPath === undefined && eventsPath === undefined;
  const retry =
    retryPath === undefined
      ? ''
      : html`<form id="retry" method="post" action="${retryPath}"><button id="try-again">${isFirst ? toBank : tryAgain}</button></form>`;
  const link =
    back === undefined
      ? ''
      : html`<a class="${isMain ? 'button' : 'button quiet'}" id="back" rel="noreferrer" href="${back}">${outcomeTexts[language].backToShop} (${new URL(back).host})</a>`;
  return html`<div class="buttons">${retry}${link}</div>`;
}

/** Where the client wants the customer back, else the société's own site. */
const backOf = ({ payment, customerPages }: Subject): string | undefined =>
  payment.returnUrl ?? customerPages.site ?? undefined;

/** Only to where the client wants the customer back. */
function leavingOf({ payment }: Subject, { language, leavesAfterMs }: OutcomeOptions): Markup | '' {
  if (payment.returnUrl === null || leavesAfterMs === undefined) return '';
  const texts = pageTexts[language];
  return html`<div class="leaving" id="leaving" data-after-ms="${leavesAfterMs}" hidden><span>${texts.leaving}</span>
<button class="quiet small" type="button" id="stay">${texts.stay}</button></div>`;
}

/** The refunded part of the amount, where the refund is not whole. */
const refunded = ({ refundedCents }: Subject, language: Language): Markup | '' =>
  refundedCents === 0 ? '' : html`<p>${pageTexts[language].refunded} ${amountText(refundedCents, language)}</p>`;

export function unavailableView(subject: Subject, language: Language, payPath: string): Markup {
  const texts = pageTexts[language];
  return frame({
    ...subject,
    language,
    summary: said('wait', texts.unavailable, texts.unavailableDetail),
    details: html`${amount(subject.payment, language)}${facts(subject, language)}
<div class="buttons"><a class="button" id="try-again" href="${payPath}">${texts.tryAgain}</a></div>`,
  });
}

export const tooManyTriesView = (subject: Subject, language: Language): Markup =>
  frame({
    ...subject,
    language,
    summary: said('wait', ...outcomeTexts[language].tooManyTries),
    details: html`${amount(subject.payment, language)}${facts(subject, language)}${buttonsOf(subject, { language })}`,
  });
