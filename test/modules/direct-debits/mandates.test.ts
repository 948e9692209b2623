import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/app/store.ts';
import {
  ActivateMandateDocument,
  AmendMandateDocument,
  MandateByRumDocument,
  MandatesDocument,
  ResumeMandateDocument,
  RevokeMandateDocument,
  SignMandateDocument,
  SuspendMandateDocument,
} from '../../generated/graphql.ts';
import {
  coreMandate,
  create,
  created,
  debtorIban,
  otherIban,
  signed,
} from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';

describe.each(drawnDatabases())('mandates on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));

  const signature = { signedOn: '2025-01-15', method: 'PAPER', place: 'Paris', evidenceDigest: 'ab'.repeat(32) };
  const sign = async (id: string, change: object = {}) =>
    (await gateway.send(SignMandateDocument, { input: { id, ...signature, ...change } })).data?.signMandate;
  const storyOf = async (rum: string) => {
    const { data } = await gateway.send(MandateByRumDocument, { rum });
    return data?.mandate?.events.edges.map(({ node }) => `${node.type} ${node.status} ${node.cause}`);
  };

  it('are drafts with a reference, a masked account and a form, and active once they are signed', async () => {
    const draft = await created(gateway);
    expect(draft).toMatchObject({
      rum: expect.stringMatching(/^TEST-1-\d{6}$/),
      ics: 'FR72ZZZ123456',
      status: 'DRAFT',
      type: 'RECURRENT',
      debtor: { maskedIban: 'FR76 •••• 0189', address: { town: 'Paris' } },
      lapsesOn: null,
      formUrl: expect.stringMatching(new RegExp(`^${gateway.url}/mandates/[\\w-]{24}$`)),
    });
    expect(JSON.stringify(draft)).not.toContain(debtorIban);
    expect(await sign(draft.id)).toMatchObject({
      changed: true,
      mandate: { status: 'ACTIVE', signature, lapsesOn: '2028-01-15' },
    });
    expect(await sign(draft.id)).toMatchObject({ changed: false });
    expect(await sign(draft.id, { place: 'Lyon' })).toMatchObject({ __typename: 'MandateStateError' });
    expect(await storyOf(draft.rum)).toEqual(['CREATED DRAFT null', 'STATUS_CHANGED ACTIVE SIGNATURE']);
  });

  it('between businesses wait for the bank of the debtor, again after a new account', async () => {
    const { id, rum } = await created(gateway, { scheme: 'B2B' });
    const activate = async (bankConfirmedOn: string | null) =>
      (await gateway.send(ActivateMandateDocument, { input: { id, bankConfirmedOn } })).data?.activateMandate;
    expect(await activate('2025-02-01')).toMatchObject({ __typename: 'MandateStateError' });
    expect(await sign(id)).toMatchObject({ mandate: { status: 'SIGNED' } });
    expect(await activate(null)).toMatchObject({ __typename: 'InvalidInputError', path: ['bankConfirmedOn'] });
    expect(await activate('2999-02-01')).toMatchObject({ __typename: 'InvalidInputError', path: ['bankConfirmedOn'] });
    expect(await activate('2025-02-01')).toMatchObject({ mandate: { status: 'ACTIVE' } });
    expect(await activate('2025-02-01')).toMatchObject({ changed: false });
    const amended = await gateway.send(AmendMandateDocument, { input: { id, iban: otherIban } });
    expect(amended.data?.amendMandate).toMatchObject({
      mandate: { status: 'SIGNED', bankConfirmedOn: null, hasPendingAmendment: true },
    });
    expect(await activate('2025-03-01')).toMatchObject({ mandate: { status: 'ACTIVE' } });
    expect((await storyOf(rum))?.at(-2)).toBe('STATUS_CHANGED SIGNED AMENDMENT');
  });

  it('are suspended, resumed and revoked, and a revoked one is never used again', async () => {
    const { id, rum } = await signed(gateway);
    const suspended = await gateway.send(SuspendMandateDocument, { input: { id, reason: 'DISPUTE' } });
    expect(suspended.data?.suspendMandate).toMatchObject({ mandate: { status: 'SUSPENDED' } });
    const resumed = await gateway.send(ResumeMandateDocument, { input: { id } });
    expect(resumed.data?.resumeMandate).toMatchObject({ mandate: { status: 'ACTIVE' } });
    const revoke = async () =>
      (await gateway.send(RevokeMandateDocument, { input: { id, reason: 'DEBTOR' } })).data?.revokeMandate;
    expect(await revoke()).toMatchObject({ changed: true, mandate: { status: 'REVOKED', lapsesOn: null } });
    expect(await revoke()).toMatchObject({ changed: false });
    const stateError = { __typename: 'MandateStateError', code: 'MANDATE_STATE', retryAdvice: 'CHECK_STATUS_FIRST' };
    const back = await gateway.send(ResumeMandateDocument, { input: { id } });
    expect(back.data?.resumeMandate).toMatchObject(stateError);
    const aside = await gateway.send(SuspendMandateDocument, { input: { id } });
    expect(aside.data?.suspendMandate).toMatchObject(stateError);
    const { data } = await gateway.send(AmendMandateDocument, { input: { id, debtorName: 'Autre' } });
    expect(data?.amendMandate).toMatchObject({ __typename: 'MandateStateError' });
    expect(await create(gateway, { rum })).toMatchObject({ __typename: 'InvalidInputError', path: ['rum'] });
  });

  it('lose their BIC where it is null, or the account is another one, and keep it where it is left out', async () => {
    const bic = 'AGRIFRPP';
    const { id } = await signed(gateway, { debtor: { ...coreMandate.debtor, bic } });
    const bicAfter = async (change: { bic?: string | null; iban?: string; debtorName?: string }) => {
      await gateway.send(AmendMandateDocument, { input: { id, ...change } });
      return (await gateway.store.mandateById(id))?.debtor?.bic;
    };
    expect([await bicAfter({ debtorName: 'Autre' }), await bicAfter({ bic: null })]).toEqual([bic, null]);
    expect([await bicAfter({ bic }), await bicAfter({ iban: otherIban })]).toEqual([bic, null]);
    expect([await bicAfter({ bic }), await bicAfter({ iban: debtorIban, bic: null })]).toEqual([bic, null]);
  });

  it('have a reference that is unique for the creditor, without case and blanks, and never given twice', async () => {
    const mandate = await created(gateway, { rum: 'Milliet-2263/A' });
    expect(await create(gateway, { rum: 'MILLIET-2263/a' })).toMatchObject({
      __typename: 'InvalidInputError',
      path: ['rum'],
    });
    // Another creditor may have the same one.
    expect(await create(gateway, { rum: 'MILLIET-2263/a', idSociete: '2' })).toMatchObject({
      __typename: 'CreateMandateSuccess',
    });
    const { data } = await gateway.send(AmendMandateDocument, { input: { id: mandate.id, rum: 'MILLIET-NEW' } });
    expect(data?.amendMandate).toMatchObject({ mandate: { rum: 'MILLIET-NEW', hasPendingAmendment: false } });
    expect(await create(gateway, { rum: 'milliet-2263/a' })).toMatchObject({ __typename: 'InvalidInputError' });
    // Found by the old reference as well, at the société that is meant.
    const found = await gateway.send(MandateByRumDocument, { rum: ' milliet-2263/A', idSociete: '1' });
    expect(found.data?.mandate?.id).toBe(mandate.id);
    expect((await gateway.send(MandateByRumDocument, { rum: 'milliet-2263/A' })).data?.mandate).toBeNull();
  });

  it('give a reference to one of several that ask for it at once, in several processes', async () => {
    const second = await startGateway({ databaseUrl: gateway.databaseUrl });
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => create(index % 2 ? gateway : second, { rum: 'RACE-1' })),
    );
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) => created(index % 2 ? gateway : second, { idClient: 'race' })),
    );
    await second.close();
    expect(results.filter(({ __typename }) => __typename === 'CreateMandateSuccess')).toHaveLength(1);
    expect(new Set(made.map(({ rum }) => rum)).size).toBe(8);
  });

  it('are the same mandate under the same key, and a conflict where the request is another', async () => {
    const first = await create(gateway, { idempotencyKey: 'mandate-1' });
    const again = await create(gateway, { idempotencyKey: 'mandate-1' });
    expect(first).toMatchObject({ replayed: false });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await create(gateway, { idempotencyKey: 'mandate-1', idClient: '7' })).toMatchObject({
      __typename: 'IdempotencyConflictError',
    });
  });

  it.each([
    [
      'an account whose digits are wrong',
      { debtor: { name: 'A', iban: 'FR7630006000011234567890188' } },
      'debtor.iban',
    ],
    ['a wrong RIB key', { debtor: { name: 'A', iban: 'FR8420041010050500013M02607' } }, 'debtor.iban'],
    ['an account outside of SEPA', { debtor: { name: 'A', iban: 'BR1500000000000010932840814P2' } }, 'debtor.iban'],
    [
      'no address for an account in Switzerland',
      { debtor: { name: 'A', iban: 'CH9300762011623852957' } },
      'debtor.address',
    ],
    ['NOTPROVIDED as a bank', { debtor: { name: 'A', iban: debtorIban, bic: 'NOTPROVIDED' } }, 'debtor.bic'],
    ['a name of 71 characters', { debtor: { name: 'A'.repeat(71), iban: debtorIban } }, 'debtor.name'],
    ['a name that no bank can read', { debtor: { name: '***', iban: debtorIban } }, 'debtor.name'],
    [
      'a town that is too long for a bank',
      { debtor: { name: 'A', iban: debtorIban, address: { town: 'Œ'.repeat(18), country: 'FR' } } },
      'debtor.address.town',
    ],
    [
      'a country that there is not',
      { debtor: { name: 'A', iban: debtorIban, address: { town: 'London', country: 'UK' } } },
      'debtor.address.country',
    ],
    ['a name with a line end', { debtor: { name: 'A\nB', iban: debtorIban } }, 'debtor.name'],
    ['a reference with a double slash', { rum: 'A//B' }, 'rum'],
    ['a reference with an accent', { rum: 'ÉTÉ' }, 'rum'],
    ['a reference of 36 characters', { rum: 'A'.repeat(36) }, 'rum'],
    ['a société that is not there', { idSociete: '99' }, 'idSociete'],
    ['half a surrogate pair', { idClient: '7\ud800' }, 'idClient'],
  ])('refuse %s by name, without the value', async (_what, change, path) => {
    const result = await create(gateway, change);
    expect(result).toMatchObject({ __typename: 'InvalidInputError', path: path.split('.') });
    expect(JSON.stringify(result)).not.toMatch(/\b0188\b|7890188/);
  });

  it('are listed newest first, page by page, for one customer', async () => {
    const ids = [];
    for (let count = 0; count < 3; count++) ids.unshift((await created(gateway, { idClient: 'list' })).id);
    const ask = async (first: number, after: string | null) =>
      (await gateway.send(MandatesDocument, { filter: { idClient: 'list' }, first, after })).data?.mandates;
    const page = await ask(2, null);
    expect(page?.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 2));
    expect(page?.pageInfo.hasNextPage).toBe(true);
    const next = await ask(2, page?.edges.at(-1)?.cursor ?? null);
    expect([next?.edges.map(({ node }) => node.id), next?.pageInfo.hasNextPage]).toEqual([ids.slice(2), false]);
  });

  it('end by the clock 36 months after the signature if they are unused', async () => {
    const { rum } = await signed(gateway, { idClient: 'clock' });
    await gateway.runWorkers('expire-mandates');
    expect((await storyOf(rum))?.at(-1)).toContain('ACTIVE');
    const monthMs = 30.5 * 86_400_000;
    await gateway.pass(Math.max(0, Date.UTC(2028, 0, 14, 12) - gateway.now()), 'expire-mandates');
    expect((await storyOf(rum))?.at(-1)).toContain('ACTIVE');
    await gateway.pass(monthMs, 'expire-mandates');
    await gateway.runWorkers('expire-mandates');
    expect((await storyOf(rum))?.at(-1)).toBe('STATUS_CHANGED EXPIRED CLOCK');
  });

  it('leave no whole account in events', async () => {
    const { rum } = await signed(gateway, { idClient: 'events' });
    const store = await openStore({ databaseUrl: gateway.databaseUrl });
    const [mandate] = await store.mandatesOfClient('TEST', '1', 'events', 1);
    const events = await store.mandateEventsOf(mandate?.id ?? '', 0, 10);
    await store.close();
    expect(mandate).toMatchObject({ rum, debtor: { iban: debtorIban, name: coreMandate.debtor.name } });
    expect(JSON.stringify(events)).toContain('0189');
    expect(JSON.stringify(events)).not.toMatch(/Commerce|FR76|30006/);
  });
});
