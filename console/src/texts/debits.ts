import type { MandateScheme, MandateStatus, MandateType } from '../generated/operations.ts';
import { words } from './words.ts';

/** Words of direct debits, which several pages show. */
export const debitWords = words({
  mandateStatus: words<Record<MandateStatus, string>>({
    DRAFT: { fr: 'À signer', en: 'To be signed' },
    SIGNED: { fr: 'Signé, attend la banque', en: 'Signed, waits for bank' },
    ACTIVE: { fr: 'Actif', en: 'Active' },
    SUSPENDED: { fr: 'Suspendu', en: 'Suspended' },
    REVOKED: { fr: 'Révoqué', en: 'Revoked' },
    EXPIRED: { fr: 'Caduc', en: 'Lapsed' },
    COMPLETED: { fr: 'Terminé', en: 'Completed' },
  }),
  batchStatus: words({
    CREATED: { fr: 'À remettre', en: 'To hand over' },
    SUBMITTED: { fr: 'Remise à la banque', en: 'Handed to bank' },
    CANCELLED: { fr: 'Annulée', en: 'Cancelled' },
  }),
  scheme: words<Record<MandateScheme, string>>({
    CORE: { fr: 'SEPA CORE', en: 'SEPA CORE' },
    B2B: { fr: 'SEPA interentreprises (B2B)', en: 'SEPA between businesses (B2B)' },
  }),
  mandateType: words<Record<MandateType, string>>({
    RECURRENT: { fr: 'Récurrent', en: 'Recurrent' },
    ONE_OFF: { fr: 'Ponctuel', en: 'One-off' },
  }),
  idSociete: { fr: 'Société', en: 'Société' },
  idClient: { fr: 'Numéro de client', en: 'Customer number' },
});
