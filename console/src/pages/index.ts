import type { PageEntry } from './page-entry.ts';

/** Every page, in the order of the navigation. */
// biome-ignore format: a page is one line
export const pages: readonly PageEntry[] = [
  { path: '/', load: () => import('./overview/page.tsx').then(({ OverviewPage: Page }) => ({ Page })), needs: 'read', nav: { group: 'daily', label: { fr: 'Aperçu', en: 'Overview' }, key: 'h' } },
  { path: '/payments', load: () => import('./payments/page.tsx').then(({ PaymentsPage: Page }) => ({ Page })), needs: 'read', nav: { group: 'daily', label: { fr: 'Paiements', en: 'Payments' }, key: 'p' } },
  { path: '/payments/$id', load: () => import('./payment/page.tsx').then(({ PaymentPage: Page }) => ({ Page })), needs: 'read', finds: { Payment: ({ id }) => `/payments/${id}` } },
  { path: '/approvals', load: () => import('./approvals/page.tsx').then(({ ApprovalsPage: Page }) => ({ Page })), needs: 'read', nav: { group: 'daily', label: { fr: 'Validations', en: 'Approvals' }, key: 'v' } },
  { path: '/debits', load: () => import('./debits/page.tsx').then(({ DebitsPage: Page }) => ({ Page })), needs: 'batches', nav: { group: 'bank', label: { fr: 'Prélèvements', en: 'Direct debits' }, key: 'd' } },
  { path: '/debits/$id', load: () => import('./batch/page.tsx').then(({ BatchPage: Page }) => ({ Page })), needs: 'batches' },
  { path: '/mandates', load: () => import('./mandates/page.tsx').then(({ MandatesPage: Page }) => ({ Page })), needs: 'mandates', nav: { group: 'bank', label: { fr: 'Mandats', en: 'Mandates' }, key: 'm' } },
  { path: '/mandates/$id', load: () => import('./mandate/page.tsx').then(({ MandatePage: Page }) => ({ Page })), needs: 'mandates', finds: { Mandate: ({ id }) => `/mandates/${id}` } },
  { path: '/customers', load: () => import('./customers/page.tsx').then(({ CustomersPage: Page }) => ({ Page })), needs: 'customers', nav: { group: 'daily', label: { fr: 'Clients', en: 'Customers' }, key: 'c' } },
  { path: '/customers/import', load: () => import('./customers/import-page.tsx').then(({ ImportPage: Page }) => ({ Page })), needs: 'customers' },
  { path: '/customers/$idSociete/$idClient', load: () => import('./customers/customer.tsx').then(({ CustomerPage: Page }) => ({ Page })), needs: 'customers', finds: { Customer: ({ idSociete, idClient }) => `/customers/${encodeURIComponent(idSociete)}/${encodeURIComponent(idClient)}` } },
  { path: '/exceptions', load: () => import('./exceptions/page.tsx').then(({ ExceptionsPage: Page }) => ({ Page })), needs: 'decide', finds: { BankException: ({ id }) => `/exceptions?open=${id}` }, nav: { group: 'bank', label: { fr: 'Exceptions', en: 'Exceptions' }, key: 'e' } },
  { path: '/bank-files', load: () => import('./bank-files/page.tsx').then(({ BankFilesPage: Page }) => ({ Page })), needs: 'bankFiles', nav: { group: 'bank', label: { fr: 'Fichiers bancaires', en: 'Bank files' }, key: 'f' } },
  { path: '/bank-files/$id', load: () => import('./bank-files/file-page.tsx').then(({ BankFilePage: Page }) => ({ Page })), needs: 'bankFiles' },
  { path: '/transfers', load: () => import('./transfers/page.tsx').then(({ TransfersPage: Page }) => ({ Page })), needs: 'read', nav: { group: 'bank', label: { fr: 'Virements', en: 'Transfers' }, key: 't' } },
  { path: '/books', load: () => import('./books/page.tsx').then(({ BooksPage: Page }) => ({ Page })), needs: 'accounting', nav: { group: 'books', label: { fr: 'Comptabilité', en: 'Books' }, key: 'b' } },
  { path: '/books/$id', load: () => import('./books/entry-page.tsx').then(({ EntryPage: Page }) => ({ Page })), needs: 'accounting', finds: { JournalEntry: ({ id }) => `/books/${id}` } },
  { path: '/webhooks', load: () => import('./webhooks/page.tsx').then(({ WebhooksPage: Page }) => ({ Page })), needs: 'replay', nav: { group: 'system', label: { fr: 'Webhooks', en: 'Webhooks' }, key: 'w' } },
  { path: '/webhooks/$id', load: () => import('./webhooks/delivery-page.tsx').then(({ DeliveryPage: Page }) => ({ Page })), needs: 'replay', finds: { WebhookDelivery: ({ id }) => `/webhooks/${id}` } },
  { path: '/audit', load: () => import('./audit/page.tsx').then(({ AuditPage: Page }) => ({ Page })), needs: 'audit', nav: { group: 'system', label: { fr: 'Journal d’audit', en: 'Audit log' }, key: 'a' } },
  { path: '/ledger', load: () => import('./ledger/page.tsx').then(({ LedgerPage: Page }) => ({ Page })), needs: ['operations', 'audit'], nav: { group: 'system', label: { fr: 'Intégrité', en: 'Integrity' }, key: 'i' } },
  { path: '/developers', load: () => import('./developers/page.tsx').then(({ DevelopersPage: Page }) => ({ Page })), needs: ['initiate', 'operations', 'audit'], nav: { group: 'system', label: { fr: 'Développeurs', en: 'Developers' }, key: 'o' } },
  { path: '/settings', load: () => import('./settings/page.tsx').then(({ SettingsPage: Page }) => ({ Page })), needs: null, nav: { group: 'system', label: { fr: 'Réglages', en: 'Settings' }, key: 's' } },
];
