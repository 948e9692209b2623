import { html } from 'hono/html';
import type { Bank, FormProblem, Offer, Session, TestCard, Transaction, WayBack } from './bank.ts';
import { groupedNumber, maskAccount, plausibleExpiry } from './means.ts';
import type { Markup, Page } from './page-shell.ts';
import { challengeCode } from './session-actions.ts';
import { formatEuros, type Language, type Text, texts } from './texts.ts';

export type SessionView = {
  readonly bank: Bank;
  readonly session: Session;
  /** Where the page's form posts to: the session's own address. */
  readonly address: string;
  readonly now: number;
  /** The test card that the buyer chose from the list, if one. */
  readonly chosenCard: string | null;
  /** False where the form names an address for notifications that the sandbox does not call. */
  readonly isNotified: boolean;
  readonly mistake: Text | null;
};

/** The page on which the buyer chooses and types: card or account. */
export function entryPage(view: SessionView): Page {
  const { bank, session } = view;
  const offer = bank.offer(session);
  const t = wordsIn(session.language);
  const title = offer.kind === 'CARD' ? texts.cardTitle : texts.accountTitle;
  const section = html`<h1>${t(title)}</h1>
${mistake(view)}
<form method="post" action="${view.address}" autocomplete="off">
<div class="fields">
${offer.kind === 'CARD' ? cardFields(view, offer) : accountFields(view, offer)}
<div class="full"><label for="refusal-code">${t(texts.refusalCode)}</label><select id="refusal-code" name="refusal_code">
${bank.refusals.map(({ code, meaning }) => html`<option value="${code}">${code} · ${t(meaning)}</option>`)}
</select></div>
</div>
<div class="buttons">
<button class="main" id="pay" name="action" value="pay">${offer.kind === 'CARD' ? payLabel(session) : t(texts.toMandate)}</button>
<button id="refuse" name="action" value="refuse" formnovalidate>${t(texts.refuse)}</button>
<button id="cancel" name="action" value="cancel" formnovalidate>${t(texts.cancel)}</button>
</div>
</form>`;
  return sessionPage(view, title, section, offer.kind === 'CARD' ? testCardList(view, offer.accepted) : '');
}

const wordsIn =
  (language: Language) =>
  (words: Text): string =>
    words[language];

function payLabel(session: Session): string {
  return `${texts.pay[session.language]} ${formatEuros(session.amountCents, session.language)}`;
}

/** What is paid, the section of this page, and what may stand beneath both. */
function sessionPage(view: SessionView, title: Text, section: Markup, beneath: Markup | '' = ''): Page {
  const { bank, session } = view;
  const { language } = session;
  return {
    ...{ language, look: bank.look, title: title[language], formTargets: bank.returnUrls(session) },
    ...(view.mistake === null ? {} : { status: 422 }),
    content: html`<main class="pay">
${summary(view)}
<section>
${section}
</section>
${beneath}
</main>`,
  };
}

function summary({ session, isNotified }: SessionView): Markup {
  const t = wordsIn(session.language);
  return html`<section>
<dl>
<dt>${t(texts.payTo)}</dt><dd id="shop">${session.shopName}</dd>
<dt>${t(texts.amount)}</dt><dd id="amount" class="total">${formatEuros(session.amountCents, session.language)}</dd>
<dt>${t(texts.reference)}</dt><dd id="reference">${session.reference}</dd>
</dl>
${isNotified ? '' : html`<p class="mistake" id="not-notified" role="note">${t(texts.notNotified)}</p>`}
</section>`;
}

function mistake({ session, mistake }: SessionView): Markup | '' {
  return mistake === null ? '' : html`<p class="mistake" id="mistake" role="alert">${mistake[session.language]}</p>`;
}

function cardFields({ session, chosenCard, now }: SessionView, offer: Extract<Offer, { kind: 'CARD' }>): Markup {
  const t = wordsIn(session.language);
  const card = offer.accepted.find(({ number }) => number === chosenCard) ?? offer.accepted[0];
  const expiry = plausibleExpiry(now);
  return html`<div class="full"><label for="card-number">${t(texts.cardNumber)}</label>
<input id="card-number" name="card_number" inputmode="numeric" required maxlength="23" value="${card === undefined ? '' : groupedNumber(card.number)}"></div>
<div><label for="expiry">${t(texts.expiry)}</label>
<input id="expiry" name="expiry" required maxlength="7" value="${expiry.slice(2)}/${expiry.slice(0, 2)}"></div>
<div><label for="security-code">${t(texts.securityCode)}</label>
<input id="security-code" name="security_code" inputmode="numeric" required maxlength="4" value="${card?.types.includes('AMEX') ? '1234' : '123'}"></div>`;
}

function accountFields({ session }: SessionView, offer: Extract<Offer, { kind: 'ACCOUNT' }>): Markup {
  return html`<div class="full"><label for="iban">${texts.iban[session.language]}</label>
<input id="iban" name="iban" required maxlength="42" value="${offer.testIban}"></div>`;
}

function testCardList({ session, address }: SessionView, cards: readonly TestCard[]): Markup {
  const t = wordsIn(session.language);
  return html`<section class="wide">
<h2>${t(texts.testCards)}</h2>
<p class="hint">${t(texts.testCardsHint)}</p>
<div class="scroll"><table class="cards">
<thead><tr><th>${t(texts.cardNumber)}</th><th>${t(texts.means)}</th><th>${t(texts.behaviour)}</th></tr></thead>
<tbody>
${cards.map(
  ({ number, brand, behaviour }) => html`<tr>
<td class="number"><a href="${address}?card=${number}">${groupedNumber(number)}</a></td><td>${brand}</td><td>${t(behaviour)}</td>
</tr>`,
)}
</tbody></table></div>
</section>`;
}

/** 3-D Secure for a card, the signature of the mandate for an account. */
export function challengePage(view: SessionView): Page {
  const { session, address } = view;
  const t = wordsIn(session.language);
  const { means } = session;
  const account = means?.kind === 'ACCOUNT' ? maskAccount(means.iban) : null;
  const title = account === null ? texts.challengeTitle : texts.mandateTitle;
  const section = html`<h1>${t(title)}</h1>
<p>${t(account === null ? texts.challengeHint : texts.mandateText)} <code>${challengeCode}</code>.</p>
<dl><dt>${t(account === null ? texts.cardNumber : texts.account)}</dt><dd>${account ?? (means?.kind === 'CARD' ? means.masked : '')}</dd></dl>
${mistake(view)}
<form method="post" action="${address}" autocomplete="off">
<label for="code">${t(texts.code)}</label>
<input id="code" name="code" inputmode="numeric" required maxlength="10" value="${challengeCode}">
<div class="buttons">
${
  account === null
    ? html`<button class="main" id="authenticate" name="action" value="authenticate">${t(texts.authenticate)}</button>
<button id="fail-authentication" name="action" value="fail-authentication" formnovalidate>${t(texts.failAuthentication)}</button>`
    : html`<button class="main" id="sign" name="action" value="authenticate">${t(texts.sign)}</button>
<button id="refuse" name="action" value="refuse" formnovalidate>${t(texts.refuse)}</button>`
}
<button id="cancel" name="action" value="cancel" formnovalidate>${t(texts.cancel)}</button>
</div>
</form>`;
  return sessionPage(view, title, section);
}

/** After a refusal: the buyer may try again on the bank's own page, or go back to the shop. */
export function refusedPage(view: SessionView, transaction: Transaction | null, wayBack: WayBack): Page {
  const { session, address } = view;
  const t = wordsIn(session.language);
  const section = html`<h1 id="refused">${t(texts.refusedTitle)}</h1>
<p>${t(texts.refusedText)}</p>
<dl><dt>${t(texts.answerCode)}</dt><dd>${transaction?.code || '—'}</dd></dl>
<form method="post" action="${address}"><div class="buttons">
<button class="main" id="try-again" name="action" value="try-again">${t(texts.tryAgain)}</button>
</div></form>
${backToShop(session.language, wayBack)}`;
  return sessionPage(view, texts.refusedTitle, section);
}

const endTitles = { PAID: texts.paidTitle, CANCELLED: texts.cancelledTitle, EXPIRED: texts.expiredTitle } as const;

/** The end of a session, for a buyer who returns to it or has no shop to return to. */
export function endPage(view: SessionView, wayBack: WayBack): Page {
  const { session } = view;
  const t = wordsIn(session.language);
  const title =
    session.state === 'PAID' || session.state === 'CANCELLED' ? endTitles[session.state] : endTitles.EXPIRED;
  const section = html`<h1 id="end">${t(title)}</h1>
<p>${t(session.state === 'EXPIRED' ? texts.expiredText : texts.finishedText)}</p>
${backToShop(session.language, wayBack)}`;
  return sessionPage(view, title, section);
}

function backToShop(language: Language, wayBack: WayBack): Markup {
  switch (wayBack.kind) {
    case 'NONE':
      return html`<p class="hint">${texts.noReturn[language]}</p>`;
    case 'LINK':
      return html`<p class="buttons"><a class="button" id="back-to-shop" href="${wayBack.url}">${texts.backToShop[language]}</a></p>`;
    case 'FORM':
      return returnForm(language, wayBack);
  }
}

function returnForm(language: Language, { url, fields }: Extract<WayBack, { kind: 'FORM' }>): Markup {
  return html`<form method="post" action="${url}" id="return"><div class="buttons">
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button id="back-to-shop">${texts.backToShop[language]}</button>
</div></form>`;
}

/** vads_return_mode POST: a page that posts itself to the shop, with a button where scripts are off. */
export function returnPage(view: SessionView, wayBack: Extract<WayBack, { kind: 'FORM' }>): Page {
  const { language } = view.session;
  const section = html`<h1>${texts.backToShop[language]}</h1>
${returnForm(language, wayBack)}`;
  return { ...sessionPage(view, texts.backToShop, section), script: "document.getElementById('return').submit()" };
}

/** A page that is not there blames no field. */
function blamed({ code, field }: FormProblem, t: (words: Text) => string): Markup | '' {
  if (code === '' && field === '') return '';
  return html`<dl>
<dt>${t(texts.errorCode)}</dt><dd id="error-code">${code || '—'}</dd>
<dt>${t(texts.faultyField)}</dt><dd id="error-field"><code>${field || '—'}</code></dd>
</dl>`;
}

/** The form was refused: the bank's words, the field to blame, and why. Nothing was recorded or sent. */
export function problemPage(bank: Bank, problem: FormProblem, language: Language, status = 403): Page {
  const t = wordsIn(language);
  return {
    status,
    language,
    look: bank.look,
    title: t(problem.title),
    content: html`<main>
<section>
<h1 id="error">${t(problem.title)}</h1>
${blamed(problem, t)}
<p>${t(problem.explanation)}</p>
<p class="hint">${t(texts.nothingSent)}</p>
</section>
</main>`,
  };
}
