import { words } from '../../texts/words.ts';

export const configTexts = words({
  clients: { fr: 'Applications', en: 'Clients' },
  noClients: { fr: 'Aucune application n’est configurée', en: 'No client is configured' },
  noClientsText: {
    fr: 'Sans applications, un déploiement de développement est ouvert à tous, en TEST.',
    en: 'Without clients, a deployment for development is open to all, in TEST.',
  },
  client: { fr: 'Application', en: 'Client' },
  may: { fr: 'Peut', en: 'May' },
  modes: { fr: 'Modes', en: 'Modes' },
  limits: { fr: 'Limité à', en: 'Limited to' },
  keys: { fr: 'Clés', en: 'Keys' },
  webhooks: { fr: 'Webhooks', en: 'Webhooks' },
  everything: { fr: 'sans limite', en: 'no limit' },
  societes: { fr: (names: string) => `sociétés ${names}`, en: (names: string) => `sociétés ${names}` },
  origins: { fr: (names: string) => `origines ${names}`, en: (names: string) => `origins ${names}` },
  targets: { fr: (names: string) => `cibles ${names}`, en: (names: string) => `targets ${names}` },
  noKeys: { fr: 'aucune', en: 'none' },
  config: { fr: 'Configuration', en: 'Config' },
  configText: {
    fr: 'Les valeurs en vigueur. Les secrets sont masqués.',
    en: 'The values in force. Secrets are masked.',
  },
  theConfig: { fr: 'la configuration', en: 'the config' },
  theSection: { fr: (name: string) => `la section ${name}`, en: (name: string) => `the section ${name}` },
});
