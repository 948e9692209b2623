import type { DirectDebitBatchStatus, MandateScheme, MandateStatus, MandateType } from '../generated/operations.ts';
import { words } from './words.ts';

/** Words of direct debits, which several pages show. */
type DebitWords = {
  readonly mandateStatus: Readonly<Record<MandateStatus, string>>;
  readonly batchStatus: Readonly<Record<DirectDebitBatchStatus, string>>;
  readonly scheme: Readonly<Record<MandateScheme, string>>;
  readonly mandateType: Readonly<Record<MandateType, string>>;
  readonly idSociete: string;
  readonly idClient: string;
};

export const debitWords = words<DebitWords>({
  fr: {
    mandateStatus: {
      DRAFT: 'À signer',
      SIGNED: 'Signé, attend la banque',
      ACTIVE: 'Actif',
      SUSPENDED: 'Suspendu',
      REVOKED: 'Révoqué',
      EXPIRED: 'Caduc',
      COMPLETED: 'Terminé',
    },
    batchStatus: { CREATED: 'À remettre', SUBMITTED: 'Remise à la banque', CANCELLED: 'Annulée' },
    scheme: { CORE: 'SEPA CORE', B2B: 'SEPA interentreprises (B2B)' },
    mandateType: { RECURRENT: 'Récurrent', ONE_OFF: 'Ponctuel' },
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
