import { describe, expect, it } from 'vitest';
import { societe } from '../../src/config/schema/societe.ts';

/** What a société says on its customers' pages. */

const read = (customerPages: object) => societe.safeParse({ name: 'A', customerPages });
const hours = { fr: 'de 9 h à 18 h', en: '9 am to 6 pm' };

describe('the customer pages of a société', () => {
  it('take all, some or nothing, and never let a customer try again after the end unless it is said', () => {
    expect(societe.parse({ name: 'A' })).toEqual({ name: 'A' });
    expect(read({}).data?.customerPages).toEqual({ retryAfterExpiry: false });
    const all = {
      site: 'https://boutique.example/',
      contact: { phone: '+33199000000', email: 'clients@boutique.example', hours },
      retryAfterExpiry: true,
    };
    expect(read(all).data?.customerPages).toEqual(all);
  });

  it.each([
    ['a site that is no address', { site: 'boutique.example' }, 'site'],
    ['a site by another protocol', { site: 'javascript:alert(1)' }, 'site'],
    ['a contact without a way', { contact: {} }, 'contact'],
    ['hours without a telephone', { contact: { email: 'a@b.fr', hours } }, 'contact.hours'],
    ['hours in one language', { contact: { phone: '+33199000000', hours: { fr: 'x' } } }, 'contact.hours.en'],
    ['a national number', { contact: { phone: '0199000000' } }, 'contact.phone'],
    ['an e-mail that is none', { contact: { email: 'boutique' } }, 'contact.email'],
    ['an entry that is not known', { telephone: '1' }, ''],
  ])('refuse %s', (_what, given, path) => {
    const issues = read(given).error?.issues.map((issue) => issue.path.join('.'));
    expect(issues).toEqual([['customerPages', path].filter((part) => part !== '').join('.')]);
  });
});
