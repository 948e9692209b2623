import { type Request, type Response, Router } from 'express';
import { html } from 'hono/html';
import { mandateTexts } from '../html/mandate-texts.ts';
import type { Markup } from '../html/page.ts';
import { type Language, pageTexts } from '../html/texts.ts';
import { tokenPattern } from '../kernel/identifiers.ts';
import type { LanguageOf } from '../kernel/locale/language.ts';
import type { MandateScheme, PostalAddress } from '../kernel/sepa/mandate.ts';
import { maskIban } from '../modules/direct-debits/mandates/mandate.ts';
import type { MandateView } from '../modules/direct-debits/mandates/view-mandate.ts';
import { createShow } from './pages.ts';
import { pageScript } from './scripts.ts';
import { dayText, inFours, unknownView } from './views.ts';

export type MandateFormOptions = {
  readonly viewMandate: (token: string) => Promise<MandateView | null>;
  readonly randomNonce: () => string;
  readonly languageOf: LanguageOf;
};

/** `/mandates/{token}`: the form of a mandate, with the words that the schemes prescribe, on one page to print and sign. */
export function createMandateForm({ viewMandate, randomNonce, languageOf }: MandateFormOptions): Router {
  const router = Router();
  const show = createShow(randomNonce);
  router.get('/mandates/:token', async (request: Request, response: Response) => {
    const language = languageOf(request.get('Accept-Language'));
    const { token } = request.params;
    const view = typeof token === 'string' && tokenPattern.test(token) ? await viewMandate(token) : null;
    if (view === null) {
      const body = unknownView(language, mandateTexts[language].unknownDetail);
      show(response.status(404), { language, title: pageTexts[language].unknown, body });
      return;
    }
    const title = `${mandateTexts[language].titles[view.mandate.scheme]} ${view.mandate.rum}`;
    show(response, { language, title, body: formOf(view, language), script: pageScript });
  });
  router.all('/mandates/:token', (_request, response) => {
    response.status(405).set({ Allow: 'GET, HEAD', 'Cache-Control': 'no-store' }).end();
  });
  return router;
}

function formOf({ mandate, societeName, creditorAddress, amendedAt }: MandateView, language: Language): Markup {
  const texts = mandateTexts[language];
  const { debtor, signature, creditorName } = mandate;
  // The debtor checks the account before the signature. Afterwards the link shows no more of it than an answer does.
  const account = mandate.status === 'DRAFT' ? inFours(debtor.iban) : maskIban(debtor.iban);
  const amended = amendedAt === null ? '' : html`<br>${texts.amendedOn(dayText(amendedAt, language))}`;
  const mode = mandate.runMode === 'TEST' ? html`<span class="mode">${texts.test}</span>` : '';
  return html`<header class="brand">${societeName}${mode}</header>
<main class="sheet">
<h1>${texts.titles[mandate.scheme]}</h1>
<dl>${row(texts.rum, mandate.rum)}${row(texts.type, texts.types[mandate.type])}</dl>
${legalOf(mandate.scheme, creditorName, language)}
<section><h2>${texts.debtor}</h2><dl>${row(texts.name, debtor.name)}${addressOf(debtor.address, language)}
${row(texts.iban, account)}${debtor.bic === null ? '' : row(texts.bic, debtor.bic)}</dl></section>
<section><h2>${texts.creditor}</h2><dl>${row(texts.name, creditorName)}${row(texts.ics, mandate.ics)}
${addressOf(creditorAddress, language)}</dl></section>
<section class="signing"><p>${texts.signedAt}<span class="line">${signature?.place ?? ''}</span></p>
<p>${texts.signedOn}<span class="line">${signature ? dayText(Date.parse(signature.signedOn), language) : ''}</span></p>
<div class="signature">${signature ? texts.isSigned : texts.signature}${amended}</div></section>
<p class="small soft">${texts.rights}</p><p class="small soft">${texts.privacy}</p>
<div class="buttons scripted"><button class="quiet" type="button" id="print" hidden>${texts.print}</button></div>
</main>
<footer>${signature ? texts.keep : `${texts.return} ${creditorName}`}</footer>`;
}

const row = (name: string, value: string): Markup => html`<dt>${name}</dt><dd>${value}</dd>`;

function addressOf(address: PostalAddress | null, language: Language): Markup {
  if (address === null) return html``;
  const { street, buildingNumber, postalCode, town, country } = address;
  const lines = [
    [buildingNumber, street],
    [postalCode, town],
  ].map((parts) => parts.filter(Boolean).join(' '));
  const land = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  const place = [...lines.filter((line) => line !== ''), land].join(', ');
  return row(mandateTexts[language].address, place);
}

const legalOf = (scheme: MandateScheme, creditorName: string, language: Language): Markup =>
  html`<p>${mandateTexts[language].authorisation(creditorName)}</p><p>${mandateTexts[language].refund[scheme]}</p>`;
