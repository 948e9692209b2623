import { describe, expect, it } from 'vitest';
import type { CustomerFileCheck } from '../../src/modules/customers/import/check-customer-file.ts';
import { customerFileBytes } from '../../src/modules/customers/import/limits.ts';
import { directoryOn } from '../support/customers/directory.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { cookie, enterPerson, sessionOf, startConsole } from '../support/people/console.ts';

const fromPage = { 'Sec-Fetch-Site': 'same-origin', 'X-Console': '1', 'Accept-Language': 'fr' };

describe.each(drawnDatabases())('POST /console/customers/check ($name)', ({ open }) => {
  const gateway = openForGroup(() => startConsole({ open }));
  const token = async (role = 'accueil') => sessionOf(gateway, await enterPerson(gateway, [role]));
  async function send(
    body: string | Buffer,
    { query = '', headers = {}, role }: { query?: string; headers?: Record<string, string>; role?: string } = {},
  ) {
    const response = await gateway.get(`/console/customers/check${query}`, {
      ...{ method: 'POST', body: new Uint8Array(Buffer.from(body)) },
      headers: { ...fromPage, ...cookie(await token(role)), ...headers },
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }
  const checked = async (...given: Parameters<typeof send>): Promise<CustomerFileCheck> => {
    const { status, body } = await send(...given);
    expect(status).toBe(200);
    return body as CustomerFileCheck;
  };
  const refusalOf = async (...given: Parameters<typeof send>) => {
    const { status, body } = await send(...given);
    return [status, body.errors[0].extensions.code, body.errors[0].message];
  };

  it('says of each line what would become of it, and writes nothing', async () => {
    const { entered } = directoryOn(gateway);
    await entered({ idClient: 'A1', city: 'Paris', lastName: 'Durand' });
    await entered({ idClient: 'A2', city: 'Lyon' });
    const content = ['client;nom;ville;tel', 'A1;Durand;Lyon;', 'A2;;Lyon;', 'A3;Martin;;0612345678', 'A4;Martin;;12'];
    const { counts, customers, refused } = await checked(content.join('\r\n'), { query: '?idSociete=1' });
    expect(counts).toEqual({ CREATED: 1, CHANGED: 1, UNCHANGED: 1, REFUSED: 1 });
    expect(customers).toMatchObject([
      { line: 2, change: 'CHANGED', customer: { idClient: 'A1', city: 'Lyon', version: 1 }, before: { city: 'Paris' } },
      { line: 4, change: 'CREATED', customer: { idClient: 'A3', phone: '+33612345678', version: 0 } },
    ]);
    const message = 'Numéro de téléphone international attendu, par exemple +33612345678.';
    expect(refused).toEqual([{ line: 5, idClient: 'A4', reasons: [{ column: 'phone', message }] }]);
    expect(await gateway.store.customer({ idSociete: '1', idClient: 'A3' })).toBeNull();
    const abroad = await checked('client;nom;pays\nA5;X;belgique\nA6;Y;', { query: '?idSociete=1&country=FR' });
    expect(abroad.customers.map(({ customer }) => customer.country)).toEqual(['BE', 'FR']);
  });

  it('fills the country that is missing, and leaves the one of an entry where the file has no column of it', async () => {
    const { entered } = directoryOn(gateway);
    await entered({ idClient: 'P1', lastName: 'Dupont', country: 'BE' });
    await entered({ idClient: 'P2', lastName: 'Durand' });
    const content = 'client;nom\nP1;Dupond\nP2;Durand\nP3;Martin';
    const { customers } = await checked(content, { query: '?idSociete=1&country=FR' });
    expect(customers.map(({ customer, change }) => [customer.country, change])).toEqual([
      [undefined, 'CHANGED'],
      ['FR', 'CHANGED'],
      ['FR', 'CREATED'],
    ]);
  });

  it.each([
    ['semicolons and a mark', Buffer.from('\uFEFFclient;nom\nB1;Hélène\n'), 'UTF-8'],
    ['commas', Buffer.from('client,nom\nB1,Hélène\n'), 'UTF-8'],
    ['Windows-1252', Buffer.from('client;nom\nB1;H\xe9l\xe8ne\n', 'latin1'), 'Windows-1252'],
  ])('reads %s', async (_name, content, encoding) => {
    const check = await checked(content, { query: '?idSociete=1' });
    expect([check.encoding, check.customers[0]?.customer.lastName]).toEqual([encoding, 'Hélène']);
  });

  it('takes what looks like a formula as text', async () => {
    const { customers } = await checked('client;nom\nB2;"=HYPERLINK(""x"")"\n', { query: '?idSociete=1' });
    expect(customers[0]?.customer.lastName).toBe('=HYPERLINK("x")');
  });

  it.each([
    ['an empty file', '', 'Le fichier est vide.'],
    ['no columns', 'Secretname;Zoé\n', /^La première ligne doit nommer les colonnes/],
    ['no société', 'client;nom\nX;Y\n', /^Aucune colonne «\u00a0société\u00a0»/],
    ['a workbook', Buffer.from('PK\0\0'), /^Ce n’est pas un fichier CSV/],
    ['a quotation mark too few', 'societe;client;nom\n1;X;"Secret\n1;Y;Z\n', /un guillemet manque/],
    [
      'two encodings',
      Buffer.from('client;nom\nA;Zo\xc3\xa9\nB;Zo\xe9\n', 'latin1'),
      /^La ligne 3 .* UTF-8, et la ligne 2/,
    ],
    ['more than 20,000 lines', `societe;client;nom\n${'1;X;Y\n'.repeat(20_001)}`, /plus de 20000 lignes/],
  ])('refuses %s with a reason in French and none of its words', async (_name, content, reason) => {
    const [status, code, message] = await refusalOf(content);
    expect([status, code]).toEqual([400, 'INVALID_INPUT']);
    expect(message).toMatch(reason);
    expect(message).not.toContain('Secret');
  });

  it('reads no more of a file that does not say how large it is', async () => {
    const line = Buffer.alloc(64 * 1024, 'x');
    let sent = 0;
    const body = async function* endless() {
      for (; sent < 4 * customerFileBytes; sent += line.length) yield line;
    };
    const headers = { ...fromPage, ...cookie(await token()) };
    const init = { method: 'POST', body: body() as never, duplex: 'half', headers };
    const answer = await gateway.get('/console/customers/check', init as never).then(
      ({ status }) => status,
      () => 'closed',
    );
    expect(['closed', 400]).toContain(answer);
    expect(sent).toBeLessThan(2 * customerFileBytes);
  });

  it('says so in English to a person who reads English', async () => {
    const [, , message] = await refusalOf('', { headers: { 'Accept-Language': 'en' } });
    expect(message).toBe('The file is empty.');
  });

  it('refuses other pages, people without the right, foreign sociétés, and a file that is too large', async () => {
    const file = 'client;nom\nX;Y\n';
    expect((await send(file, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    expect((await send(file, { headers: { 'X-Console': '' } })).status).toBe(403);
    expect((await send(file, { headers: { Cookie: '' } })).status).toBe(401);
    expect((await refusalOf(file, { role: 'lecture' })).slice(0, 2)).toEqual([403, 'NOT_ALLOWED']);
    expect((await refusalOf(file, { query: '?idSociete=9' })).slice(0, 2)).toEqual([400, 'INVALID_INPUT']);
    expect((await send(Buffer.alloc(customerFileBytes + 1, 'a'))).status).toBe(413);
  });

  it('looks at thousands of lines', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `1;K${index};Durand;Lyon`).join('\n');
    const { counts, customers } = await checked(`societe;client;nom;ville\n${lines}`);
    expect([counts.CREATED, customers.length]).toEqual([5000, 5000]);
  });

  it('offers a file to fill in, which it reads', async () => {
    for (const [language, first] of [
      ['fr', 'Société'],
      ['en', 'Company'],
    ] as const) {
      const response = await gateway.get(`/console/customers/template.csv?lang=${language}`);
      expect(response.headers.get('content-disposition')).toContain('attachment');
      const head = Buffer.from(await response.arrayBuffer()).toString();
      expect(head.startsWith(`\uFEFF${first};`)).toBe(true);
      const check = await checked(`${head}1;T1;Zoé;Martin;3 rue Haute;75002;Paris;France;0612345678\r\n`);
      expect([check.unreadColumns, check.counts.CREATED]).toEqual([0, 1]);
    }
  });
});
