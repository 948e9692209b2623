import { beforeAll, describe, expect, it } from 'vitest';
import { writtenReport, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { batched, debited, debitOf } from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';

/** From the mandate to the bank and back, by the doors alone: the ids that the bank names are those of our own file. */
describe.each(drawnDatabases())('direct debits there and back ($name)', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  beforeAll(async () => {
    // A Wednesday.
    gateway.advance(Date.UTC(2026, 10, 25, 9) - gateway.now());
  });

  const upload = async (body: string) => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body };
    return (await gateway.get('/bank-files?name=bank.xml', init)).json();
  };
  const valuesOf = (xml: string, name: string): string[] =>
    [...xml.matchAll(new RegExp(`<${name}>([^<]*)<`, 'g'))].map(([, value = '']) => value);

  it('are refused, settled in one sum and returned as the files of the bank say, and their mandates suspended', async () => {
    const ids: string[] = [];
    const mandates: string[] = [];
    for (const idClient of ['loop-1', 'loop-2', 'loop-3']) {
      mandates.push((await signed(gateway, { idClient })).id);
      ids.push(await debited(gateway, { idClient, amount: 1250 }));
    }
    const [made] = (await batched(gateway)).batches;
    const file = await (await gateway.get(`/direct-debit-batches/${made?.id}/file`)).text();
    const [messageId = ''] = valuesOf(file, 'MsgId');
    const [block = ''] = valuesOf(file, 'PmtInfId');
    const sent = new Map<string, string>();
    for (const id of ids) {
      const debit = await gateway.store.directDebitOf(id);
      expect(valuesOf(file, 'EndToEndId')).toContain(debit?.endToEndId);
      sent.set(id, debit?.endToEndId ?? '');
    }
    const [refused = '', returned = '', paid = ''] = ids;
    const statuses = () => Promise.all(ids.map(async (id) => (await gateway.store.paymentById(id))?.status));
    expect(await statuses()).toEqual(['SUBMITTED', 'SUBMITTED', 'SUBMITTED']);

    const transactions = [{ endToEndId: sent.get(refused) ?? '', status: 'RJCT', reason: 'MD01' }];
    const answers = [
      writtenReport({ messageId, group: { status: 'PART' }, blocks: [{ id: block, transactions }] }),
      writtenStatement({
        id: 'DAY-1',
        entries: [{ amount: '25.00', batch: block, bankReference: 'B1', code: ['IDDT', 'ESDD'] }],
      }),
      writtenStatement({
        id: 'DAY-2',
        entries: [
          {
            ...{ amount: '12.50', direction: 'DBIT', bankReference: 'B2', code: ['IDDT', 'UPDD'] },
            ...{ amount: '13.39', charges: '0.89' },
            details: [{ amount: '12.50', endToEndId: sent.get(returned) ?? '', reason: 'AC04' }],
          },
        ],
      }),
    ];
    for (const answer of answers)
      expect(await upload(answer)).toMatchObject({ status: 'IMPORTED', applied: 1, exceptions: 0 });
    expect(await statuses()).toEqual(['REFUSED', 'RETURNED', 'PAID']);
    for (const answer of answers) expect(await upload(answer)).toMatchObject({ cameBefore: true });
    expect(await statuses()).toEqual(['REFUSED', 'RETURNED', 'PAID']);
    const standing = await Promise.all(mandates.map(async (id) => (await gateway.store.mandateById(id))?.status));
    expect(standing).toEqual(['SUSPENDED', 'SUSPENDED', 'ACTIVE']);
    const failureOf = async (id: string) => (await debitOf(gateway, id)).debitFailure;
    expect(await failureOf(refused)).toEqual({
      ...{ code: 'MD01', meaning: 'Pas de mandat valide', advice: 'SUSPEND', isRefund: false },
      ...{ fee: { cents: 0 }, bookedOn: null },
    });
    expect(await failureOf(returned)).toEqual({
      ...{ code: 'AC04', meaning: 'Compte clos', advice: 'SUSPEND', isRefund: false },
      ...{ fee: { cents: 89 }, bookedOn: '2026-11-25' },
    });
    expect(await failureOf(paid)).toBeNull();
    const booked = async (id: string) => (await gateway.store.journalEntriesOf(id)).map(({ kind }) => kind);
    expect(await booked(refused)).toEqual([]);
    expect(await booked(returned)).toEqual(['DIRECT_DEBIT_SETTLED', 'RETURNED']);
    expect(await booked(paid)).toEqual(['DIRECT_DEBIT_SETTLED']);
  });
});
