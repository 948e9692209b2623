import { raw } from 'hono/html';
import { inBothLanguages } from '../kernel/locale/language.ts';

/** What the gateway has to open. */
export const places = {
  graphql: '/graphql',
  console: '/console',
  graphqlReference: '/docs/graphql',
  errors: '/docs/graphql/errors',
  legacy: '/metadata',
  openapi: '/docs',
  sandbox: '/sandbox',
  houseBank: '/sandbox/house-bank',
  health: '/health',
} as const;
export type Place = keyof typeof places;

export const homeTexts = inBothLanguages({
  title: { fr: 'Passerelle de paiement', en: 'Payment gateway' },
  detail: {
    fr: 'Cartes, prélèvements et virements, par GraphQL ou par les anciennes adresses.',
    en: 'Cards, direct debits and transfers, by GraphQL or by the old URLs.',
  },
  places: inBothLanguages<Record<Place, readonly [title: string, detail: string]>>({
    console: {
      fr: ['Console', 'Paiements, prélèvements, banque et comptabilité\u00a0: le back-office.'],
      en: ['Console', 'Payments, direct debits, bank and books: the back office.'],
    },
    graphql: {
      fr: ['GraphiQL', 'Essayer l’interface GraphQL, avec un exemple par parcours.'],
      en: ['GraphiQL', 'Try the GraphQL interface, with an example for each journey.'],
    },
    legacy: {
      fr: ['Anciennes adresses', 'Les opérations que les systèmes en place appellent.'],
      en: ['Old URLs', 'The operations that the systems in place call.'],
    },
    graphqlReference: {
      fr: ['Référence GraphQL', 'Chaque opération et chaque type du schéma.'],
      en: ['GraphQL reference', 'Every operation and every type of the schema.'],
    },
    errors: {
      fr: ['Erreurs', 'Ce que dit chaque code, et quoi faire.'],
      en: ['Errors', 'What each code says, and what to do.'],
    },
    openapi: {
      fr: ['OpenAPI', 'Essayer les anciennes adresses dans le navigateur.'],
      en: ['OpenAPI', 'Try the old URLs in the browser.'],
    },
    sandbox: {
      fr: ['Simulateurs des banques', 'Ce qui a été envoyé et répondu, et les pannes.'],
      en: ['The banks’ simulators', 'What was sent and answered, and faults.'],
    },
    houseBank: {
      fr: ['Banque de la société', 'Prélèvements, virements reçus et relevés, simulés.'],
      en: ['The company’s bank', 'Direct debits, transfers received and statements, simulated.'],
    },
    health: { fr: ['Santé', 'Si la passerelle est prête.'], en: ['Health', 'Whether the gateway is ready.'] },
  }),
  deployments: inBothLanguages<Readonly<Record<string, string>>>({
    development: { fr: 'Déploiement de développement', en: 'Development deployment' },
    production: { fr: 'Déploiement de production', en: 'Production deployment' },
  }),
});

export const homeStyle = raw(`
.brand.home, main.home, footer.home { max-width: 54rem; }
.brand.home a { font-weight: 400; }
.places { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .8rem; margin: 1.4rem 0 0; padding: 0; list-style: none; }
.places a { display: flex; flex-direction: column; gap: .25rem; height: 100%; padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: .7rem; color: inherit; text-decoration: none; }
.places a:hover { border-color: var(--accent); }
.places strong { color: var(--accent); }
.places code { margin-top: auto; color: var(--soft); font: .85rem ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
`);
