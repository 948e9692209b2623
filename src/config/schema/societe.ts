import { z } from 'zod';
import { isCountry } from '../../kernel/countries.ts';
import { accounting } from './accounting.ts';
import { labanquepostaleAccount, millietAccount, payboxAccount } from './bank-accounts.ts';

const perMode = <Account extends z.ZodType>(account: Account) =>
  z.strictObject({ TEST: account.optional(), LIVE: account.optional() }).optional();

const payer = z.strictObject({
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  address: z.string().min(1),
  zipCode: z.string().min(1),
  city: z.string().min(1),
  country: z.string().refine(isCountry, 'must be an ISO 3166-1 alpha-2 country code, for instance FR'),
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be an international phone number, for instance +33612345678'),
});

export const societe = z.strictObject({
  name: z.string().min(1),
  fallbackPayer: payer.optional(),
  PAYBOX: perMode(payboxAccount),
  LABANQUEPOSTALE: perMode(labanquepostaleAccount),
  MILLIET: perMode(millietAccount),
  accounting: perMode(accounting),
});
export type SocieteEntry = z.output<typeof societe>;
