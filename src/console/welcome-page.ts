import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import type { Markup } from '../html/page.ts';
import type { Language } from '../html/texts.ts';
import { shortestPassword } from '../modules/people/proofs/password.ts';
import type { TotpOffer } from '../modules/people/sign-in/enrol-password.ts';
import type { ConsolePage } from './show.ts';
import { passkeyButton, usernameField } from './sign-in-page.ts';
import { consoleTexts, fieldTexts } from './texts.ts';

export type WelcomeView = {
  readonly token: string;
  readonly name: string;
  readonly login: string;
  readonly offer: TotpOffer;
  readonly takesPasskeys: boolean;
  /** The field that was refused. */
  readonly wrong: 'password' | 'code' | null;
};

/** `/console/link/{token}`: a person chooses how it will sign in. */
export const welcomePage =
  ({ token, name, login, offer, takesPasskeys, wrong }: WelcomeView) =>
  (language: Language): ConsolePage => {
    const texts = consoleTexts[language];
    const passkey = passkeyButton(language, {
      kind: 'create',
      options: `/console/link/${token}/passkey/options`,
      answer: `/console/link/${token}/passkey`,
      text: texts.createPasskey,
    });
    return {
      title: texts.welcome(name),
      status: wrong === null ? 200 : 400,
      hasPasskeys: takesPasskeys,
      main: html`<h1>${texts.welcome(name)}</h1><p>${texts.welcomeDetail}</p>
${takesPasskeys ? html`${passkey}<p class="or">${texts.or}</p>` : html`<p class="hint">${texts.noPasskeyHere}</p>`}
<form method="post" action="/console/link/${token}">
<h2>${texts.choosePassword}</h2>
${usernameField(login)}
<input type="hidden" name="sealed" value="${offer.sealed}">
<label for="password">${texts.newPassword}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="${shortestPassword}" maxlength="256"
 aria-describedby="password-hint"${invalid(wrong === 'password')}>
<p class="hint" id="password-hint">${texts.newPasswordHint}</p>
${fault(language, wrong, 'password')}
<div class="qr">${raw(renderSVG(offer.uri, { border: 2 }))}<p>${texts.scan}<br>${texts.secret} <code class="key">${offer.secret}</code></p></div>
<label for="code">${texts.code}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="7"${invalid(wrong === 'code')}>
${fault(language, wrong, 'code')}
<button class="wide">${texts.submit}</button>
</form>`,
    };
  };

const invalid = (isWrong: boolean): Markup => (isWrong ? html` aria-invalid="true"` : html``);

const fault = (language: Language, wrong: WelcomeView['wrong'], field: 'password' | 'code'): Markup =>
  wrong === field ? html`<p class="field-error" role="alert">${fieldTexts[language][field]}</p>` : html``;

/** Shown once, after the password was set. */
export const recoveryPage =
  (codes: readonly string[]) =>
  (language: Language): ConsolePage => {
    const texts = consoleTexts[language];
    return {
      title: texts.recovery,
      main: html`<h1>${texts.recovery}</h1><p>${texts.recoveryDetail}</p>
<ul class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ul>
<div class="buttons"><a class="button" href="/console">${texts.recoveryDone}</a></div>`,
    };
  };
