import { afterEach, describe, expect, it, vi } from 'vitest';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { countPayments, legacyPath, moveTo } from '../../support/requests.ts';
import { found } from '../../support/store/found.ts';

/** A payment that ended without money is erased, and its old URL comes again: nothing is paid twice. */

const day = 86_400_000;

describe.each(drawnDatabases())('an erased payment and its old URL, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  afterEach(() => vi.restoreAllMocks());

  type Answer = { payment_id: string; status: string; email: string; replayed: boolean };
  const ask = async (idCommande: string): Promise<Answer> => {
    const response = await gateway.get(`${legacyPath({ idCommande, idClient: idCommande })}?format=json`);
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };
  const erase = async (idCommande: string): Promise<string> => {
    const { written, complaints } = await commandOn(gateway, ['privacy', 'erase', '--client', idCommande, '--yes'], {
      randomBytes: (size) => Buffer.alloc(size, 0xab),
    });
    expect(complaints).toBe('');
    return written;
  };
  const stored = async (id: string) => found(await gateway.store.paymentById(id));
  const refusedAndErased = async (idCommande: string): Promise<string> => {
    const { payment_id } = await ask(idCommande);
    await moveTo(gateway, payment_id, 'REFUSED');
    expect(await erase(idCommande)).toContain('1 payment and');
    return payment_id;
  };

  it('shows the payment whose money came after the erasure', async () => {
    const id = await refusedAndErased('late');
    await moveTo(gateway, id, 'PAID');
    expect(await ask('late')).toMatchObject({
      ...{ payment_id: id, status: 'PAID', replayed: true, email: 'erased-abababababab@erased.invalid' },
    });
    expect(await countPayments(gateway, { idCommande: 'late' })).toBe(1);
  });

  it('makes one new payment where no money came, however often it is asked at once', async () => {
    const id = await refusedAndErased('again');
    expect(await erase('again')).toContain('0 payments');
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('again')));
    expect(new Set(answers.map(({ payment_id }) => payment_id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(answers[0]).toMatchObject({ status: 'REQUIRES_ACTION', email: 'a.client+essai@example.fr' });
    expect(answers[0]?.payment_id).not.toBe(id);
    expect(await countPayments(gateway, { idCommande: 'again' })).toBe(2);
    expect(await stored(id)).toMatchObject({ status: 'REFUSED', payer: null, derivedKey: null });
    expect((await gateway.store.eventsOf(id, 0, 10)).at(-1)?.type).toBe('SUCCEEDED');
  });

  it('shows the payment whose money comes while its key is about to be taken', async () => {
    const id = await refusedAndErased('meanwhile');
    const find = gateway.store.paymentByDerivedKey;
    vi.spyOn(gateway.store, 'paymentByDerivedKey').mockImplementationOnce(async (key) => {
      const found = await find(key);
      await moveTo(gateway, id, 'PAID');
      return found;
    });
    expect(await ask('meanwhile')).toMatchObject({ payment_id: id, status: 'PAID', replayed: true });
    expect(await countPayments(gateway, { idCommande: 'meanwhile' })).toBe(1);
  });

  it('shows the payment while the bank may still say that it was paid', async () => {
    const { payment_id } = await ask('doubt');
    const [attempt] = await gateway.store.attemptsOf(payment_id);
    await gateway.store.transact((tx) => tx.updateAttempt(attempt?.id ?? '', { status: 'PENDING' }));
    gateway.advance(25 * 3_600_000);
    await erase('doubt');
    expect(await ask('doubt')).toMatchObject({ payment_id, status: 'EXPIRED', replayed: true });
  });

  it('is forgotten by the retention where no money came, and the pseudonym stays', async () => {
    const [id, paid] = [await refusedAndErased('old'), await refusedAndErased('old-paid')];
    await moveTo(gateway, paid, 'PAID');
    const before = await stored(id);
    expect(before.derivedKey).not.toBeNull();
    await gateway.pass(59 * 31 * day, 'retention');
    expect(await stored(id)).toEqual(before);
    await gateway.pass(2 * 31 * day, 'retention');
    expect(await stored(id)).toMatchObject({ derivedKey: null, email: before.email, version: before.version + 1 });
    expect((await stored(paid)).derivedKey).not.toBeNull();
    const after = [await stored(id), await stored(paid)];
    await gateway.pass(61 * 31 * day, 'retention');
    expect([await stored(id), await stored(paid)]).toEqual(after);
  });
});
