import type { PageEntry } from './page-entry.ts';

/** Every page, in the order of the navigation. */
// biome-ignore format: a page is one line
export const pages: readonly PageEntry[] = [
  { path: '/', load: () => import('./overview/route.tsx'), needs: 'read', nav: { group: 'daily', label: { fr: 'Aperçu', en: 'Overview' }, key: 'h' } },
  { path: '/payments', load: () => import('./payments/route.tsx'), needs: 'read', nav: { group: 'daily', label: { fr: 'Paiements', en: 'Payments' }, key: 'p' } },
  { path: '/payments/$id', load: () => import('./payment/route.tsx'), needs: 'read', finds: { Payment: ({ id }) => `/payments/${id}` } },
  { path: '/approvals', load: () => import('./approvals/route.tsx'), needs: 'read', nav: { group: 'daily', label: { fr: 'Validations', en: 'Approvals' }, key: 'v' } },
  { path: '/debits', load: () => import('./debits/route.tsx'), needs: 'batches', nav: { group: 'bank', label: { fr: 'Prélèvements', en: 'Direct debits' }, key: 'd' } },
  { path: '/debits/$id', load: () => import('./batch/route.tsx'), needs: 'batches' },
  { path: '/mandates', load: () => import('./mandates/route.tsx'), needs: 'mandates', nav: { group: 'bank', label: { fr: 'Mandats', en: 'Mandates' }, key: 'm' } },
  { path: '/mandates/$id', load: () => import('./mandate/route.tsx'), needs: 'mandates', finds: { Mandate: ({ id }) => `/mandates/${id}` } },
  { path: '/customers', load: () => import('./customers/route.tsx'), needs: 'customers', nav: { group: 'daily', label: { fr: 'Clients', en: 'Customers' }, key: 'c' } },
  { path: '/customers/import', load: () => import('./customers/import-route.tsx'), needs: 'customers' },
  { path: '/customers/$idSociete/$idClient', load: () => import('./customers/one.tsx'), needs: 'customers', finds: { Customer: ({ idSociete, idClient }) => `/customers/${encodeURIComponent(idSociete)}/${encodeURIComponent(idClient)}` } },
  { path: '/exceptions', load: () => import('./exceptions/route.tsx'), needs: 'decide', finds: { BankException: ({ id }) => `/exceptions?open=${id}` }, nav: { group: 'bank', label: { fr: 'Exceptions', en: 'Exceptions' }, key: 'e' } },
  { path: '/bank-files', load: () => import('./bank-files/route.tsx'), needs: 'bankFiles', nav: { group: 'bank', label: { fr: 'Fichiers bancaires', en: 'Bank files' }, key: 'f' } },
  { path: '/bank-files/$id', load: () => import('./bank-files/file-route.tsx'), needs: 'bankFiles' },
  { path: '/transfers', load: () => import('./transfers/route.tsx'), needs: 'read', nav: { group: 'bank', label: { fr: 'Virements', en: 'Transfers' }, key: 't' } },
  { path: '/books', load: () => import('./books/route.tsx'), needs: 'accounting', nav: { group: 'books', label: { fr: 'Comptabilité', en: 'Books' }, key: 'b' } },
  { path: '/books/$id', load: () => import('./books/entry-route.tsx'), needs: 'accounting', finds: { JournalEntry: ({ id }) => `/books/${id}` } },
  { path: '/webhooks', load: () => import('./webhooks/route.tsx'), needs: 'replay', nav: { group: 'system', label: { fr: 'Webhooks', en: 'Webhooks' }, key: 'w' } },
  { path: '/webhooks/$id', load: () => import('./webhooks/delivery-route.tsx'), needs: 'replay', finds: { WebhookDelivery: ({ id }) => `/webhooks/${id}` } },
  { path: '/audit', load: () => import('./audit/route.tsx'), needs: 'audit', nav: { group: 'system', label: { fr: 'Journal d’audit', en: 'Audit log' }, key: 'a' } },
  { path: '/ledger', load: () => import('./ledger/route.tsx'), needs: ['operations', 'audit'], nav: { group: 'system', label: { fr: 'Intégrité', en: 'Integrity' }, key: 'i' } },
  { path: '/developers', load: () => import('./developers/route.tsx'), needs: ['initiate', 'operations', 'audit'], nav: { group: 'system', label: { fr: 'Développeurs', en: 'Developers' }, key: 'o' } },
  { path: '/settings', load: () => import('./settings/route.tsx'), needs: null, nav: { group: 'system', label: { fr: 'Réglages', en: 'Settings' }, key: 's' } },
];
