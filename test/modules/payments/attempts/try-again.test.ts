import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import { CancelPaymentDocument, StandingDocument } from '../../../generated/graphql.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink, pressButtons, pressTryAgain, type Shown, useForm } from '../../../support/pages/pay-link.ts';
import { type Initiated, initiated, legacyPath } from '../../../support/requests.ts';
import { found } from '../../../support/store/found.ts';

/** *Try again* on the customer's page: a new attempt on the same payment, and never two payments. */

const hour = 3_600_000;

describe.each(drawnDatabases())('the button that tries again, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const pathOf = ({ payment }: Initiated): string => new URL(payment.paymentUrl ?? '').pathname;
  const paymentOf = async ({ payment }: Initiated) => found(await gateway.store.paymentById(payment.id));
  const attemptsOf = async ({ payment }: Initiated) => gateway.store.attemptsOf(payment.id);
  const openings = async ({ payment }: Initiated) =>
    (await gateway.store.eventsOf(payment.id, 0, 100)).filter(({ data }) => 'cause' in data && data.cause === 'RETRY');
  const cancel = async ({ payment }: Initiated) => {
    const { data } = await gateway.send(CancelPaymentDocument, { input: { id: payment.id } });
    return data?.cancelPayment;
  };

  const may = async ({ payment: { id } }: Initiated, name: 'PAY' | 'CANCEL') => {
    const { data } = await gateway.send(StandingDocument, { id });
    const found = data?.payment?.availableActions.find(({ action }) => action === name);
    return [found?.available, found?.reason];
  };
  /** What `availableActions` says of PAY: the same as the page. */
  const mayPay = (initiation: Initiated) => may(initiation, 'PAY');

  const fault = async (script: object): Promise<void> => expect((await scriptFault(gateway, script)).ok).toBe(true);

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (paymentTarget) => {
    const referenceField = paymentTarget === 'PAYBOX' ? 'PBX_CMD' : 'vads_order_id';
    const referenceOf = ({ form }: Shown): string | undefined => form?.fields[referenceField];

    /** A payment whose customer opened the link and pressed a button at the bank. */
    async function ended(action: 'refuse' | 'cancel'): Promise<Initiated> {
      const initiation = await initiated(gateway, { paymentTarget, idCommande: '0' });
      const session = await useForm(await openLink(gateway, pathOf(initiation)), paymentTarget, action);
      sessions.set(initiation, session);
      return initiation;
    }
    /** The bank's page of each payment. */
    const sessions = new Map<Initiated, string>();
    const retryPathOf = async (initiation: Initiated): Promise<string> => {
      const { retryPath } = await openLink(gateway, pathOf(initiation));
      if (retryPath === null) throw new Error('the page has no button');
      return retryPath;
    };

    it.each([
      ['refuse', 'REFUSED'],
      ['cancel', 'CANCELLED'],
    ] as const)('opens a new attempt after %s, which pays', async (action, status) => {
      const initiation = await ended(action);
      const before = await paymentOf(initiation);
      expect(before.status).toBe(status);
      expect(await mayPay(initiation)).toEqual([true, null]);
      const tried = await attemptsOf(initiation);
      const shown = await pressTryAgain(gateway, await retryPathOf(initiation));
      expect([shown.status, referenceOf(shown)]).toEqual([200, `${before.reference}-${tried.length + 1}`]);
      expect(await paymentOf(initiation)).toMatchObject({ status: 'REQUIRES_ACTION', expiresAt: before.expiresAt });
      await useForm(shown, paymentTarget, 'pay');
      expect((await paymentOf(initiation)).status).toBe('PAID');
      expect(await mayPay(initiation)).toEqual([false, 'The payment is paid.']);
      const page = await openLink(gateway, pathOf(initiation));
      expect([page.form, page.retryPath]).toEqual([null, null]);
      expect(page.body).toContain(`<dd>${before.reference}</dd>`);
      expect((await attemptsOf(initiation)).slice(-2).map((one) => one.status)).toEqual([status, 'PAID']);
    });

    it('makes one attempt of a double click, and shows the same form twice', async () => {
      const initiation = await ended('refuse');
      const tried = await attemptsOf(initiation);
      const path = await retryPathOf(initiation);
      const shown = await Promise.all([pressTryAgain(gateway, path), pressTryAgain(gateway, path)]);
      const later = await pressTryAgain(gateway, path);
      const reference = `${initiation.payment.reference}-${tried.length + 1}`;
      expect([...shown, later].map(referenceOf)).toEqual([reference, reference, reference]);
      expect(await openings(initiation)).toHaveLength(1);
      expect(await attemptsOf(initiation)).toHaveLength(tried.length + 1);
    });

    it('opens nothing for a page that is out of date', async () => {
      const initiation = await ended('refuse');
      const path = await retryPathOf(initiation);
      await useForm(await pressTryAgain(gateway, path), paymentTarget, 'refuse');
      const again = await pressTryAgain(gateway, path);
      expect([again.status, again.form]).toEqual([303, null]);
      expect(new URL(again.location ?? '', `http://gateway${path}`).pathname).toBe(pathOf(initiation));
      expect(await openings(initiation)).toHaveLength(1);
    });

    it.each(['refuse', 'cancel'] as const)('is gone once the client cancelled, after %s', async (action) => {
      const initiation = await ended(action);
      const path = await retryPathOf(initiation);
      expect(await may(initiation, 'CANCEL')).toEqual([true, null]);
      expect(await cancel(initiation)).toMatchObject({ payment: { status: 'CANCELLED' } });
      expect(await may(initiation, 'CANCEL')).toEqual([false, 'The payment is cancelled.']);
      const { version } = await paymentOf(initiation);
      for (const press of [path, `${pathOf(initiation)}/retry/${version}`]) {
        expect(await pressTryAgain(gateway, press)).toMatchObject({ status: 303, form: null });
      }
      const page = await openLink(gateway, pathOf(initiation));
      expect(page.retryPath).toBeNull();
      expect(page.body).toContain('Ce lien ne permet plus de payer');
      expect(await mayPay(initiation)).toEqual([false, 'The payment is cancelled.']);
      // Asked again, it is so already.
      expect(await cancel(initiation)).toMatchObject({ payment: { status: 'CANCELLED' } });
      expect(await paymentOf(initiation)).toMatchObject({ version, status: 'CANCELLED', expiresAt: null });
    });

    it('asks the bank first: a lost message pays, and no attempt is opened', async () => {
      const initiation = await ended('refuse');
      const path = await retryPathOf(initiation);
      const tried = await attemptsOf(initiation);
      await fault({ kind: 'LOSE_NOTIFICATION', reference: tried.at(-1)?.reference });
      // On the bank's own page the customer tries again, and pays.
      await pressButtons(sessions.get(initiation) ?? '', initiation.payment.paymentTarget, 'try-again', 'pay');
      expect((await paymentOf(initiation)).status).toBe('REFUSED');
      expect(await pressTryAgain(gateway, path)).toMatchObject({ status: 303, form: null });
      expect((await paymentOf(initiation)).status).toBe('PAID');
      expect(await attemptsOf(initiation)).toHaveLength(tried.length);
    });

    it('opens nothing while the bank does not answer what became of the attempt before', async () => {
      const initiation = await ended('refuse');
      const path = await retryPathOf(initiation);
      const tried = await attemptsOf(initiation);
      await fault({ kind: 'ANSWER_500', operation: 'INQUIRY', bank: paymentTarget, lasting: true });
      const shown = await pressTryAgain(gateway, path);
      await gateway.get('/sandbox/faults/clear', { method: 'POST' });
      expect([shown.status, shown.form]).toEqual([200, null]);
      expect(shown.body).toContain('Page de paiement indisponible');
      expect((await paymentOf(initiation)).status).toBe('REFUSED');
      expect(await attemptsOf(initiation)).toEqual(tried);
    });

    it('asks again about an attempt of long ago, where the bank’s answer about it was lost', async () => {
      const initiation = await ended('refuse');
      const [last] = (await attemptsOf(initiation)).slice(-1);
      await fault({ kind: 'LOSE_NOTIFICATION', reference: last?.reference });
      await pressButtons(sessions.get(initiation) ?? '', initiation.payment.paymentTarget, 'try-again', 'pay');
      const lost = { attemptId: last?.id ?? '', since: gateway.now(), nextAskAt: gateway.now() };
      await gateway.store.transact((transaction) => transaction.saveLostInquiry(lost));
      gateway.advance(hour + 1);
      expect(await pressTryAgain(gateway, await retryPathOf(initiation))).toMatchObject({ status: 303, form: null });
      expect((await paymentOf(initiation)).status).toBe('PAID');
      gateway.advance(-hour - 1);
    });

    it('is not opened by the old URL either while the bank’s answer about an attempt is missing', async () => {
      const url = legacyPath({ paymentTarget, idCommande: `lost-${paymentTarget}` }, '.json');
      type Answer = { payment_id: string; payment_url: string; replayed: boolean };
      const ask = async () => (await (await gateway.get(url)).json()) as Answer;
      const { payment_id: id, payment_url } = await ask();
      const page = await useForm(await openLink(gateway, new URL(payment_url).pathname), paymentTarget, 'refuse');
      const tried = await gateway.store.attemptsOf(id);
      const last = tried.at(-1);
      await fault({ kind: 'LOSE_NOTIFICATION', reference: last?.reference });
      await pressButtons(page, paymentTarget, 'try-again', 'pay');
      const lost = { attemptId: last?.id ?? '', since: gateway.now(), nextAskAt: gateway.now() };
      await gateway.store.transact((transaction) => transaction.saveLostInquiry(lost));
      expect(await ask()).toMatchObject({ payment_id: id, status: 'REFUSED', replayed: true });
      expect(await gateway.store.attemptsOf(id)).toEqual(tried);
      await gateway.runWorkers('resolver');
      expect(await ask()).toMatchObject({ payment_id: id, status: 'PAID', replayed: true });
    });

    it('is gone after the deadline', async () => {
      const initiation = await ended('refuse');
      const path = await retryPathOf(initiation);
      gateway.advance(25 * hour);
      expect((await openLink(gateway, pathOf(initiation))).retryPath).toBeNull();
      expect(await pressTryAgain(gateway, path)).toMatchObject({ status: 303, form: null });
      gateway.advance(-25 * hour);
    });

    it('is gone where the client asked anew for the same order', async () => {
      const idCommande = `replaced-${paymentTarget}`;
      const initiation = await initiated(gateway, { paymentTarget, idCommande });
      await useForm(await openLink(gateway, pathOf(initiation)), paymentTarget, 'refuse');
      const path = await retryPathOf(initiation);
      await initiated(gateway, { paymentTarget, idCommande });
      expect((await openLink(gateway, pathOf(initiation))).retryPath).toBeNull();
      expect(await pressTryAgain(gateway, path)).toMatchObject({ status: 303, form: null });
    });

    it('waits after eight attempts in an hour', async () => {
      const initiation = await ended('refuse');
      for (let { length } = await attemptsOf(initiation); length < 8; length++) {
        await useForm(await pressTryAgain(gateway, await retryPathOf(initiation)), paymentTarget, 'refuse');
      }
      const path = await retryPathOf(initiation);
      const refused = await pressTryAgain(gateway, path);
      expect([refused.status, refused.form]).toEqual([429, null]);
      expect(refused.body).toContain('Trop d’essais');
      gateway.advance(hour);
      expect((await pressTryAgain(gateway, path)).form).not.toBeNull();
      gateway.advance(-hour);
    });
  });

  it('asks Paybox for strong authentication after a soft decline, also where its answer names no code', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'PAYBOX', idCommande: '0' });
    await useForm(await openLink(gateway, pathOf(initiation)), 'PAYBOX', 'refuse');
    const [refused] = await attemptsOf(initiation);
    expect(refused?.bankCode).toBe('00105');
    await gateway.store.transact((transaction) => transaction.updateAttempt(refused?.id ?? '', { bankCode: '001A1' }));
    const { retryPath } = await openLink(gateway, pathOf(initiation));
    const shown = await pressTryAgain(gateway, retryPath ?? '');
    expect(shown.form?.fields).toMatchObject({ PBX_SOUHAITAUTHENT: '04' });
    expect((await attemptsOf(initiation)).map(({ bankCode }) => bankCode)).toEqual(['001A1', null]);
  });

  it('is gone where the old URL has come to mean a newer payment', async () => {
    const url = legacyPath({ paymentTarget: 'PAYBOX', idCommande: '0', idClient: 'replaced-by-url' }, '.json');
    const ask = async () => (await (await gateway.get(url)).json()) as { payment_id: string; payment_url: string };
    const first = await ask();
    const path = new URL(first.payment_url).pathname;
    await useForm(await openLink(gateway, path), 'PAYBOX', 'refuse');
    expect((await openLink(gateway, path)).retryPath).not.toBeNull();
    expect((await ask()).payment_id).not.toBe(first.payment_id);
    expect((await openLink(gateway, path)).retryPath).toBeNull();
  });

  it('is 404 for a token or a version that is none, and leads a reader by GET to the link', async () => {
    const initiation = await initiated(gateway);
    const path = pathOf(initiation);
    for (const bad of [`/pay/${'x'.repeat(22)}/retry/1`, `${path}/retry/0`, `${path}/retry/x`, `${path}/retry/1e9`]) {
      expect((await pressTryAgain(gateway, bad)).status).toBe(404);
    }
    expect(await openLink(gateway, `${path}/retry/1`)).toMatchObject({ status: 303, form: null });
  });
});

it.each([
  ['a card', { paymentTarget: 'PAYBOX' }, 24],
  ['a transfer', { paymentTarget: 'MILLIET', paymentType: 'SEPA' }, 30 * 24],
] as const)(
  'a société may let the customer try again after the end: %s waits as long as a new one',
  async (_what, change, hours) => {
    const built = developmentSocietes('http://bank.example');
    const societes = new Map(
      [...built].map(([id, one]) => [id, { ...one, customerPages: { retryAfterExpiry: true } }]),
    );
    await using gateway = await startGateway({ config: { societes } });
    const { payment } = await initiated(gateway, change);
    const path = new URL(payment.paymentUrl ?? '').pathname;
    gateway.advance((hours + 1) * hour);
    const expired = await openLink(gateway, path);
    expect(expired.body).toContain('Délai dépassé');
    const shown = await pressTryAgain(gateway, expired.retryPath ?? '');
    expect(shown.status).toBe(change.paymentTarget === 'PAYBOX' ? 200 : 303);
    const reopened = await gateway.store.paymentById(payment.id);
    expect(reopened?.status).toBe('REQUIRES_ACTION');
    expect(reopened?.expiresAt).toBeGreaterThan(gateway.now() + (hours - 1) * hour);
  },
);
