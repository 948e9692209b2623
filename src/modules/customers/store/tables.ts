import type { Payer } from '../../../kernel/payer.ts';
import { asIs, type RowOf, recordOf } from '../../../store/record.ts';
import type { Customer } from '../customer.ts';

export const customers = recordOf<Omit<Customer, 'details'>>()(
  asIs('idSociete', 'idClient', 'version', 'createdAt', 'updatedAt', 'updatedBy'),
);

/** The known details; null: not known. */
export const customerDetails = recordOf<{ readonly [Field in keyof Payer]: string | null }>()(
  asIs('firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'),
);

export type CustomerRow = RowOf<typeof customers> & RowOf<typeof customerDetails>;
export const customerColumns: readonly (keyof CustomerRow)[] = [...customers.columns, ...customerDetails.columns];

export type Tables = { readonly customers: CustomerRow };
