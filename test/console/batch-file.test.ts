import { describe, expect, it } from 'vitest';
import { CancelDirectDebitBatchDocument, SuspendMandateDocument } from '../generated/graphql.ts';
import { writtenReport } from '../support/bank-statements/written-files.ts';
import { batch, debited } from '../support/direct-debits/debit-requests.ts';
import { signed } from '../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { cookie, enterPerson, sessionOf, startConsole } from '../support/people/console.ts';
import { linkOfConsole } from '../support/people/exports.ts';

describe.each(drawnDatabases())('GET /console/direct-debit-batches/{id}/file ($name)', ({ open }) => {
  const gateway = openForGroup(() => startConsole({ open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));
  const signIn = async (roles: readonly string[]) => sessionOf(gateway, await enterPerson(gateway, roles));
  async function made(idClient: string) {
    const mandate = await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    const result = await batch(gateway);
    if (result.__typename !== 'CreateDirectDebitBatchSuccess') throw new Error(JSON.stringify(result));
    const [first] = result.batches;
    if (!first) throw new Error('nothing was due');
    return { ...first, mandate };
  }
  const fileOf = (id: string, headers: Record<string, string>, method = 'GET') =>
    gateway.get(`/console/direct-debit-batches/${id}/file`, { method, headers });

  it('gives a person of the console the file, and keeps who had it first', async () => {
    const { id, file } = await made('file');
    const response = await fileOf(id, { ...linkOfConsole, ...cookie(await signIn(['tresorerie'])) });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    });
    expect(Buffer.byteLength(await response.text())).toBe(file.bytes);
    expect((await gateway.store.directDebitBatch(id))?.firstDownloadedBy).toMatch(/^console\/per_/);
  });

  it('gives whole accounts and names after a fresh proof alone', async () => {
    const { id } = await made('proof');
    const person = await enterPerson(gateway, ['tresorerie']);
    const stale = cookie(await sessionOf(gateway, person, { confirmedAt: gateway.now() - 6 * 60_000 }));
    const refused = await fileOf(id, { ...linkOfConsole, ...stale });
    const message = 'To have the file of a batch, prove again who you are: the last proof is too old.';
    expect([refused.status, await refused.json()]).toEqual([403, { code: 'STEP_UP_REQUIRED', message, path: null }]);
    const page = await fileOf(id, { ...linkOfConsole, ...stale, Accept: 'text/html', 'Accept-Language': 'fr' });
    expect(await page.text()).toContain('demande de confirmer que c’est vous');
    expect((await gateway.store.directDebitBatch(id))?.firstDownloadedAt).toBeNull();
  });

  it('refuses another site, a visitor, another role, a look at the headers and an unknown batch', async () => {
    const { id } = await made('refused');
    const treasurer = cookie(await signIn(['tresorerie']));
    expect((await fileOf(id, { 'Sec-Fetch-Site': 'cross-site', ...treasurer })).status).toBe(403);
    expect((await fileOf(id, { 'Sec-Fetch-Site': 'none', ...treasurer })).status).toBe(403);
    expect((await fileOf(id, linkOfConsole)).status).toBe(401);
    expect((await fileOf(id, { ...linkOfConsole, ...cookie(await signIn(['comptabilite'])) })).status).toBe(404);
    expect((await fileOf(id, { ...linkOfConsole, ...treasurer }, 'HEAD')).status).toBe(405);
    expect((await fileOf(id, { ...linkOfConsole, ...treasurer }, 'POST')).status).toBe(405);
    expect((await fileOf('bat_unknown', { ...linkOfConsole, ...treasurer })).status).toBe(404);
    expect((await gateway.store.directDebitBatch(id))?.firstDownloadedAt).toBeNull();
  });

  it('gives none of a cancelled batch, and at either door none while the bank may have a debit of it by a cancelled file', async () => {
    const treasurer = { ...linkOfConsole, ...cookie(await signIn(['tresorerie'])) };
    const pageOf = async (id: string) => {
      const page = await fileOf(id, { ...treasurer, Accept: 'text/html', 'Accept-Language': 'fr' });
      return [page.status, await page.text()];
    };
    const { id: cancelled, messageId } = await made('doubt');
    await gateway.send(CancelDirectDebitBatchDocument, { input: { id: cancelled } });
    expect(await pageOf(cancelled)).toEqual([409, expect.stringContaining('La remise est annulée')]);
    const next = await batch(gateway);
    const id = next.__typename === 'CreateDirectDebitBatchSuccess' ? (next.batches[0]?.id ?? '') : '';
    const body = writtenReport({ messageId, group: { status: 'ACCP' } });
    const sent = { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body };
    expect(await (await gateway.get('/bank-files?name=bank.xml', sent)).json()).toMatchObject({ exceptions: 1 });
    expect(await pageOf(id)).toEqual([409, expect.stringContaining('par un fichier annulé')]);
    for (const door of ['', '/console']) {
      const refused = await gateway.get(`${door}/direct-debit-batches/${id}/file`, { headers: treasurer });
      expect(refused.status).toBe(409);
      const message = expect.stringContaining('by a cancelled file');
      expect(await refused.json()).toMatchObject({ code: 'MANDATE_STATE', message });
    }
    expect((await gateway.store.directDebitBatch(id))?.firstDownloadedAt).toBeNull();
  });

  it('gives none at either door after a mandate of it was suspended', async () => {
    const { id, mandate } = await made('suspended');
    await gateway.send(SuspendMandateDocument, { input: { id: mandate.id } });
    const treasurer = { ...linkOfConsole, ...cookie(await signIn(['tresorerie'])) };
    const page = await fileOf(id, { ...treasurer, Accept: 'text/html', 'Accept-Language': 'fr' });
    const inFrench = expect.stringContaining(`Des mandats de cette remise ne sont plus actifs\u00a0: ${mandate.rum}.`);
    expect([page.status, await page.text()]).toEqual([409, inFrench]);
    const message = expect.stringContaining(`not ACTIVE any more: ${mandate.rum}. Cancel the batch`);
    for (const door of ['', '/console']) {
      const refused = await gateway.get(`${door}/direct-debit-batches/${id}/file`, { headers: treasurer });
      expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'MANDATE_STATE', message }]);
    }
  });

  it('says why there is no file on a page in French, and in JSON to a program', async () => {
    const treasurer = { ...linkOfConsole, ...cookie(await signIn(['tresorerie'])) };
    const page = await fileOf('bat_unknown', { ...treasurer, Accept: 'text/html', 'Accept-Language': 'fr' });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Ce fichier n’existe pas, ou vos droits ne permettent pas de le voir.');
    const ended = await fileOf('bat_unknown', { ...linkOfConsole, Accept: 'text/html', 'Accept-Language': 'fr' });
    expect(await ended.text()).toContain('Connectez-vous\u00a0: il n’y a pas de session, ou elle est terminée.');
    expect(await (await fileOf('bat_unknown', treasurer)).json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});
