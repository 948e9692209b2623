import { type Columns, UnusableFileError } from '../../modules/customers/import/csv-file.ts';
import { createWordReader, knownColumns } from '../../modules/customers/import/known-columns.ts';

/** Compared in lower case, without accents, blanks and signs. */
const names = {
  idSociete: ['societe', 'idsociete', 'numerosociete', 'codesociete', 'company'],
  idClient: ['client', 'idclient', 'nclient', 'noclient', 'numeroclient', 'codeclient', 'customer', 'customernumber'],
  rum: ['rum', 'mandat', 'referencemandat', 'referenceuniquemandat', 'mandate', 'mandatereference'],
  scheme: ['schema', 'typeprelevement', 'scheme'],
  type: ['recurrence', 'frequence', 'type'],
  name: ['nom', 'raisonsociale', 'debiteur', 'titulaire', 'name', 'debtor', 'debtorname'],
  iban: ['iban', 'compte'],
  bic: ['bic', 'swift'],
  street: ['rue', 'voie', 'adresse', 'street'],
  buildingNumber: ['numerovoie', 'novoie', 'buildingnumber'],
  postalCode: ['codepostal', 'cp', 'postalcode', 'zipcode'],
  town: ['ville', 'commune', 'town', 'city'],
  country: ['pays', 'codepays', 'country'],
  signedOn: ['datesignature', 'signele', 'signature', 'signedon', 'signaturedate'],
  place: ['lieusignature', 'lieu', 'place'],
  evidenceDigest: ['empreinte', 'sha256', 'evidencedigest'],
  bankConfirmedOn: ['confirmationbanque', 'bankconfirmedon'],
  lastCollectedOn: ['dernierprelevement', 'derniereecheance', 'lastcollectedon', 'lastcollection'],
};
export type MandateColumn = keyof typeof names;

/** The file's column for an issue's path (`debtor.iban`: `iban`); null where it is no single column. */
export function columnNameOf(issuePath: readonly string[]): string | null {
  const field = issuePath.at(-1) ?? '';
  return Object.hasOwn(names, field) ? (names[field as MandateColumn][0] ?? null) : null;
}

const known = knownColumns(names);
export const mandateColumnNames = known.names;

const needed = ['idClient', 'rum', 'name', 'iban', 'signedOn'] as const;

/**
 * Reads the first line. Errors never repeat its text: a line that names no columns holds personal data.
 * @throws UnusableFileError
 */
export function mandateColumnsOf(firstLine: readonly string[]): Columns<MandateColumn> {
  const columns = known.of(firstLine);
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const words = missing.map((column) => names[column][0]).join(', ');
    throw new UnusableFileError(`The first line must name the columns: ${words} is missing.`);
  }
  return columns;
}

/** As banks and their forms write it, beside the words that say scheme and recurrence. */
const neutral = [
  ...['sepa', 'sdd', 'direct', 'debit', 'type', 'standard', 'mandat', 'mandate'],
  ...['prelevement', 'prelevements', 'paiement', 'paiements', 'payment', 'payments'],
];

export const readScheme = createWordReader(
  {
    CORE: ['core', 'sddcore', 'sepacore', 'sepasddcore'],
    B2B: ['b2b', 'sddb2b', 'sepab2b', 'sepasddb2b', 'interentreprises', 'sddinterentreprises', 'sepainterentreprises'],
  },
  neutral,
);

export const readType = createWordReader(
  {
    RECURRENT: [
      ...['recurrent', 'recurrente', 'recurrents', 'recurrentes', 'recurring', 'rcur', 'frst'],
      ...['repetitif', 'repetitive', 'repetitifs', 'repetitives', 'recurrentrepetitif'],
      ...['paiementrecurrent', 'paiementrecurrentrepetitif', 'prelevementrecurrent', 'recurrentpayment'],
    ],
    ONE_OFF: [
      ...['ponctuel', 'ponctuelle', 'ponctuels', 'ponctuelles', 'unique', 'oneoff', 'ooff'],
      ...['nonrecurrent', 'nonrecurrente', 'nonrepetitif', 'nonrepetitive', 'nonrecurring'],
      ...['paiementponctuel', 'paiementunique', 'prelevementponctuel', 'oneoffpayment'],
    ],
  },
  neutral,
);
