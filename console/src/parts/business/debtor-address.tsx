import { useTexts } from '../../texts/language.tsx';
import { words } from '../../texts/words.ts';
import { Field } from '../fields/field.tsx';
import styles from './debtor-address.module.css';

const texts = words({
  street: { fr: 'Rue', en: 'Street' },
  buildingNumber: { fr: 'Numéro', en: 'Number' },
  postalCode: { fr: 'Code postal', en: 'Postal code' },
  town: { fr: 'Ville', en: 'Town' },
  country: { fr: 'Pays (deux lettres)', en: 'Country (two letters)' },
});

/** In the order of the form. */
export const addressFields = ['street', 'buildingNumber', 'postalCode', 'town', 'country'] as const;
export type Address = Readonly<Record<(typeof addressFields)[number], string>>;
export const noAddress: Address = { street: '', buildingNumber: '', postalCode: '', town: '', country: 'FR' };

/** What the gateway takes; null where the town is empty: then there is no address. */
export function addressIn({ street, buildingNumber, postalCode, town, country }: Address) {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  if (town.trim() === '') return null;
  return {
    ...{ street: orNull(street), buildingNumber: orNull(buildingNumber), postalCode: orNull(postalCode) },
    ...{ town: town.trim(), country: country.trim().toUpperCase() },
  };
}

type Props = { readonly address: Address; readonly onChange: (address: Address) => void };

/** The debtor's address, which banks outside of the EEA want. */
export function DebtorAddress({ address, onChange }: Props) {
  const said = useTexts(texts);
  return (
    <div className={styles.grid}>
      {addressFields.map((name) => (
        <Field
          key={name}
          {...{ name, label: said[name], value: address[name], maxLength: name === 'country' ? 2 : 70 }}
          isRequired={name === 'town' && Object.entries(address).some(([of, text]) => of !== 'country' && text !== '')}
          onChange={(text) => onChange({ ...address, [name]: text })}
        />
      ))}
    </div>
  );
}
