import { describe, expect, it } from 'vitest';
import type { InitiatePaymentInput } from '../../generated/graphql.ts';
import { directoryOn, societes, zoe } from '../../support/customers/directory.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiate, initiated, legacyPath, moveTo } from '../../support/requests.ts';

describe.each(drawnDatabases())('the directory of customers ($name)', ({ open }) => {
  let number = 0;
  const gateway = openForGroup(() => startGateway({ open, config: { societes: societes() } }));

  const { entered, remove } = directoryOn(gateway);
  const freshNumber = (): string => `N${++number}`;

  /** The payer that the bank receives: the billing document of Paybox's form. */
  const billed = (fields: readonly { readonly name: string; readonly value: string }[]): string =>
    fields.find(({ name }) => name === 'PBX_BILLING')?.value ?? '';
  const billedFor = async (change: Partial<InitiatePaymentInput>): Promise<string> => {
    const { payment } = await initiated(gateway, { idCommande: '0', ...change });
    return payment.nextAction?.__typename === 'RedirectAction' ? billed(payment.nextAction.fields) : '';
  };

  describe('a payment', () => {
    it('names the customer of the directory where the request does not say who pays', async () => {
      const idClient = freshNumber();
      expect(await billedFor({ idClient })).toContain('<LastName>Exemple</LastName>');
      await entered({ idClient, ...zoe });
      const billing = await billedFor({ idClient });
      expect(billing).toContain(
        '<FirstName>Zoe</FirstName><LastName>Lefevre</LastName><Address1>3 rue Haute</Address1>',
      );
      expect(billing).toContain('<MobilePhone>0611223344</MobilePhone>');
      // Another société's customer of the same number is another person.
      expect(await billedFor({ idClient, idSociete: '3' })).toContain('<LastName>Exemple</LastName>');
    });

    it('takes what the request says before the directory, field by field', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe });
      const billing = await billedFor({ idClient, payer: { firstName: 'Luc', phone: '0699887766' } });
      expect(billing).toContain('<FirstName>Luc</FirstName><LastName>Lefevre</LastName>');
      expect(billing).toContain('<MobilePhone>0699887766</MobilePhone>');
    });

    it('takes the directory, then the fallback, for a name without a character that the bank can read', async () => {
      const idClient = freshNumber();
      const unreadable = { ...zoe, country: 'FR', firstName: '李', lastName: '王' };
      const { phone: _phone, ...withoutPhone } = unreadable;
      expect(await billedFor({ idClient, payer: unreadable })).toContain(
        '<FirstName>Camille</FirstName><LastName>Exemple</LastName><Address1>3 rue Haute</Address1>',
      );
      await entered({ idClient, ...zoe });
      expect(await billedFor({ idClient, payer: withoutPhone })).toContain(
        '<FirstName>Zoe</FirstName><LastName>Lefevre</LastName>',
      );
      expect(await initiate(gateway, { idSociete: '2', idClient, payer: unreadable })).toMatchObject({
        __typename: 'PayerDataMissingError',
        missingFields: ['firstName', 'lastName'],
      });
    });

    it('never mixes directory and fallback: an entry with a gap is as if it were not there', async () => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe, phone: null });
      const billing = await billedFor({ idClient });
      expect(billing).toContain('<LastName>Exemple</LastName>');
      expect(billing).not.toMatch(/Zoe|Lefevre|rue Haute/);
      // With what the request says the entry has no gap any more.
      expect(await billedFor({ idClient, payer: { phone: '0699887766' } })).toContain('<LastName>Lefevre</LastName>');
    });

    it('can be asked for where only the directory says who pays, and is refused without it', async () => {
      const idClient = freshNumber();
      const request = { idSociete: '2', idClient };
      expect(await initiate(gateway, request)).toMatchObject({
        __typename: 'PayerDataMissingError',
        missingFields: ['firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'],
      });
      await entered({ ...request, ...zoe, phone: null });
      expect(await initiate(gateway, request)).toMatchObject({ __typename: 'PayerDataMissingError' });
      await entered({ ...request, phone: zoe.phone });
      expect(await billedFor(request)).toContain('<LastName>Lefevre</LastName>');
    });

    it('keeps the payer of the first attempt for later ones, whatever becomes of the entry', async () => {
      const idClient = freshNumber();
      await entered({ idSociete: '1', idClient, ...zoe });
      const { payment } = await initiated(gateway, { idClient, paymentTarget: 'LABANQUEPOSTALE' });
      await entered({ idClient, lastName: 'Autre', address: 'ailleurs' });
      const path = new URL(payment.paymentUrl ?? '').pathname;
      for (let visit = 0; visit < 2; visit++) {
        const page = await (await gateway.get(path)).text();
        expect(page).toContain('Lefèvre');
        expect(page).not.toMatch(/Autre|ailleurs/);
      }
      await remove(idClient);
      const page = await (await gateway.get(path)).text();
      expect(page).toContain('Lefèvre');
      // The form of the answer, and one for each visit: the client may have posted the first.
      expect(await gateway.store.attemptsOf(payment.id)).toHaveLength(4);
    });

    it('is the same request whatever the directory says meanwhile', async () => {
      const idClient = freshNumber();
      const request = { idSociete: '2', idClient, idempotencyKey: `key-${idClient}` };
      await entered({ idSociete: '2', idClient, ...zoe });
      const first = await initiated(gateway, request);
      await entered({ idSociete: '2', idClient, lastName: 'Autre' });
      expect(await initiated(gateway, request)).toMatchObject({ replayed: true, payment: { id: first.payment.id } });
      await remove(idClient, '2');
      expect(await initiated(gateway, request)).toMatchObject({ replayed: true, payment: { id: first.payment.id } });
    });

    it('by the old URL names the customer of the directory too, but not to the script of any page', async () => {
      const redirected = async (query: string, headers: Record<string, string> = {}): Promise<string> => {
        const idClient = freshNumber();
        await entered({ idClient, ...zoe });
        const answer = await gateway.get(legacyPath({ idClient, idCommande: '0', commentaire: null }, query), {
          headers,
        });
        return answer.text();
      };
      expect(await redirected('.json')).toContain('Lefevre');
      expect(await redirected('?callback=cb', { 'Sec-Fetch-Site': 'same-site' })).toContain('Lefevre');
      const foreign: Record<string, string>[] = [{}, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'none' }];
      for (const headers of foreign) {
        const script = await redirected('?callback=cb', headers);
        expect(script).toMatch(/^\/\*\*\/cb\(\{/);
        expect(script).toContain('Exemple');
        expect(script).not.toContain('Lefevre');
      }
    });

    it.each(['', '&idempotency_key=own'])('gives any page the link alone to a payment that is there%s', async (key) => {
      const idClient = freshNumber();
      await entered({ idClient, ...zoe });
      const ask = async (callback: string, headers: Record<string, string> = {}): Promise<string> => {
        const path = legacyPath(
          { idClient, idCommande: idClient },
          `?format=json${callback}${key && `${key}${idClient}`}`,
        );
        return (await gateway.get(path, { headers })).text();
      };
      const own = await ask('');
      expect(own).toContain('Lefevre');
      const { payment_id, payment_url } = JSON.parse(own);
      const isLinkAlone = (script: string): void => {
        const answer = JSON.parse(script.slice('/**/cb('.length, -1));
        expect(answer).toMatchObject({ payment_id, replayed: true, status: 'REQUIRES_ACTION', payment_url });
        expect(answer.redirect).toEqual({ method: 'GET', url: payment_url, fields: {} });
      };
      isLinkAlone(await ask('&callback=cb'));
      isLinkAlone(await ask('&callback=cb', { 'Sec-Fetch-Site': 'cross-site' }));
      expect(await ask('&callback=cb', { 'Sec-Fetch-Site': 'same-site' })).toContain('Lefevre');
      if (key === '') {
        await moveTo(gateway, payment_id, 'REFUSED');
        isLinkAlone(await ask('&callback=cb'));
      }
      expect(await ask('')).toContain('Lefevre');
    });

    it('asks the directory only where the payer is missing', async () => {
      const asked: string[] = [];
      const { customer } = gateway.store;
      const counted: TestGateway['store']['customer'] = (key) => {
        asked.push(key.idClient);
        return customer(key);
      };
      Object.assign(gateway.store, { customer: counted });
      try {
        await initiated(gateway, { idClient: 'whole', payer: zoe });
        await initiated(gateway, { idClient: 'transfer', paymentTarget: 'MILLIET', paymentType: 'SEPA' });
        expect(asked).toEqual([]);
        await initiated(gateway, { idClient: 'gap', payer: { ...zoe, phone: null } });
        expect(asked).toEqual(['gap']);
      } finally {
        Object.assign(gateway.store, { customer });
      }
    });
  });
});
