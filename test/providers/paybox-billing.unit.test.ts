import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PayerField, payerField } from '../../src/kernel/vocabulary.ts';
import { billingDocument } from '../../src/providers/paybox/billing.ts';
import { formRequest, paybox } from '../support/providers/paybox-examples.ts';

const elements: Readonly<Record<PayerField, string>> = {
  ...{ firstName: 'FirstName', lastName: 'LastName', address: 'Address1', zipCode: 'ZipCode', city: 'City' },
  ...{ country: 'CountryCode', phone: 'MobilePhone' },
};

test('a detail is missing where its element would hold no readable character', () => {
  const { payer } = formRequest();
  const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('FR', 'XK', '+33612345678', ''));
  fc.assert(
    fc.property(fc.constantFrom(...payerField.names), texts, (field, value) => {
      const changed = { ...payer, [field]: value };
      const element = new RegExp(`<${elements[field]}>(.*?)</${elements[field]}>`, 's');
      const written = element.exec(billingDocument(changed))?.[1] ?? '';
      expect(paybox.missingPayerFields('CB', changed)).toEqual(/[A-Za-z0-9]/.test(written) ? [] : [field]);
    }),
  );
});
