import { useMay } from '../../api/me.tsx';
import { To } from '../to.tsx';
import styles from '../values/values.module.css';

type Named = { readonly firstName: string | null; readonly lastName: string | null };
type Names = {
  /** As the directory has it, where the person may see it. */
  readonly customer: Named | null;
  /** As the request named it. */
  readonly payer?: Named | null;
};

export const fullName = (named: Named | null | undefined): string | null =>
  [named?.firstName, named?.lastName].filter(Boolean).join(' ') || null;

/** Whose payment it is: the customer, and who pays where that is another. Null where no name is known. */
export const namesOf = ({ customer, payer }: Names): string | null =>
  [...new Set([customer, payer].map(fullName))].filter((name) => name !== null).join(' · ') || null;

type Facts = Names & { readonly idClient: string };

/** A customer by its name and number; by its number alone where no name is known. */
export function CustomerName({ idClient, ...names }: Facts) {
  const name = namesOf(names);
  if (name === null) return idClient;
  return (
    <>
      {name} <span className={styles.number}>{idClient}</span>
    </>
  );
}

type Key = { readonly idSociete: string; readonly idClient: string };

/** The address of a customer's page; a number may hold any sign. */
export const addressOf = ({ idSociete, idClient }: Key): string =>
  `/customers/${encodeURIComponent(idSociete)}/${encodeURIComponent(idClient)}`;

/** Leads to the customer, or to its payments for those who may not see the directory. */
export function CustomerLink({ idSociete, ...facts }: Facts & Key) {
  const mayCustomers = useMay('customers');
  const key = { idSociete, idClient: facts.idClient };
  return (
    <To {...(mayCustomers ? { to: addressOf(key) } : { to: '/payments', search: key })}>
      <CustomerName {...facts} />
    </To>
  );
}
