import { html } from 'hono/html';
import type { Markup } from '../html/page.ts';
import type { Language } from '../html/texts.ts';
import type { ActingPerson } from '../kernel/caller.ts';
import { shortestPassword } from '../modules/people/proofs/password.ts';
import type { Session } from '../modules/people/session.ts';
import type { ConsolePage } from './show.ts';
import { passkeyButton, type Refused, refusedText, statusOf } from './sign-in-page.ts';
import { consoleTexts, fieldTexts } from './texts.ts';

export type SessionsView = {
  readonly person: ActingPerson;
  readonly sessions: readonly Session[];
  /** How this person can prove again who it is. */
  readonly proof: 'PROVIDER' | 'PASSKEY' | 'CODE' | null;
  /** Null: the last proof is not fresh. */
  readonly confirmedUntil: number | null;
  readonly isTest: boolean;
  readonly refused: Refused | null;
  /** A new password was refused, or is in force. */
  readonly password: 'WEAK' | 'CHANGED' | null;
};

/** `/console` for a person: its roles and sessions, and a fresh proof. */
export const sessionsPage =
  ({ person, sessions, proof, confirmedUntil, isTest, refused, password }: SessionsView) =>
  (language: Language): ConsolePage => {
    const texts = consoleTexts[language];
    const others = sessions.filter(({ id }) => id !== person.sessionId);
    return {
      title: texts.sessions,
      status: password === 'WEAK' ? 400 : statusOf(refused),
      hasPasskeys: proof === 'PASSKEY',
      isTest,
      main: html`<h1>${person.name}</h1>
<p class="soft">${texts.roles(person.roles.join(', '))}</p>
${refusedText(refused, language)}
${confirmation(language, { proof, confirmedUntil })}
<h2>${texts.sessions}</h2>
${sessions.map((session) => sessionCard(language, session, session.id === person.sessionId))}
<div class="buttons">
${others.length > 0 ? postButton('/console/sessions/end-others', texts.endOthers, 'quiet') : ''}
${postButton('/console/sign-out', texts.signOut, 'quiet')}
</div>
${proof === 'CODE' ? passwordForm(language, password) : ''}`,
    };
  };

function confirmation(
  language: Language,
  { proof, confirmedUntil }: Pick<SessionsView, 'proof' | 'confirmedUntil'>,
): Markup {
  const texts = consoleTexts[language];
  const state = confirmedUntil === null ? texts.notConfirmed : texts.confirmedUntil(timeIn(language)(confirmedUntil));
  const ways = {
    PROVIDER: html`<p><a class="button quiet" href="/console/oidc?confirm=1">${texts.confirm}</a></p>`,
    PASSKEY: passkeyButton(language, {
      kind: 'get',
      options: '/console/passkeys/options',
      answer: '/console/passkeys/confirm',
      text: texts.confirm,
    }),
    CODE: html`<form method="post" action="/console/confirm"><label for="code">${texts.code}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7">
<button>${texts.confirm}</button></form>`,
  };
  return html`<h2>${texts.confirmation}</h2><p class="soft">${state}</p>${proof === null ? '' : ways[proof]}`;
}

function passwordForm(language: Language, password: SessionsView['password']): Markup {
  const texts = consoleTexts[language];
  return html`<form method="post" action="/console/password">
<h2>${texts.changePassword}</h2>
${password === 'CHANGED' ? html`<p class="good" role="status">${texts.changed}</p>` : ''}
<label for="current">${texts.currentPassword}</label>
<input id="current" name="current" type="password" autocomplete="current-password" required maxlength="256">
<label for="next">${texts.newPassword}</label>
<input id="next" name="next" type="password" autocomplete="new-password" required minlength="${shortestPassword}" maxlength="256" aria-describedby="next-hint"${password === 'WEAK' ? html` aria-invalid="true"` : ''}>
<p class="hint" id="next-hint">${texts.newPasswordHint}</p>
${password === 'WEAK' ? html`<p class="field-error" role="alert">${fieldTexts[language].password}</p>` : ''}
<label for="change-code">${texts.code}</label>
<input id="change-code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7">
<button>${texts.change}</button></form>`;
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

const postButton = (action: string, text: string, look: string): Markup =>
  html`<form class="inline" method="post" action="${action}"><button class="${look}">${text}</button></form>`;

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const momentIn = (language: Language): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' },
  });
  return (at) => format.format(at);
};

const timeIn = (language: Language): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'Europe/Paris' });
  return (at) => format.format(at);
};
