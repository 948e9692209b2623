import { numericCountryCodes } from '../../../kernel/countries.ts';
import type { Language } from '../../../kernel/locale/language.ts';
import { type PayerField, payerField } from '../../../kernel/vocabulary.ts';
import { type Columns, UnusableFileError } from './csv-file.ts';
import { knownColumns, plainName } from './known-columns.ts';

export type CustomerColumn = 'idSociete' | 'idClient' | PayerField;

/** Compared in lower case, without accents, blanks and signs. */
const names: Readonly<Record<CustomerColumn, readonly string[]>> = {
  idSociete: ['idsociete', 'societe', 'nsociete', 'nosociete', 'numerosociete', 'codesociete', 'company', 'companyid'],
  idClient: [
    ...['idclient', 'client', 'nclient', 'noclient', 'numeroclient', 'codeclient', 'numero'],
    ...['customer', 'customerid', 'customernumber', 'number'],
  ],
  firstName: ['prenom', 'firstname', 'givenname'],
  lastName: ['nom', 'nomdefamille', 'lastname', 'surname', 'familyname'],
  address: ['adresse', 'rue', 'voie', 'address', 'street'],
  zipCode: ['codepostal', 'cp', 'zipcode', 'zip', 'postcode', 'postalcode'],
  city: ['ville', 'commune', 'city', 'town'],
  country: ['pays', 'codepays', 'country', 'countrycode'],
  phone: ['telephone', 'tel', 'portable', 'mobile', 'telephoneportable', 'phone', 'phonenumber', 'mobilephone'],
};

const known = knownColumns(names);
export const columnNames = known.names;

/** The first line of a file to fill in. */
export const templateColumns: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Société', 'N° client', 'Prénom', 'Nom', 'Adresse', 'Code postal', 'Ville', 'Pays', 'Téléphone'],
  en: ['Company', 'Customer number', 'First name', 'Last name', 'Address', 'Postal code', 'City', 'Country', 'Phone'],
};

/**
 * Reads the first line. Errors never repeat its text: a line that names no columns holds personal data.
 * @param otherwise how to say whose customers they are, where no column does
 * @throws UnusableFileError
 */
export function columnsOf(
  firstLine: readonly string[],
  { hasSociete, otherwise }: { readonly hasSociete: boolean; readonly otherwise: string },
): Columns<CustomerColumn> {
  const columns = known.of(firstLine);
  if (!columns.includes('idClient')) {
    throw new UnusableFileError(
      "The first line must name the columns: none of them is the customer's number (client).",
    );
  }
  if (!hasSociete && !columns.includes('idSociete')) {
    throw new UnusableFileError(`The first line names no column société: add one, or ${otherwise}.`);
  }
  if (!payerField.names.some((field) => columns.includes(field))) {
    throw new UnusableFileError(`The first line names nothing to say of a customer. It may name: ${columnNames}.`);
  }
  return columns;
}

/** `France` → `FR`; an unknown country stays as it is, to be refused. */
export function createCountryReader(): (written: string) => string {
  const codes = new Map<string, string>();
  for (const language of ['fr', 'en']) {
    const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of numericCountryCodes.keys()) {
      const name = regions.of(code);
      if (name !== undefined && !codes.has(plainName(name))) codes.set(plainName(name), code);
    }
  }
  return (written) => codes.get(plainName(written)) ?? written;
}
