import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { accountingMeans, type PaymentAccounting } from '../../../kernel/accounting-rules.ts';
import { euros } from '../../../kernel/money.ts';
import type { Payer } from '../../../kernel/payer.ts';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import {
  payerField,
  paymentCapture,
  paymentRunMode,
  paymentStatus,
  paymentTarget,
  paymentType,
} from '../../../kernel/vocabulary.ts';
import { namesOf, numbers, numbersOrNull, type RowWith, texts, textsOrNull } from '../../../store/record.ts';
import { paymentFlow } from '../capabilities.ts';
import type { Payment } from '../payment.ts';
import type { PaymentChange } from '../payment-store.ts';
import { effectiveRunModeOf, known } from './stored-values.ts';

/** A payment as it is stored: the only file of the store that names its columns one by one. */
const columns = {
  ...texts('id', 'reference', 'token', 'client', 'payment_target', 'payment_run_mode', 'effective_run_mode'),
  ...texts('payment_type', 'type_paiement', 'id_origin', 'id_societe', 'id_client', 'id_commande', 'currency', 'email'),
  ...texts('flow', 'status', 'capture'),
  ...textsOrNull('commentaire', 'payer', 'return_url', 'mandate', 'accounting', 'derived_key'),
  ...numbers('amount_cents', 'version', 'created_at', 'updated_at'),
  ...numbersOrNull('expires_at'),
};
export type PaymentRow = RowWith<typeof columns>;

// Columns are always named, never `*`: PostgreSQL refuses a prepared statement whose result gains a column.

export const paymentColumns = namesOf(columns);

/** Their names are ours. As references Kysely would make and visit some hundred nodes for each page. */
export const paymentFields = sql.raw<never>(paymentColumns.map((column) => `payments.${column}`).join(', '));

// Written out: a column that is forgotten does not compile, and nothing is renamed at run time.

export function rowOfPayment(payment: Payment): PaymentRow {
  return {
    id: payment.id,
    reference: payment.reference,
    token: payment.token,
    client: payment.client,
    payment_target: payment.paymentTarget,
    payment_run_mode: payment.paymentRunMode,
    effective_run_mode: payment.effectiveRunMode,
    payment_type: payment.paymentType,
    type_paiement: payment.typePaiement,
    id_origin: payment.idOrigin,
    id_societe: payment.idSociete,
    id_client: payment.idClient,
    id_commande: payment.idCommande,
    amount_cents: euros(payment.amountCents).cents,
    currency: payment.currency,
    email: payment.email,
    commentaire: payment.commentaire,
    payer: payment.payer && JSON.stringify(payment.payer),
    return_url: payment.returnUrl,
    mandate: payment.mandate,
    accounting: payment.accounting && JSON.stringify(payment.accounting),
    flow: payment.flow,
    status: payment.status,
    version: payment.version,
    derived_key: payment.derivedKey,
    created_at: payment.createdAt,
    updated_at: payment.updatedAt,
    expires_at: payment.expiresAt,
    capture: payment.capture,
  };
}

export function paymentOf(row: PaymentRow): Payment {
  const { cents, currency } = euros(row.amount_cents);
  assert(row.currency === currency, `a payment is in ${currency}`);
  assert(row.version >= 1, 'versions count from 1');
  return {
    id: row.id,
    reference: row.reference,
    token: row.token,
    client: row.client,
    paymentTarget: known(paymentTarget, row.payment_target),
    paymentRunMode: known(paymentRunMode, row.payment_run_mode),
    effectiveRunMode: effectiveRunModeOf(row.effective_run_mode),
    paymentType: known(paymentType, row.payment_type),
    typePaiement: known(paymentType, row.type_paiement),
    idOrigin: row.id_origin,
    idSociete: row.id_societe,
    idClient: row.id_client,
    idCommande: row.id_commande,
    amountCents: cents,
    currency,
    email: row.email,
    commentaire: row.commentaire,
    payer: row.payer === null ? null : payerOf(row.payer),
    returnUrl: row.return_url,
    mandate: row.mandate,
    accounting: row.accounting === null ? null : accountingOf(row.accounting),
    flow: known(paymentFlow, row.flow),
    status: known(paymentStatus, row.status),
    version: row.version,
    derivedKey: row.derived_key,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
    capture: known(paymentCapture, row.capture),
  };
}

export type PaymentChangeRow = Pick<PaymentRow, 'status' | 'derived_key' | 'expires_at' | 'updated_at'>;

/** Only the columns that change. */
export function rowOfPaymentChange(change: PaymentChange): Partial<PaymentChangeRow> {
  return {
    ...(change.status !== undefined && { status: change.status }),
    ...(change.derivedKey !== undefined && { derived_key: change.derivedKey }),
    ...(change.expiresAt !== undefined && { expires_at: change.expiresAt }),
    updated_at: change.updatedAt,
  };
}

function payerOf(json: string): Partial<Payer> {
  const payer: unknown = JSON.parse(json);
  assert(typeof payer === 'object' && payer !== null, 'a payer is an object');
  for (const [field, value] of Object.entries(payer)) {
    assert(payerField.has(field) && typeof value === 'string', 'a payer has known fields, each a text');
  }
  return payer;
}

function accountingOf(json: string): PaymentAccounting {
  const { means, date, pieceReference, operator } = JSON.parse(json) as Record<string, unknown>;
  assert(
    typeof means === 'string' && typeof date === 'string' && isCalendarDate(date),
    'a recorded payment has means and a day',
  );
  assert(typeof pieceReference === 'string' && typeof operator === 'string', 'and a piece and an operator');
  return { means: known(accountingMeans, means), date, pieceReference, operator };
}
