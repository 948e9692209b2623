/** In the order of the path. */
export const pathFields = [
  'payment_target',
  'payment_run_mode',
  'payment_type',
  'id_origin',
  'id_societe',
  'id_client',
  'id_commande',
  'type_paiement',
  'amount',
  'email',
  'commentaire',
] as const;

export const queryFields = [
  'idempotency_key',
  'mandate',
  'return_url',
] as const;

export type LegacyField = (typeof pathFields)[number] | (typeof queryFields)[number];

/** In the order of the legacy numbers. */
export const legacySets = {
  payment_target: ['LABANQUEPOSTALE', 'PAYBOX', 'MILLIET'],
  payment_run_mode: ['TEST', 'LIVE', 'FORCE_LIVE'],
  payment_type: ['DIRECT_SEPA', 'SEPA', 'CB', 'AMEX', 'COMPTABILITE'],
  type_paiement: ['DIRECT_SEPA', 'SEPA', 'CB', 'AMEX', 'COMPTABILITE'],
} as const;
