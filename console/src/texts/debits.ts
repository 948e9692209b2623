import type { MandateScheme, MandateStatus, MandateType } from '../generated/operations.ts';
import { words } from './words.ts';

/** Words of direct debits, which several pages show. */
export const debitWords = words({
  fr: {
    mandateStatus: {
      DRAFT: 'À signer',
      SIGNED: 'Signé, attend la banque',
      ACTIVE: 'Actif',
      SUSPENDED: 'Suspendu',
      REVOKED: 'Révoqué',
      EXPIRED: 'Caduc',
      COMPLETED: 'Terminé',
    } satisfies Record<MandateStatus, string>,
    batchStatus: { CREATED: 'À remettre', SUBMITTED: 'Remise à la banque', CANCELLED: 'Annulée' },
    scheme: { CORE: 'SEPA CORE', B2B: 'SEPA interentreprises (B2B)' } satisfies Record<MandateScheme, string>,
    mandateType: { RECURRENT: 'Récurrent', ONE_OFF: 'Ponctuel' } satisfies Record<MandateType, string>,
    idSociete: 'Société',
    idClient: 'Numéro de client',
  },
  en: {
    mandateStatus: {
      DRAFT: 'To be signed',
      SIGNED: 'Signed, waits for bank',
      ACTIVE: 'Active',
      SUSPENDED: 'Suspended',
      REVOKED: 'Revoked',
      EXPIRED: 'Lapsed',
      COMPLETED: 'Completed',
    },
    batchStatus: { CREATED: 'To hand over', SUBMITTED: 'Handed to bank', CANCELLED: 'Cancelled' },
    scheme: { CORE: 'SEPA CORE', B2B: 'SEPA between businesses (B2B)' },
    mandateType: { RECURRENT: 'Recurrent', ONE_OFF: 'One-off' },
    idSociete: 'Société',
    idClient: 'Customer number',
  },
});
