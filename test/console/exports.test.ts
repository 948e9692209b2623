import { describe, expect, it } from 'vitest';
import { type Role, readyRoles } from '../../src/modules/people/role.ts';
import type { ConsoleSettings } from '../../src/modules/people/settings.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { cookie, enterPerson, localConsole, sessionOf, startConsole } from '../support/people/console.ts';
import { exportOf, linkOfConsole, rowsOf } from '../support/people/exports.ts';
import { initiated } from '../support/requests.ts';
import { ask } from '../support/store/examples.ts';

/** `GET /console/exports/payments`, and what holds for exports of every kind. */

const lecture = readyRoles.get('lecture') as Role;
const settings: ConsoleSettings = {
  ...localConsole,
  roles: new Map([
    ...readyRoles,
    ['bureau', { ...lecture, scopes: new Set(['read', 'operations'] as const) }],
    ['bcash', { ...lecture, societes: new Set(['2']) }],
  ]),
};

describe.each(drawnDatabases())('exports of the console ($name)', ({ open }) => {
  const gateway = openForGroup(() =>
    startConsole({ open, config: { console: settings }, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }),
  );
  const signIn = async (roles: readonly string[], change: object = {}) => {
    const person = await enterPerson(gateway, roles);
    return { person, token: await sessionOf(gateway, person, { settings, ...change }) };
  };
  const entriesOf = (person: { readonly id: string }) =>
    gateway.store.auditEntries(
      {
        ...{ actors: [`console/${person.id}`], action: null, object: null, outcome: null },
        ...{ from: null, until: null },
      },
      null,
      10,
    );
  const noted = async (person: { readonly id: string }) =>
    (await entriesOf(person))
      .filter(({ action }) => action.startsWith('export'))
      .map(({ action, object, outcome, code }) => [action, object, outcome, code]);

  it('writes payments with the columns of the language, without what names people', async () => {
    const { payment } = await initiated(gateway, { idClient: 'columns', amount: 123_456 });
    const { token } = await signIn(['lecture']);
    const french = await exportOf(gateway, token, 'payments?idClient=columns');
    expect(Object.fromEntries(french.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringMatching(/^attachment; filename="TEST-paiements-\d{4}-\d\d-\d\d\.csv"$/),
      'cache-control': 'no-store',
    });
    const [row] = await rowsOf(french);
    expect(row).toMatchObject({
      ...{ reference: payment.reference, id: payment.id, statut: 'REQUIRES_ACTION', mode: 'TEST', cible: 'PAYBOX' },
      ...{ montant: '1234,56', devise: 'EUR', client: 'columns', societe: '1', demande_par: 'anonymous' },
    });
    expect(Object.keys(row ?? {}).filter((name) => /mail|nom|comm?entaire/.test(name))).toEqual([]);
    const [english] = await rowsOf(await exportOf(gateway, token, 'payments?idClient=columns&lang=en'));
    expect(english).toMatchObject({ status: 'REQUIRES_ACTION', amount: '1234,56', requested_by: 'anonymous' });
  });

  it('names people after a fresh proof alone, and makes what they wrote harmless', async () => {
    const commentaire = '=HYPERLINK("https://evil.example";"Cliquez")';
    await initiated(gateway, { idClient: 'formula', commentaire });
    for (const sign of ['+', '-', '@']) await initiated(gateway, { idClient: 'formula', commentaire: `${sign}1+1` });
    const stale = await signIn(['lecture'], { confirmedAt: gateway.now() - 6 * 60_000 });
    const refused = await exportOf(gateway, stale.token, 'payments?idClient=formula&names=true', {
      Accept: 'text/html',
    });
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringContaining('demande de confirmer que c’est vous'),
    ]);
    expect(await noted(stale.person)).toEqual([['exportPayments', null, 'REFUSED', 'STEP_UP_REQUIRED']]);
    const { token } = await signIn(['lecture']);
    const rows = await rowsOf(await exportOf(gateway, token, 'payments?idClient=formula&names=true'));
    expect(rows.map((row) => row.commentaire)).toEqual(["'@1+1", "'-1+1", "'+1+1", `'${commentaire}`]);
    expect(rows[0]).toMatchObject({ email: 'a.client+essai@example.fr' });
  });

  it('names the payer for those alone whom the list shows the payer', async () => {
    await initiated(gateway, { idClient: 'payer', payer: { firstName: 'Zoé', lastName: 'Canari' } });
    const payers = async (name: string) => {
      const { token } = await signIn([name]);
      const rows = await rowsOf(await exportOf(gateway, token, 'payments?idClient=payer&names=true&lang=en'));
      return rows.map(({ email, first_name, last_name }) => [email, first_name, last_name]);
    };
    expect(await payers('lecture')).toEqual([['a.client+essai@example.fr', '', '']]);
    expect(await payers('bureau')).toEqual([['a.client+essai@example.fr', 'Zoé', 'Canari']]);
  });

  it('takes the filters of the list, days in Paris included', async () => {
    const { payment } = await initiated(gateway, { idClient: 'midnight', amount: 500 });
    const other = await initiated(gateway, { idClient: 'midnight', amount: 700, paymentTarget: 'LABANQUEPOSTALE' });
    const { token } = await signIn(['lecture']);
    const found = async (query: string) =>
      (await rowsOf(await exportOf(gateway, token, `payments?idClient=midnight&${query}`))).map((row) => row.id);
    const [mine, others] = [payment.id, other.payment.id];
    expect(await found('sort=OLDEST')).toEqual([mine, others]);
    expect(await found('sort=AMOUNT')).toEqual([others, mine]);
    expect(await found('status=PAID,REQUIRES_ACTION&paymentTarget=PAYBOX')).toEqual([mine]);
    expect(await found('amount.from=501&amount.to=700')).toEqual([others]);
    expect(await found('status=PAID')).toEqual([]);
    // Half past eleven in the evening in UTC is the next day in Paris.
    const late = Date.UTC(2026, 6, 31, 23, 30);
    const id = `pay_${late.toString(16).padStart(12, '0')}${mine.slice(16)}`;
    await ask(
      gateway.databaseUrl,
      `insert into payments (id, reference, token, client, payment_target, payment_run_mode, effective_run_mode, payment_type,
        type_paiement, id_origin, id_societe, id_client, id_commande, amount_cents, currency, email, flow, status, version,
        created_at, updated_at, capture)
      select '${id}', 'LATE-0001', 'late', client, payment_target, payment_run_mode, effective_run_mode, payment_type,
        type_paiement, id_origin, id_societe, id_client, '1', amount_cents, currency, email, flow, status, version,
        ${late}, ${late}, capture from payments where id = '${mine}' returning id`,
    );
    expect(await found('created.from=2026-08-01&created.to=2026-08-01')).toEqual([id]);
    expect(await found('created.to=2026-07-31')).toEqual([]);
    const [row] = await rowsOf(await exportOf(gateway, token, 'payments?created.to=2026-08-01&lang=en'));
    expect(row?.created_at).toBe('2026-08-01 01:30:00');
  });

  it('notes the beginning and the end, with the names of the filters alone', async () => {
    await initiated(gateway, { idClient: 'noted' });
    const { person, token } = await signIn(['lecture']);
    await rowsOf(await exportOf(gateway, token, 'payments?idClient=noted&status=REQUIRES_ACTION&names=true&lang=en'));
    // The end is noted after the last byte.
    await expect
      .poll(() => noted(person))
      .toEqual([
        ['exportPayments', '1 rows', 'DONE', null],
        ['exportPayments', 'by idClient status names', 'DONE', null],
      ]);
    const entries = (await entriesOf(person)).filter(({ action }) => action === 'exportPayments');
    expect(new Set(entries.map(({ request }) => request)).size).toBe(1);
  });

  it.each([
    ['of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['of a sub-domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['typed into the address bar, or opened from a mail', { 'Sec-Fetch-Site': 'none' }],
    ['of a program', { 'Sec-Fetch-Site': '' }],
  ])('refuses a request %s', async (_what, headers) => {
    const { person, token } = await signIn(['lecture']);
    const response = await exportOf(gateway, token, 'payments', headers);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'CROSS_SITE_REQUEST' }]);
    expect(await noted(person)).toEqual([]);
  });

  it('refuses a request without a session, and with an ended one', async () => {
    for (const token of ['', 'x'.repeat(43)]) {
      const response = await exportOf(gateway, token, 'payments');
      expect([response.status, await response.json()]).toMatchObject([401, { code: 'UNAUTHENTICATED' }]);
    }
  });

  it.each([
    ['payments', 'statut=PAID'],
    ['payments', 'status='],
    ['payments', 'status=PAID&status=REFUSED'],
    ['payments', 'status=PAYED'],
    ['payments', 'runMode=FORCE_LIVE'],
    ['payments', 'names=yes'],
    ['payments', 'lang=de'],
    ['payments', 'mandate=a?b&statut=PAID'],
    ['payments', 'created.from=2026-02-30'],
    ['payments', 'amount.from=-1'],
    ['payments', `idClient=${'x'.repeat(201)}`],
    ['exceptions', 'kind=NO'],
    ['audit', 'status=PAID'],
    ['journal', 'idSociete=1&from=2026-01-01'],
    ['journal', 'idSociete=1&from=2026-02-01&to=2026-01-01'],
    ['journal', 'idSociete=99&from=2026-01-01&to=2026-01-31'],
    ['fec', 'idSociete=1&exercise=1999'],
    ['fec', 'exercise=2026'],
    ['everything', ''],
  ])('refuses %s by %s, so that nothing more comes than was meant', async (kind, query) => {
    const { token } = await signIn(['comptabilite', 'exploitation']);
    const response = await exportOf(gateway, token, `${kind}?${query}`);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'INVALID_INPUT' }]);
  });

  const queries = {
    payments: '',
    exceptions: '',
    audit: '',
    journal: 'idSociete=1&from=2026-01-01&to=2026-01-31',
    fec: 'idSociete=1&exercise=2026',
  };
  const allowed: Readonly<Record<keyof typeof queries, readonly string[]>> = {
    payments: [...readyRoles.keys()],
    exceptions: ['comptabilite', 'tresorerie'],
    audit: ['exploitation'],
    journal: ['comptabilite', 'tresorerie', 'validation'],
    fec: ['comptabilite', 'tresorerie', 'validation'],
  };
  it.each([...readyRoles.keys()])('gives %s the exports of its rights, and no other', async (role) => {
    const { token, person } = await signIn([role]);
    for (const [kind, query] of Object.entries(queries)) {
      const response = await exportOf(gateway, token, `${kind}?${query}`);
      const isAllowed = allowed[kind as keyof typeof queries].includes(role);
      expect([kind, response.status]).toEqual([kind, isAllowed ? 200 : 403]);
      const text = await response.text();
      if (!isAllowed) expect(JSON.parse(text)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    const refusals = (await entriesOf(person)).filter(({ outcome }) => outcome === 'REFUSED');
    expect(refusals.every(({ code }) => code === 'NOT_ALLOWED')).toBe(true);
  });

  it('shows a role of one société its own payments alone', async () => {
    await initiated(gateway, { idClient: 'shared', idSociete: '1' });
    const { payment } = await initiated(gateway, { idClient: 'shared', idSociete: '2' });
    const { token } = await signIn(['bcash']);
    const rows = await rowsOf(await exportOf(gateway, token, 'payments?idClient=shared'));
    expect(rows.map(({ id }) => id)).toEqual([payment.id]);
  });

  it('takes GET alone: a look at the headers is no export', async () => {
    const { token, person } = await signIn(['lecture']);
    for (const method of ['HEAD', 'POST']) {
      const response = await gateway.get('/console/exports/payments', {
        method,
        headers: { ...linkOfConsole, ...cookie(token) },
      });
      expect([method, response.status]).toEqual([method, 405]);
    }
    expect(await noted(person)).toEqual([]);
  });
});
