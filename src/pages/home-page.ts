import { type RequestHandler, Router } from 'express';
import { html } from 'hono/html';
import { pageHeaders, renderPage } from '../html/page.ts';
import { withRelativeLinks } from '../html/relative-links.ts';
import { chosenLanguage, type Language, type LanguageOf } from '../kernel/locale/language.ts';
import { homeStyle, homeTexts, type Place, places } from './home-texts.ts';

export type HomePageOptions = {
  /** What the deployment shows now: the config may be read again. */
  readonly shown: () => readonly Place[];
  readonly publicUrl: string;
  readonly deployment: string;
  readonly version: string;
  /** Base64, made anew for each page. */
  readonly randomNonce: () => string;
  readonly languageOf: LanguageOf;
};

/** `/`: where everything is. HTML for browsers, JSON for programs. */
export function createHomePage(options: HomePageOptions): Router {
  const { shown, publicUrl, deployment, version, randomNonce, languageOf } = options;
  const show: RequestHandler = (request, response) => {
    response.vary('Accept');
    if (!request.headers.accept?.includes('text/html')) {
      const links = Object.fromEntries(shown().map((place) => [place, publicUrl + places[place]]));
      response.set('Cache-Control', 'no-store').json({ name: 'Règlement', version, deployment, links });
      return;
    }
    const { lang } = request.query;
    const language = chosenLanguage(lang, request.get('Accept-Language'), languageOf);
    const nonce = randomNonce();
    response.set(pageHeaders({ language, nonce })).vary('Accept');
    const page = renderHome({ language, nonce, shown: shown(), deployment, version });
    response.send(withRelativeLinks(page, request.originalUrl));
  };
  return Router().get('/', show);
}

type Home = { readonly language: Language; readonly nonce: string; readonly shown: readonly Place[] } & Pick<
  HomePageOptions,
  'deployment' | 'version'
>;

function renderHome({ language, nonce, shown, deployment, version }: Home): string {
  const texts = homeTexts[language];
  const other = language === 'fr' ? 'en' : 'fr';
  const cards = shown.map((place) => {
    const [title, detail] = texts.places[place];
    return html`<li><a href="${places[place]}"><strong>${title}</strong><span>${detail}</span><code>${places[place]}</code></a></li>`;
  });
  const body = html`<style nonce="${nonce}">${homeStyle}</style>
<header class="brand home">Règlement
<a href="/?lang=${other}" lang="${other}" hreflang="${other}">${other === 'fr' ? 'Français' : 'English'}</a></header>
<main class="home"><h1>${texts.title}</h1><p class="soft">${texts.detail}</p>
<ul class="places">${cards}</ul></main>
<footer class="home">${texts.deployments[deployment] ?? deployment} · ${version}</footer>`;
  return renderPage({ language, title: 'Règlement', body, nonce });
}
