import { html } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { pageHeaders, renderPage, renderProblem } from '../../src/html/page.ts';
import { style } from '../../src/html/style.ts';

describe('a page', () => {
  it('escapes what is put into it, once, and nothing of its own', () => {
    const name = `<script>alert("1")</script> & 'Zoë' &amp;`;
    const page = renderPage({ language: 'fr', title: name, body: html`<p title="${name}">${name}</p>`, nonce: 'n' });
    const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Zoë&#39; &amp;amp;';
    expect(page).toContain(`<title>${escaped}</title>`);
    expect(page).toContain(`<p title="${escaped}">${escaped}</p>`);
    expect(page).not.toContain('<script');
  });

  it('has its script and its style under the nonce that its policy names', () => {
    const page = renderPage({ language: 'en', title: 't', body: html`<p></p>`, nonce: 'AbC+/=', script: 'x < 1 && y' });
    expect(page).toContain('<script nonce="AbC+/=">x < 1 && y</script>');
    expect(page).toContain('<style nonce="AbC+/=">');
    expect(pageHeaders({ nonce: 'AbC+/=', language: 'en', hasScript: true })['Content-Security-Policy']).toBe(
      "default-src 'none'; style-src 'nonce-AbC+/='; script-src 'nonce-AbC+/='; img-src data: 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it('refuses to be rendered while a part of it is awaited', () => {
    const body = html`<p>${Promise.resolve('later')}</p>`;
    expect(() => renderPage({ language: 'fr', title: 't', body, nonce: 'n' })).toThrow('a page waits for nothing');
  });
});

describe('the page of a problem', () => {
  it.each([
    [400, 'Cette demande ne peut pas être traitée', 'This request cannot be handled'],
    [404, 'Cette page n’existe pas', 'There is no such page'],
    [413, 'Cette demande ne peut pas être traitée', 'This request cannot be handled'],
    [429, 'Trop de demandes à la fois', 'Too many requests at once'],
    [500, 'Une erreur est survenue', 'Something went wrong'],
    [503, 'Service momentanément indisponible', 'Not available for a moment'],
  ])('for %i says so in both languages, with the request’s id', (status, french, english) => {
    const french404 = renderProblem({ language: 'fr', status, requestId: 'req_1', nonce: 'n' });
    expect(french404).toContain(`<h1>${french}</h1>`);
    expect(french404).toContain('<html lang="fr">');
    expect(french404).toContain('Demande req_1');
    expect(renderProblem({ language: 'en', status, requestId: 'req_1', nonce: 'n' })).toContain(`<h1>${english}</h1>`);
  });
});

describe('the style', () => {
  const [light = '', dark = ''] = style.split('@media (prefers-color-scheme: dark)');
  const colour = (scheme: string, name: string): string => {
    const value = new RegExp(`--${name}: #([0-9a-f]{3,6});`).exec(scheme)?.[1] ?? '';
    return value.length === 3 ? value.replaceAll(/./g, '$&$&') : value;
  };
  /** WCAG 2.2, relative luminance and contrast ratio. */
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((index) => {
      const part = Number.parseInt(hex.slice(index, index + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string): number => {
    const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (lighter + 0.05) / (darker + 0.05);
  };

  it.each([
    ['light', light],
    ['dark', dark],
  ])('is readable in %s: every text colour has a contrast of 4.5 or more', (_name, scheme) => {
    for (const ground of ['card', 'page']) {
      for (const ink of ['ink', 'soft', 'accent', 'good', 'bad', 'wait']) {
        expect(contrast(colour(scheme, ink), colour(scheme, ground)), `${ink} on ${ground}`).toBeGreaterThan(4.5);
      }
    }
    for (const ground of ['accent', 'accent-strong']) {
      expect(contrast(colour(scheme, 'on-accent'), colour(scheme, ground)), `on ${ground}`).toBeGreaterThan(4.5);
    }
  });

  it('loads nothing', () => {
    expect(style).not.toMatch(/url\(|@import|@font-face|http/);
  });
});
