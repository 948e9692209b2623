import { html } from 'hono/html';
import type { Markup } from '../html/page.ts';
import type { Language } from '../html/texts.ts';
import type { ConsolePage } from './show.ts';
import { consoleTexts } from './texts.ts';

export type RefusalName = keyof (typeof consoleTexts)['fr']['refusals'];

export type Refused = { readonly name: RefusalName; readonly waitMs?: number };

export type SignInView = {
  readonly hasProvider: boolean;
  readonly hasLocal: boolean;
  /** False at an IP address. */
  readonly takesPasskeys: boolean;
  readonly refused: Refused | null;
};

const statuses: Readonly<Record<RefusalName, number>> = {
  WRONG: 401,
  WAIT: 429,
  LINK: 410,
  PROOF: 401,
  NOT_ASKED: 401,
  STALE: 403,
  LAST: 409,
  NOT_ALLOWED: 403,
  UNREACHABLE: 503,
  BUSY: 503,
  FOREIGN: 403,
};
export const statusOf = (refused: Refused | null): number => (refused === null ? 200 : statuses[refused.name]);

/** `/console/sign-in`, for a visitor. */
export const signInPage =
  ({ hasProvider, hasLocal, takesPasskeys, refused }: SignInView) =>
  (language: Language): ConsolePage => {
    const texts = consoleTexts[language];
    const start = refused?.name === 'NOT_ASKED' ? '/console/oidc?again=1' : '/console/oidc';
    const provider = html`<p><a class="button wide" href="${start}">${texts.withProvider}</a></p>`;
    const or = html`<p class="or">${texts.or}</p>`;
    return {
      title: texts.signIn,
      status: statusOf(refused),
      hasPasskeys: hasLocal && takesPasskeys,
      isSignedOut: true,
      main: html`<h1>${texts.signIn}</h1>
${refusedText(refused, language)}
${hasProvider ? provider : ''}
${hasProvider && hasLocal ? or : ''}
${hasLocal ? localForms(language, takesPasskeys) : ''}`,
    };
  };

export function refusedText(refused: Refused | null, language: Language): Markup {
  if (refused === null) return html``;
  const texts = consoleTexts[language];
  const wait = refused.waitMs === undefined ? '' : ` ${texts.wait(Math.ceil(refused.waitMs / 60_000))}`;
  return html`<p class="bad" role="alert">${texts.refusals[refused.name]}${wait}</p>`;
}

function localForms(language: Language, takesPasskeys: boolean): Markup {
  const texts = consoleTexts[language];
  const passkey = passkeyButton(language, {
    kind: 'get',
    options: '/console/passkeys/options',
    answer: '/console/passkeys/sign-in',
    text: texts.withPasskey,
  });
  return html`${takesPasskeys ? html`${passkey}<p class="or">${texts.or}</p>` : html`<p class="hint">${texts.noPasskeyHere}</p>`}
<form method="post" action="/console/sign-in">
<h2>${texts.withPassword}</h2>
<label for="login">${texts.login}</label>
<input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="100">
<label for="password">${texts.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256">
<label for="code">${texts.code}</label>
<input id="code" name="code" inputmode="text" autocomplete="one-time-code" required maxlength="40" aria-describedby="code-hint">
<p class="hint" id="code-hint">${texts.codeHint}</p>
<button class="wide">${texts.submit}</button>
</form>`;
}

type PasskeyButton = {
  readonly kind: 'get' | 'create';
  readonly options: string;
  readonly answer: string;
  readonly text: string;
  /** One of several buttons of a page. */
  readonly said?: string;
};

/** Disabled until the script finds that the browser knows passkeys. */
export function passkeyButton(
  language: Language,
  { kind, options, answer, text, said = 'said' }: PasskeyButton,
): Markup {
  const { passkeyOld, passkeyFailed, passkeyRefused } = consoleTexts[language];
  const isSignIn = answer === '/console/passkeys/sign-in' || answer.startsWith('/console/link/');
  return html`<p><button class="wide" type="button" disabled data-passkey="${kind}" data-options="${options}" data-answer="${answer}" data-then="${isSignIn ? '/console' : '/console/sessions'}" data-said="${said}">${text}</button></p>
<p class="bad said" id="${said}" role="alert" data-old="${passkeyOld}" data-failed="${passkeyFailed}" data-refused="${passkeyRefused}"></p>`;
}

/** Tells a password manager whose password a form sets. It sees no field of the type `hidden`. */
export const usernameField = (login: string): Markup =>
  html`<input autocomplete="username" value="${login}" readonly hidden>`;

/** `/console` where its files are missing. */
export const notBuiltPage = (language: Language): ConsolePage => {
  const [title, detail] = consoleTexts[language].notBuilt;
  return { title, status: 503, main: html`<h1>${title}</h1><p>${detail}</p><p><code>npm run build:console</code></p>` };
};

/** `/console` where the config lets no person sign in. */
export const notSetUpPage = (language: Language): ConsolePage => {
  const [title, detail] = consoleTexts[language].notSetUp;
  return { title, main: html`<h1>${title}</h1><p>${detail}</p><p><code>docs/how-to/let-people-sign-in.md</code></p>` };
};

/** Where the browser came by another host name: cookies, passkeys and the provider know the public one alone. */
export const elsewherePage =
  (publicUrl: string) =>
  (language: Language): ConsolePage => {
    const [title, detail] = consoleTexts[language].elsewhere;
    const address = `${publicUrl}/console`;
    return { title, main: html`<h1>${title}</h1><p>${detail} <a href="${address}">${address}</a></p>` };
  };

export const refusedPage =
  (refused: Refused) =>
  (language: Language): ConsolePage => {
    const texts = consoleTexts[language];
    return {
      title: texts.signIn,
      status: statusOf(refused),
      main: html`<h1>${texts.signIn}</h1>${refusedText(refused, language)}
<div class="buttons"><a class="button quiet" href="/console/sign-in">${texts.back}</a></div>`,
    };
  };
