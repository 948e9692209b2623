import { describe, expect, it } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { legacyPath } from '../support/requests.ts';

/** French for `fr`, English for every other language, and the default of the config for none: on every page. */

const unknownToken = 'A'.repeat(24);
const pages = [
  ...[
    '/metadata',
    '/json/metadata?op=payment_initiate',
    '/docs',
    '/docs/graphql',
    '/',
    '/sandbox',
    '/sandbox/house-bank',
    '/sandbox/paybox/pay',
  ],
  ...[`/pay/${unknownToken}`, `/pay/${unknownToken}/return/success`, `/mandates/${unknownToken}`, '/nowhere'],
  ...[legacyPath(), '/payment_status/AAAA-AAAA'],
];

describe.each(['fr', 'en'] as const)('a gateway whose default language is %s', (defaultLanguage) => {
  const gateway = openForGroup(() => startGateway({ config: { defaultLanguage } }));

  it.each(pages)('shows %s in the language of the reader', async (page) => {
    const languages: (string | undefined)[] = [];
    // An empty header: fetch says `*` where there is none.
    for (const language of ['fr-FR,fr;q=0.9,en;q=0.8', 'en-GB', 'de-DE,de;q=0.9', 'es', '']) {
      const headers = { Accept: 'text/html', 'Accept-Language': language };
      const text = await (await gateway.get(page, { headers })).text();
      languages.push(/<html lang="(\w+)"/.exec(text)?.[1]);
    }
    expect(languages).toEqual(['fr', 'en', 'en', 'en', defaultLanguage]);
  });
});
