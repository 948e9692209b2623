import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { openStore, type Store } from '../src/app/store.ts';
import { type Config, readConfig } from '../src/config/config.ts';
import { anonymous } from '../src/kernel/caller.ts';
import { Secret } from '../src/kernel/merchant.ts';
import { initiatePayment } from '../src/modules/payments/initiation/initiate-payment.ts';
import type { Payment } from '../src/modules/payments/payment.ts';
import type { PaymentQuery } from '../src/modules/payments/payment-store.ts';
import { servicesOver } from '../test/support/store/services.ts';
import type { Databases } from './growth-databases.ts';
import { everything, fillDatabase } from './growth-fill.ts';
import type { Operation, Sized } from './growth-operation.ts';
import { customersOf, type Shop } from './growth-rows.ts';

const settings = readConfig({});

/** The gateway's own initiation: with a webhook to queue for each event. */
function createInitiations(store: Store, shop: Shop) {
  const endpoint = {
    ...{ client: 'web', name: 'main', url: 'https://shop.example/news', events: null },
    secrets: [new Secret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')] as const,
  };
  const caller = { ...anonymous, client: 'web' };
  const config: Config = { ...settings, clients: [{ caller, keyHashes: [], networks: [], webhooks: [endpoint] }] };
  const services = servicesOver(store, { config });
  let orders = shop.total;
  const input = () => ({
    ...{ paymentTarget: 'PAYBOX', paymentRunMode: 'TEST', paymentType: 'CB', idOrigin: 'web', idSociete: '1' },
    ...{
      idClient: String(Math.floor(Math.random() * customersOf(shop))),
      idCommande: String(++orders),
      typePaiement: 'CB',
    },
    ...{ amount: 1250, email: 'client@example.fr', commentaire: 'Livraison du 12' },
  });
  const initiate = (change: object, derivesKey: boolean) =>
    initiatePayment(services, caller, { ...input(), ...change }, { derivesKey, usesDirectory: true });
  return {
    withKey: () => initiate({ idempotencyKey: randomUUID() }, false),
    withTimedKey: () => initiate({ idempotencyKey: randomUUIDv7() }, false),
    legacy: () => initiate({}, true),
  };
}

/** Done `often` times in a batch, `together` of them at once. */
type Work = {
  readonly name: string;
  readonly often: number;
  readonly together: number;
  readonly run: (index: number) => Promise<unknown>;
};

const atOnce = 32;
const alone = { often: 192, together: 1 };
/** So many that SQLite moves its log into the file in nearly every batch: that is part of the work. */
const many = { often: 640, together: atOnce };
/** Quickly done, so that a few would take less time than a clock of processors is sure of. */
const reading = { often: 1536, together: 1 };

function worksAt(store: Store, shop: Shop, samples: readonly Payment[]): readonly Work[] {
  const sample = (index: number) => samples[(index * 7919) % samples.length] as Payment;
  const page = (query: Partial<PaymentQuery>) => () => store.payments({ ...everything, ...query });
  const { withKey, withTimedKey, legacy } = createInitiations(store, shop);
  const initiations: readonly Work[] = [
    { ...alone, name: 'initiate with a key, alone', run: withKey },
    { ...many, name: `initiate with a key, ${atOnce} at once`, run: withKey },
    { ...many, name: `initiate with a key that begins with the time, ${atOnce} at once`, run: withTimedKey },
    { ...many, name: `initiate by the old door, ${atOnce} at once`, run: legacy },
  ];
  const reads: readonly Work[] = [
    { ...reading, name: 'payment by id', run: (index) => store.paymentById(sample(index).id) },
    { ...reading, name: 'payment by reference', run: (index) => store.paymentByReference(sample(index).reference) },
  ];
  const pages: readonly Omit<Work, keyof typeof alone>[] = [
    { name: 'first page: all', run: page({}) },
    { name: 'first page: one société', run: page({ idSociete: '3' }) },
    { name: 'first page: one customer', run: (index) => page({ idClient: sample(index).idClient })() },
    { name: 'first page: one order', run: (index) => page({ idCommande: sample(index).idCommande })() },
    { name: 'first page: one status', run: page({ statuses: ['EXPIRED'] }) },
    { name: 'first page: a status that nothing has', run: page({ statuses: ['NEEDS_REVIEW'] }) },
    {
      name: 'first page: what one client may see',
      run: page({ visibleTo: { client: 'compta', societes: ['6'], origins: ['compta'] } }),
    },
  ];
  return [...initiations, ...reads, ...pages.map((work) => ({ ...alone, ...work }))];
}

/** The rules and the store alone, in this process: no door, no HTTP. */
export async function openStoreAt(databases: Databases, shop: Shop): Promise<Sized> {
  const { databaseUrl, samples } = await fillDatabase(databases, shop);
  const store = await openStore({ databaseUrl });
  const operations = worksAt(store, shop, samples).map((work): Operation => {
    return { name: work.name, measure: (batch) => measure(databases, work, batch) };
  });
  return { operations, close: () => store.close() };
}

async function measure(databases: Databases, { often, together, run }: Work, batch: number): Promise<number> {
  const cpuMicroseconds = (): number => {
    const { user, system } = process.cpuUsage();
    return user + system + databases.serverCpuMicroseconds();
  };
  const before = cpuMicroseconds();
  for (let done = 0; done < often; done += together) {
    await Promise.all(Array.from({ length: together }, (_, place) => run(batch * often + done + place)));
  }
  return (cpuMicroseconds() - before) / often;
}
