import { describe, expect, it } from 'vitest';
import { InitiatePaymentDocument, type InitiatePaymentInput, PaymentDocument } from '../../generated/graphql.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { capabilities } from '../../support/providers/capabilities.ts';
import { cardPayment, countPayments, initiate, initiated, legacyPath } from '../../support/requests.ts';

describe.each(drawnDatabases())('initiatePayment on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  it('records the payment, its attempt and its event, and answers the signed form', async () => {
    const { payment, replayed } = await initiated(gateway, { idCommande: 'A-1' });
    expect(replayed).toBe(false);
    expect(payment).toMatchObject({
      id: expect.stringMatching(/^pay_[0-9a-f]{32}$/),
      reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      status: 'REQUIRES_ACTION',
      isFinal: false,
      effectiveRunMode: 'TEST',
      typePaiement: 'CB',
      idCommande: 'A-1',
      amount: { cents: 1250, currency: 'EUR', formatted: expect.stringMatching(/^12,50\s€$/) },
      commentaire: "Livraison d'été",
      paymentUrl: expect.stringMatching(new RegExp(`^${gateway.url}/pay/[\\w-]{24}$`)),
      nextAction: { __typename: 'RedirectAction', method: 'POST', url: `${gateway.url}/sandbox/paybox/pay` },
    });
    const { data } = await gateway.send(PaymentDocument, { id: payment.id });
    expect(data?.payment?.attempts).toMatchObject([{ number: 1, reference: `${payment.reference}-1`, status: 'OPEN' }]);
    expect(data?.payment?.events.edges.map(({ node }) => node)).toMatchObject([
      { sequence: 1, type: 'INITIATED', status: 'REQUIRES_ACTION' },
    ]);
  });

  describe.each(capabilities)('$paymentTarget with $paymentType', ({ paymentTarget, paymentType, flow }) => {
    const change = { paymentTarget, paymentType, idCommande: `cap-${paymentTarget}-${paymentType}` } as const;
    const expected = {
      HOSTED_PAGE: 'REQUIRES_ACTION',
      HOSTED_PAGE_MANDATE: 'REQUIRES_ACTION',
      BANK_TRANSFER: 'REQUIRES_ACTION',
      DIRECT_DEBIT: 'MandateRequiredError',
      BOOKING: 'PAID',
      none: 'UnsupportedPaymentError',
    }[flow ?? 'none'];

    it(`is ${expected} by GraphQL`, async () => {
      const result = await initiate(gateway, change);
      expect(result.__typename === 'InitiatePaymentSuccess' ? result.payment.status : result.__typename).toBe(expected);
    });

    it(`is ${expected} by the old URL`, async () => {
      const before = await countPayments(gateway);
      const response = await gateway.get(`${legacyPath(change)}?format=json`);
      const body = (await response.json()) as { status?: string; responseStatus?: { errorCode: string } };
      if (expected.endsWith('Error')) {
        expect([response.status, body.responseStatus?.errorCode]).toEqual([400, expected.replace('Error', '')]);
        expect(await countPayments(gateway)).toBe(before);
      } else {
        expect([response.status, body.status]).toEqual([200, expected]);
      }
    });
  });

  it('takes the sample request of the old interface: LABANQUEPOSTALE, TEST, DIRECT_SEPA', async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA' });
    const fields = payment.nextAction?.__typename === 'RedirectAction' ? payment.nextAction.fields : [];
    expect(fields).toContainEqual({ name: 'vads_payment_cards', value: 'SDD' });
  });

  it('answers a transfer with account, reference and QR code', async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA', idSociete: '2' });
    expect(payment.nextAction).toMatchObject({
      __typename: 'BankTransferAction',
      iban: expect.stringMatching(/^FR\d{2}/),
      creditorName: 'BCASH CHAPELLE',
      reference: expect.stringMatching(new RegExp(`^RF\\d\\d${payment.reference.replace('-', '')}$`)),
      qrCodeSvg: expect.stringContaining('<svg'),
    });
  });

  const badInputs: readonly [string, Partial<Record<keyof InitiatePaymentInput, unknown>>, string][] = [
    ...['-1', '+1', '1.5', '1e3', ' 5', '5 ', '', '0', '00', '012', '1234567890123', '١٢', '0x10', '12abc'].map(
      (amount): [string, { amount: string }, string] => [`amount ${JSON.stringify(amount)}`, { amount }, 'amount'],
    ),
    ['amount 12.5 as a number', { amount: 12.5 }, 'amount'],
    ['amount -3 as a number', { amount: -3 }, 'amount'],
    ['amount 1e21 as a number', { amount: 1e21 }, 'amount'],
    ...[
      'nobody',
      '@b.fr',
      'a@',
      'a@b',
      'é@b.fr',
      'a b@c.fr',
      `${'a'.repeat(65)}@b.fr`,
      'a@b..fr',
      'a@-b.fr',
      'ａ＠b.fr',
      'a@b.fr\n',
    ].map((email): [string, { email: string }, string] => [
      `e-mail ${JSON.stringify(email.slice(0, 12))}`,
      { email },
      'email',
    ]),
    ['an empty idClient', { idClient: '' }, 'idClient'],
    ['an idClient that begins with a dot', { idClient: '.a' }, 'idClient'],
    ['an idClient of 65 characters', { idClient: 'x'.repeat(65) }, 'idClient'],
    ['an idClient with a slash', { idClient: 'a/b' }, 'idClient'],
    ['an idOrigin with a NUL', { idOrigin: 'a\u0000b' }, 'idOrigin'],
    ['an idCommande with markup', { idCommande: '<b>' }, 'idCommande'],
    ['an unknown société', { idSociete: '9' }, 'idSociete'],
    ['__proto__ as société', { idSociete: 'constructor' }, 'idSociete'],
    ['a comment of 501 characters', { commentaire: 'x'.repeat(501) }, 'commentaire'],
    ['a comment with a line break', { commentaire: 'a\nb' }, 'commentaire'],
    ['a comment with a card number', { commentaire: 'carte 4970 1100 0000 0013 merci' }, 'commentaire'],
    ['a typePaiement that differs', { typePaiement: 'AMEX' }, 'typePaiement'],
    ['a return URL of somebody else', { returnUrl: 'https://evil.example/' }, 'returnUrl'],
    ['a return URL that is a script', { returnUrl: 'javascript:alert(1)' }, 'returnUrl'],
    ['an idempotency key with an accent', { idempotencyKey: 'clé' }, 'idempotencyKey'],
    ['an idempotency key of 256 characters', { idempotencyKey: 'k'.repeat(256) }, 'idempotencyKey'],
  ];
  it.each(badInputs)('refuses %s, names the field and records nothing', async (_name, change, field) => {
    const before = await countPayments(gateway);
    const result = await initiate(gateway, change as Partial<InitiatePaymentInput>);
    expect(result).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      path: [field],
      retryAdvice: 'FIX_INPUT',
    });
    expect(await countPayments(gateway)).toBe(before);
  });

  it('refuses a wrong kind of value before the use case, and names every wrong field after it', async () => {
    const kind = await gateway.send(InitiatePaymentDocument, { input: { ...cardPayment, amount: true as never } });
    expect(kind.errors?.[0]?.message).toContain('Cents');
    const result = await initiate(gateway, { amount: '0', email: 'x', payer: { phone: 'call me' } });
    expect(result.__typename === 'InvalidInputError' && result.issues.map(({ path }) => path.join('.'))).toEqual([
      'amount',
      'email',
      'payer.phone',
    ]);
  });

  it('never echoes what was refused', async () => {
    const result = await initiate(gateway, { commentaire: '4970110000000013', email: 'secret canary' });
    expect(JSON.stringify(result)).not.toMatch(/4970110000000013|canary/);
  });

  it('runs LIVE as TEST on a development deployment, and refuses FORCE_LIVE where there are no clients', async () => {
    expect((await initiated(gateway, { paymentRunMode: 'LIVE' })).payment).toMatchObject({
      paymentRunMode: 'LIVE',
      effectiveRunMode: 'TEST',
    });
    expect(await initiate(gateway, { paymentRunMode: 'FORCE_LIVE' })).toMatchObject({
      __typename: 'NotAllowedError',
      code: 'NOT_ALLOWED',
      path: ['paymentRunMode'],
    });
  });

  it('gives one payment to the same key fifty times at once, through both doors', async () => {
    const before = await countPayments(gateway);
    const results = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        if (index % 2 === 0) {
          const { payment, replayed } = await initiated(gateway, {}, { 'Idempotency-Key': '"one intent"' });
          return { id: payment.id, replayed };
        }
        const response = await gateway.get(`${legacyPath()}?format=json&idempotency_key=one%20intent`);
        const body = (await response.json()) as { payment_id: string; replayed: boolean };
        return { id: body.payment_id, replayed: body.replayed };
      }),
    );
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await countPayments(gateway)).toBe(before + 1);
  });

  it('refuses the same key for another request, and a header that differs from the field', async () => {
    await initiated(gateway, { idempotencyKey: 'conflict' });
    expect(await initiate(gateway, { idempotencyKey: 'conflict', amount: 1251 })).toMatchObject({
      __typename: 'IdempotencyConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
      retryAdvice: 'DO_NOT_RETRY',
    });
    for (const [idempotencyKey, header] of [
      ['', undefined],
      [undefined, ''],
      [undefined, '""'],
      ['', ''],
      ['', 'b'],
      ['a', ''],
    ] as const) {
      const headers: Record<string, string> = header === undefined ? {} : { 'Idempotency-Key': header };
      expect(await initiate(gateway, { idempotencyKey }, headers)).toMatchObject({
        __typename: 'InvalidInputError',
        path: ['idempotencyKey'],
      });
    }
    expect(await initiate(gateway, { idempotencyKey: 'a' }, { 'Idempotency-Key': 'b' })).toMatchObject({
      __typename: 'InvalidInputError',
      path: ['idempotencyKey'],
    });
  });

  it('keeps a key free when the request was refused', async () => {
    await initiate(gateway, { idempotencyKey: 'later', amount: 0 });
    expect((await initiated(gateway, { idempotencyKey: 'later' })).replayed).toBe(false);
  });

  it('demands strong authentication in the attempt after a soft decline, by the link and by the form', async () => {
    const { payment } = await initiated(gateway, { idempotencyKey: 'soft decline' });
    const [attempt] = await gateway.store.attemptsOf(payment.id);
    await gateway.store.transact((transaction) =>
      transaction.updateAttempt(attempt?.id ?? '', { status: 'REFUSED', bankCode: '001A1' }),
    );
    const demanded = { name: 'PBX_SOUHAITAUTHENT', value: '04' };
    const page = await (await gateway.get(new URL(payment.paymentUrl ?? '').pathname)).text();
    expect(page).toMatch(/name="PBX_SOUHAITAUTHENT" value="04"/);
    const again = await initiated(gateway, { idempotencyKey: 'soft decline' });
    expect(again.payment.nextAction).toMatchObject({ fields: expect.arrayContaining([demanded]) });
  });

  it('makes a new payment each time without a key', async () => {
    const first = await initiated(gateway);
    expect((await initiated(gateway)).payment.id).not.toBe(first.payment.id);
  });

  it('lets COMPTABILITE name any way of paying, in the same request through both doors', async () => {
    const change = {
      paymentTarget: 'MILLIET',
      paymentType: 'COMPTABILITE',
      typePaiement: 'CB',
      idCommande: 'compta 7',
    } as const;
    expect((await initiated(gateway, change)).payment).toMatchObject({
      status: 'PAID',
      isFinal: true,
      typePaiement: 'CB',
      paymentUrl: null,
    });
    const response = await gateway.get(`${legacyPath(change)}?format=json`);
    expect(await response.json()).toMatchObject({ status: 'PAID', type_paiement: 'CB' });
  });
});
