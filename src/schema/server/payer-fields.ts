import { payerField } from '../../kernel/vocabulary.ts';
import type { InputFields } from '../builder.ts';

/** The details of a payer, all optional, as an input names them. */
export const payerFields = (t: InputFields) => ({
  firstName: t.string({ description: payerField.descriptions.firstName }),
  lastName: t.string({ description: payerField.descriptions.lastName }),
  address: t.string({ description: payerField.descriptions.address }),
  zipCode: t.string({ description: payerField.descriptions.zipCode }),
  city: t.string({ description: payerField.descriptions.city }),
  country: t.string({ description: payerField.descriptions.country }),
  phone: t.string({ description: payerField.descriptions.phone }),
});
