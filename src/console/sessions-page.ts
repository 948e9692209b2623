import { html } from 'hono/html';
import { dayInWords } from '../html/day-in-words.ts';
import type { Markup } from '../html/page.ts';
import type { Language } from '../html/texts.ts';
import type { ActingPerson } from '../kernel/caller.ts';
import type { Passkey } from '../modules/people/person.ts';
import { shortestPassword } from '../modules/people/proofs/password.ts';
import type { Session } from '../modules/people/session.ts';
import type { ConsolePage } from './show.ts';
import { passkeyButton, type Refused, refusedText, statusOf, usernameField } from './sign-in-page.ts';
import { consoleTexts, fieldTexts } from './texts.ts';

export type SessionsView = {
  readonly person: ActingPerson;
  readonly login: string;
  readonly sessions: readonly Session[];
  readonly passkeys: readonly Passkey[];
  /** How this person can prove again who it is. */
  readonly ways: { readonly provider: boolean; readonly passkey: boolean; readonly code: boolean };
  /** Unused recovery codes of an account with a password. */
  readonly recoveryCodes: number;
  readonly changesPasskeys: boolean;
  /** Null: the last proof is not fresh. */
  readonly confirmedUntil: number | null;
  readonly isTest: boolean;
  readonly refused: Refused | null;
  /** A new password was refused, or is in force. */
  readonly password: 'WEAK' | 'CHANGED' | null;
};

/** `/console/sessions`: the roles and sessions of a person, and a fresh proof. */
export const sessionsPage =
  (view: SessionsView) =>
  (language: Language): ConsolePage => {
    const { person, sessions, ways, refused, password } = view;
    const texts = consoleTexts[language];
    const others = sessions.filter(({ id }) => id !== person.sessionId);
    return {
      title: texts.sessions,
      status: password === 'WEAK' ? 400 : statusOf(refused),
      hasPasskeys: ways.passkey || view.changesPasskeys,
      isTest: view.isTest,
      main: html`<p><a href="/console">← ${texts.toConsole}</a></p><h1>${person.name}</h1>
<p class="soft">${texts.roles(person.roles.join(', '))}</p>
${refusedText(refused, language)}
${confirmation(language, view)}
<h2>${texts.sessions}</h2>
${sessions.map((session) => sessionCard(language, session, session.id === person.sessionId))}
<div class="buttons">
${others.length > 0 ? postButton('/console/sessions/end-others', texts.endOthers) : ''}
${postButton('/console/sign-out', texts.signOut)}
</div>
${ownPasskeys(language, view)}
${ways.code ? passwordForm(language, view) : ''}`,
    };
  };

/** The end of a fresh proof that the console asked for: its window closes, and what was begun there goes on. */
export const provenPage = (language: Language): ConsolePage => {
  const { proven, provenText } = consoleTexts[language];
  return { title: proven, closes: true, main: html`<h1>${proven}</h1><p role="status">${provenText}</p>` };
};

function confirmation(language: Language, { ways, confirmedUntil }: SessionsView): Markup {
  const texts = consoleTexts[language];
  const state = confirmedUntil === null ? texts.notConfirmed : texts.confirmedUntil(timeIn(language)(confirmedUntil));
  const provider = html`<p><a class="button quiet" href="/console/oidc?confirm=1">${texts.confirm}</a></p>`;
  const code = html`<form method="post" action="/console/confirm"><label for="code">${texts.code}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7">
<button class="quiet">${texts.confirm}</button></form>`;
  const passkey = passkeyButton(language, {
    kind: 'get',
    options: '/console/passkeys/options',
    answer: '/console/passkeys/confirm',
    text: texts.withPasskey,
  });
  return html`<h2>${texts.confirmation}</h2><p class="soft">${state}</p>
${ways.provider ? provider : ''}${ways.passkey ? passkey : ''}${ways.code ? code : ''}`;
}

function ownPasskeys(language: Language, { passkeys, changesPasskeys }: SessionsView): Markup {
  const texts = consoleTexts[language];
  const moment = momentIn(language);
  const add = passkeyButton(language, {
    kind: 'create',
    options: '/console/passkeys/own/options',
    answer: '/console/passkeys/own',
    text: texts.addPasskey,
    said: 'said-add',
  });
  const remove = (id: string): Markup =>
    html`<form class="inline" method="post" action="/console/passkeys/remove"><input type="hidden" name="id" value="${id}">
<button class="quiet small">${texts.remove}</button></form>`;
  const card = ({ id, createdAt, usedAt }: Passkey): Markup =>
    html`<div class="session"><p>${texts.since} ${moment(createdAt)}</p>
<p class="hint">${usedAt === null ? '' : `${texts.lastSeen} ${moment(usedAt)}`}</p>${changesPasskeys ? remove(id) : ''}</div>`;
  return html`<h2>${texts.passkeys}</h2>
${passkeys.length === 0 ? html`<p class="soft">${texts.noPasskeys}</p>` : passkeys.map(card)}
${changesPasskeys ? add : html`<p class="hint">${texts.changesStale}</p>`}`;
}

function passwordForm(language: Language, { login, password, recoveryCodes }: SessionsView): Markup {
  const texts = consoleTexts[language];
  const isWeak = password === 'WEAK';
  return html`<form method="post" action="/console/password">
<h2>${texts.changePassword}</h2>
${password === 'CHANGED' ? html`<p class="good" role="status">${texts.changed}</p>` : ''}
${usernameField(login)}
<label for="current">${texts.currentPassword}</label>
<input id="current" name="current" type="password" autocomplete="current-password" required maxlength="256">
<label for="next">${texts.newPassword}</label>
<input id="next" name="next" type="password" autocomplete="new-password" required minlength="${shortestPassword}" maxlength="256" aria-describedby="next-hint"${isWeak ? html` aria-invalid="true"` : ''}>
<p class="hint" id="next-hint">${texts.newPasswordHint}</p>
${isWeak ? html`<p class="field-error" role="alert">${fieldTexts[language].password}</p>` : ''}
<label for="change-code">${texts.code}</label>
<input id="change-code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7">
<button class="quiet">${texts.change}</button></form>
<p class="hint">${texts.recoveryLeft(recoveryCodes)}</p>`;
}

function sessionCard(language: Language, session: Session, isThis: boolean): Markup {
  const texts = consoleTexts[language];
  const moment = momentIn(language);
  const end = html`<form class="inline" method="post" action="/console/sessions/end"><input type="hidden" name="id" value="${session.id}">
<button class="quiet small">${texts.end}</button></form>`;
  return html`<div class="${isThis ? 'session this' : 'session'}"><p><strong>${session.device}</strong> · ${texts.by[session.method]}${isThis ? ` · ${texts.thisSession}` : ''}</p>
<p class="hint">${texts.since} ${moment(session.createdAt)}<br>${texts.lastSeen} ${moment(session.seenAt)}</p>
${isThis ? '' : end}</div>`;
}

const postButton = (action: string, text: string): Markup =>
  html`<form class="inline" method="post" action="${action}"><button class="quiet">${text}</button></form>`;

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const momentIn = (language: Language): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' },
  });
  return (at) => dayInWords(format.format(at), language);
};

const timeIn = (language: Language): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'Europe/Paris' });
  return (at) => format.format(at);
};
