import { formatMoney, type Money as MoneyValue } from '../../kernel/money.ts';
import { builder } from '../builder.ts';
import { knownLocale } from './locale.ts';

export const moneyOf = (cents: number): MoneyValue => ({ cents, currency: 'EUR' });

export const Money = builder.objectRef<MoneyValue>('Money').implement({
  description: 'An amount of money.',
  fields: (t) => ({
    cents: t.expose('cents', { type: 'Cents', description: 'In cents.' }),
    currency: t.exposeString('currency', { description: 'ISO 4217: always `EUR`.' }),
    formatted: t.string({
      description: 'For people, in their way of writing: `12,50 €`.',
      args: { locale: t.arg.string({ defaultValue: 'fr-FR', description: 'A BCP 47 language tag.' }) },
      resolve: (money, { locale }) => formatMoney(money, knownLocale(locale ?? 'fr-FR')),
    }),
  }),
});
