import type { ExportKind } from './export-kind.ts';

/**
 * The columns of each kind, in their order, under names that stay: programs and spreadsheets rest on them. A new column
 * goes to the end.
 */

export type Column = { readonly fr: string; readonly en: string; readonly isName?: true };

const column = (en: string, fr: string): Column => ({ en, fr });
const naming = (en: string, fr: string): Column => ({ en, fr, isName: true });

export const exportColumns = {
  payments: [
    ...[column('reference', 'reference'), column('id', 'id'), column('created_at', 'cree_le')],
    ...[column('updated_at', 'modifie_le'), column('status', 'statut'), column('run_mode', 'mode')],
    ...[column('payment_target', 'cible'), column('payment_type', 'type'), column('type_paiement', 'type_paiement')],
    ...[column('id_societe', 'societe'), column('id_origin', 'origine'), column('id_client', 'client')],
    ...[column('id_commande', 'commande'), column('amount', 'montant'), column('currency', 'devise')],
    ...[column('mandate', 'mandat'), column('requested_by', 'demande_par')],
    ...[naming('email', 'email'), naming('first_name', 'prenom'), naming('last_name', 'nom')],
    ...[naming('comment', 'commentaire'), naming('customer_name', 'nom_client')],
  ],
  exceptions: [
    ...[column('id', 'id'), column('opened_at', 'ouverte_le'), column('status', 'statut'), column('kind', 'nature')],
    ...[column('id_societe', 'societe'), column('run_mode', 'mode'), column('booked_on', 'comptabilisee_le')],
    ...[column('amount', 'montant'), column('direction', 'sens'), column('reason_code', 'motif')],
    ...[column('payment', 'paiement'), column('bank_file', 'fichier'), column('resolution', 'decision')],
    ...[column('resolved_at', 'decidee_le'), column('resolved_by', 'decidee_par')],
    ...[naming('counterparty', 'contrepartie'), naming('counterparty_iban', 'iban_contrepartie')],
    ...[naming('remittance', 'libelle'), naming('resolution_reason', 'raison')],
  ],
  audit: [
    ...[column('id', 'id'), column('at', 'le'), column('actor', 'acteur'), column('roles', 'roles')],
    ...[column('action', 'action'), column('object', 'objet'), column('outcome', 'issue'), column('code', 'code')],
    ...[column('request', 'requete'), column('approval', 'validation'), naming('operator', 'operateur')],
  ],
  journal: [
    ...[column('journal', 'journal'), column('number', 'numero'), column('date', 'date')],
    ...[column('account', 'compte'), column('account_label', 'libelle_compte'), column('auxiliary', 'auxiliaire')],
    ...[column('piece', 'piece'), column('piece_date', 'date_piece'), column('label', 'libelle')],
    ...[column('debit', 'debit'), column('credit', 'credit'), column('kind', 'nature')],
    ...[column('posted_at', 'validee_le'), column('payment', 'paiement'), column('entry', 'ecriture')],
    naming('payer', 'payeur'),
  ],
  balance: [
    ...[column('account', 'compte'), column('account_label', 'libelle_compte'), column('debit', 'debit')],
    ...[column('credit', 'credit'), column('net_movement', 'mouvement_net')],
  ],
  suspense: [
    ...[column('date', 'date'), column('piece', 'piece'), column('piece_date', 'date_piece')],
    ...[column('label', 'libelle'), column('remaining', 'reste'), column('exception', 'exception')],
    ...[column('entry', 'ecriture'), naming('counterparty', 'contrepartie'), naming('remittance', 'motif')],
  ],
} as const satisfies Readonly<Record<Exclude<ExportKind, 'fec'>, readonly Column[]>>;
