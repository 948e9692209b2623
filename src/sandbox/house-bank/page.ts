import { html } from 'hono/html';
import { maskAccount } from '../means.ts';
import { type Look, type Markup, options, type Page, table } from '../page-shell.ts';
import { formatEuros, type Language, type Text, texts } from '../texts.ts';
import { type DocumentVersion, documentVersions, listDocuments } from './documents.ts';
import type { CompanyAccount } from './messages/check-message.ts';
import { rejectionScopes, type Script, scriptKinds } from './scripts.ts';
import type { State } from './state.ts';
import { words } from './texts.ts';
import { manners } from './transfers.ts';
import { debitStatusWords, fileStatusWords, mannerWords, scopeWords, scriptWords } from './words.ts';

/** The tabs, in the order of a banking day. */
const tabs = {
  accounts: words.tabAccounts,
  files: words.tabFiles,
  scripts: words.scripts,
  transfer: words.tabTransfer,
  documents: words.tabDocuments,
} as const;
export type HouseTab = keyof typeof tabs;

export type HouseView = {
  readonly state: State;
  readonly accounts: readonly CompanyAccount[];
  readonly version: DocumentVersion;
  /** The page's own, without a trailing slash. */
  readonly address: string;
  /** The mistake in the last posted form. */
  readonly mistake: Text | null;
  /** The tab that is open where the address names none. */
  readonly tab: HouseTab;
  readonly language: Language;
};

const look: Look = { className: 'house', wordmark: words.wordmark, tagline: words.tagline };
const rowLimit = 50;

export function housePage(view: HouseView): Page {
  const { language, mistake } = view;
  const tab = (id: HouseTab, content: Markup): Markup =>
    html`<div class="tab${id === view.tab ? ' open' : ''}" id="${id}">${content}</div>`;
  return {
    language,
    look,
    title: words.title[language],
    ...(mistake && { status: 422 }),
    tabs: Object.entries(tabs).map(([id, label]) => [id, label[language]]),
    links: [[view.address.replace(/\/house-bank$/, '/'), words.allBanks[language]]],
    content: html`<main class="tabs">
<h1>${words.title[language]}</h1>
${mistake && html`<p class="mistake" id="mistake" role="alert">${mistake[language]}</p>`}
${tab('accounts', html`<section><p>${words.intro[language]}</p></section>${daySection(view)}`)}
${tab('files', html`${uploadSection(view)}${fileSection(view)}${debitSection(view)}`)}
${tab('scripts', scriptSection(view))}
${tab('transfer', transferSection(view))}
${tab('documents', documentSection(view))}
</main>`,
  };
}

function daySection({ state, accounts, address, language }: HouseView): Markup {
  const day = state.day() ?? '';
  const rows = accounts.map(({ iban }) => [iban, formatEuros(state.balanceOf(iban), language)]);
  return html`<section><h2>${words.day[language]}</h2>
<p class="total" id="day">${day}</p><p class="hint">${words.dayHint[language]}</p>
<form method="post" action="${address}/next-day"><div class="buttons"><button class="main" id="next-day">${words.nextDay[language]}</button></div></form>
${table([words.accounts, words.balance], rows, language)}
</section>`;
}

function uploadSection({ address, language }: HouseView): Markup {
  return html`<section><h2>${words.upload[language]}</h2><p class="hint">${words.uploadHint[language]}</p>
<form method="post" action="${address}/files" enctype="multipart/form-data">
<label for="file">${words.file[language]}</label><input id="file" name="file" type="file" accept=".xml,application/xml" required>
<div class="buttons"><button class="main" id="send">${words.send[language]}</button></div>
</form></section>`;
}

function fileSection({ state, address, language }: HouseView): Markup {
  const rows = state
    .recentFiles(rowLimit)
    .map((file) => [
      file.receivedOn,
      file.messageId ?? '—',
      fileStatusWords[file.status][language],
      `${file.debits} · ${formatEuros(file.totalCents, language)}`,
      String(file.rejected),
      file.faults
        .map(({ code, place, words: why }) => `${code} ${why[language]}${place && ` (${placeIn(place, language)})`}`)
        .join(' ; '),
      file.reportId === null ? '' : documentLink(address, `${file.receivedOn}-${file.reportId}.pain.002.001.10.xml`),
    ]);
  const { day, messageId, status, debits, rejected, faults, document } = words;
  return html`<section><h2>${words.files[language]}</h2>
${table([day, messageId, status, debits, rejected, faults, document], rows, language)}</section>`;
}

/** Places are kept as reports and JSON say them, in English. */
const placeIn = (place: string, language: Language): string =>
  language === 'fr' ? place.replace(/\bline (?=\d+$)/, 'ligne ') : place;

function debitSection({ state, language }: HouseView): Markup {
  const rows = state
    .recentDebits(rowLimit)
    .map((debit) => [
      debit.dueOn,
      debit.endToEndId,
      debit.rum,
      maskAccount(debit.debtorAccount),
      formatEuros(debit.amountCents, language),
      `${debitStatusWords[debit.status][language]} ${debit.reason ?? ''}`.trim(),
      debit.comesBack === null ? '' : `${debit.comesBack.on} ${debit.comesBack.reason}`,
    ]);
  const { dueOn, endToEndId, mandate, debtor, amount, status, comesBack } = words;
  return html`<section><h2>${words.debits[language]}</h2>
${table([dueOn, endToEndId, mandate, debtor, amount, status, comesBack], rows, language)}</section>`;
}

function scriptSection({ state, address, language }: HouseView): Markup {
  const scripts = state.scripts();
  const t = (it: Text): string => it[language];
  return html`<section><h2>${t(words.scripts)}</h2><p class="hint">${t(words.scriptsHint)}</p>
${scripts.length === 0 ? html`<p class="hint">${t(texts.none)}</p>` : html`<ul>${scripts.map((script) => scriptLine(script, language))}</ul>`}
<form method="post" action="${address}/scripts" class="fields">
<div class="full"><label for="kind">${t(words.kind)}</label>${select('kind', options(scriptKinds, scriptWords, language))}</div>
<div><label for="reason">${t(words.reason)}</label><input id="reason" name="reason" maxlength="4"></div>
<div><label for="script-amount">${t(words.amount)}</label><input id="script-amount" name="amount" inputmode="decimal"></div>
<div class="tick"><input id="lasting" name="lasting" type="checkbox"><label for="lasting">${t(words.lasting)}</label></div>
<details class="full" id="more"><summary>${t(words.more)}</summary><div class="fields">
<div><label for="scope">${t(words.scope)}</label>${select('scope', options(rejectionScopes, scopeWords, language))}</div>
<div><label for="iban">${t(words.debtor)}</label><input id="iban" name="iban" maxlength="34"></div>
<div><label for="rum">${t(words.rum)}</label><input id="rum" name="rum" maxlength="35"></div>
<div><label for="endToEndId">${t(words.endToEndId)}</label><input id="endToEndId" name="endToEndId" maxlength="35"></div>
<div><label for="afterDays">${t(words.afterDays)}</label><input id="afterDays" name="afterDays" inputmode="numeric"></div>
<div><label for="fee">${t(words.fee)}</label><input id="fee" name="fee" inputmode="decimal"></div>
</div></details>
<div class="buttons full"><button class="main" id="add-script">${t(words.addScript)}</button><button formaction="${address}/scripts/clear">${t(words.clearScripts)}</button></div>
</form>
</section>`;
}

/** The words, and the name that the JSON interface takes. */
function scriptLine(script: Script, language: Language): Markup {
  const { kind, scope, reason, iban, rum, endToEndId, amountCents, afterDays, lasting } = script;
  const facts = [
    scope === 'DEBIT' ? null : scopeWords[scope][language],
    iban === null ? null : maskAccount(iban),
    rum,
    endToEndId,
    amountCents === null ? null : formatEuros(amountCents, language),
    afterDays === null ? null : `+${afterDays} ${words.days[language]}`,
    words[lasting ? 'always' : 'once'][language],
  ];
  return html`<li>${scriptWords[kind][language]} <code>${kind} ${reason}</code> ${facts.filter((it) => it !== null).join(' · ')}</li>`;
}

function transferSection({ accounts, address, language }: HouseView): Markup {
  const t = (it: Text): string => it[language];
  return html`<section><h2>${t(words.transfer)}</h2>
<form method="post" action="${address}/transfers" class="fields">
<div><label for="account">${t(words.account)}</label>${select(
    'account',
    accounts.map(({ iban }) => html`<option value="${iban}">${iban}</option>`),
  )}</div>
<div><label for="transfer-amount">${t(words.amount)}</label><input id="transfer-amount" name="amount" inputmode="decimal" required></div>
<div><label for="reference">${t(words.reference)}</label><input id="reference" name="reference" maxlength="50"></div>
<div><label for="manner">${t(words.manner)}</label>${select('manner', options(manners, mannerWords, language))}</div>
<div><label for="payer">${t(words.payer)}</label><input id="payer" name="payer" maxlength="70"></div>
<div><label for="payerAccount">${t(words.payerAccount)}</label><input id="payerAccount" name="payerAccount" maxlength="42"></div>
<div class="tick"><input id="instant" name="instant" type="checkbox"><label for="instant">${t(words.instant)}</label></div>
<div class="buttons full"><button class="main" id="book">${t(words.book)}</button></div>
</form></section>`;
}

function documentSection({ state, address, version, language }: HouseView): Markup {
  const t = (it: Text): string => it[language];
  const documents = listDocuments(state, version).toReversed().slice(0, rowLimit);
  const rows = documents.map(({ name, day, isFinal }) => [
    day,
    documentLink(address, name),
    isFinal ? '✓' : '…',
    state.wasDelivered(name) ? '✓' : '',
    deliveryForm(address, language, version, name),
  ]);
  const done = state
    .recentDeliveries(rowLimit)
    .map((it) => [
      it.day,
      it.document,
      words[it.way === 'UPLOAD' ? 'byUpload' : 'byFolder'][language],
      `${it.delivered ? '✓' : '✗'} ${it.answer}`,
    ]);
  const others = documentVersions.map((one) =>
    one === version
      ? html`<strong>${versionName(one)}</strong> `
      : html`<a href="${address}?version=${one}#documents">${versionName(one)}</a> `,
  );
  return html`<section><h2>${t(words.documents)}</h2>
<p class="hint">${t(words.documentsHint)} ${t(words.version)} ${others}</p>
<h3>${t(words.all)}</h3>${deliveryForm(address, language, version, null)}
${table([words.day, words.document, words.isFinal, words.handedOver, words.deliver], rows, language)}
</section>
<section><h2>${t(words.deliveries)}</h2>${table([words.day, words.document, words.deliver, words.answer], done, language)}
</section>`;
}

const versionName = (version: DocumentVersion): string => (/^\d/.test(version) ? `.${version}` : version.toUpperCase());

/** Null: everything that is new. Only there a key can be typed. */
function deliveryForm(address: string, language: Language, version: DocumentVersion, name: string | null): Markup {
  const key = html`<label for="key">${words.key[language]}</label><input id="key" name="key" type="password" autocomplete="off">`;
  return html`<form method="post" action="${address}/deliveries">
<input type="hidden" name="version" value="${version}">
${name === null ? key : html`<input type="hidden" name="document" value="${name}">`}
<div class="buttons"><button name="way" value="UPLOAD"${name === null ? html` id="deliver-all"` : ''}>${words.byUpload[language]}</button>
<button name="way" value="FOLDER">${words.byFolder[language]}</button></div></form>`;
}

const documentLink = (address: string, name: string): Markup =>
  html`<a href="${address}/documents/${name}">${name}</a>`;

const select = (name: string, choices: Markup | readonly Markup[]): Markup =>
  html`<select id="${name}" name="${name}">${choices}</select>`;
