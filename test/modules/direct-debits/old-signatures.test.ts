import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import { createMandate } from '../../../src/modules/direct-debits/mandates/create-mandate.ts';
import { signMandate } from '../../../src/modules/direct-debits/mandates/sign-mandate.ts';
import { openCompany } from '../../support/direct-debits/company.ts';
import { coreMandate } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';

describe.each(drawnDatabases())('a signature ($name)', (database) => {
  const company = openForGroup(() => openCompany(database));
  const draft = async (scheme: 'CORE' | 'B2B') =>
    (await createMandate(company.services, anonymous, { ...coreMandate, scheme })).mandate.id;
  const sign = (id: string, signedOn: string) =>
    signMandate(company.services, anonymous, { id, signedOn, method: 'PAPER' });

  it.each([['CORE'], ['B2B']] as const)('of 36 months ago signs no mandate (%s)', async (scheme) => {
    const id = await draft(scheme);
    company.on('2026-11-25');
    await expect(sign(id, '2023-11-25')).rejects.toMatchObject({
      issues: [
        { path: ['signedOn'], message: 'signedOn must be less than 36 months ago: a new mandate must be signed.' },
      ],
    });
    expect(await company.store.mandateById(id)).toMatchObject({ status: 'DRAFT', signature: null });
    expect(await sign(id, '2023-11-26')).toMatchObject({ changed: true });
  });

  it('is the same again at any age', async () => {
    const id = await draft('CORE');
    company.on('2026-11-25');
    await sign(id, '2023-11-26');
    company.on('2026-11-26');
    expect(await sign(id, '2023-11-26')).toMatchObject({ changed: false });
  });
});
