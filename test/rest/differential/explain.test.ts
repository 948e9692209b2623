import { beforeAll, describe, expect, test } from 'vitest';
import { createCliServices } from '../../../src/app/cli-services.ts';
import { explainLegacyRequest } from '../../../src/app/explain-url.ts';
import { createAuthenticate } from '../../../src/config/authenticate.ts';
import { type Config, readConfig } from '../../../src/config/config.ts';
import type { Caller } from '../../../src/kernel/caller.ts';
import { entries } from '../../support/differential/corpus/corpus.ts';
import { differentialConfig } from '../../support/differential/differential-config.ts';
import { stepsOf } from '../../support/differential/two-doors.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { countPayments } from '../../support/requests.ts';
import { sendRaw } from '../../support/rest/requests.ts';

/** What differs from payment to payment. */
const own = new Set(['payment_id', 'reference', 'payment_url', 'redirect', 'bank_transfer']);
const stable = (answer: object) =>
  Object.entries(answer)
    .filter(([name, value]) => value !== undefined && !own.has(name))
    .toSorted();

/** What `explain-url` says of a request is what the old door then does, for everything that both doors know. */
describe.each(drawnDatabases())('an explanation on $name', ({ open }) => {
  const config: Config = { ...readConfig({ LOG_LEVEL: 'silent' }), ...differentialConfig() };
  let callerOf: (headers: Record<string, string>) => Caller | null;
  const gateway = openForGroup(() => startGateway({ open, config: differentialConfig() }));
  beforeAll(async () => {
    const authenticate = createAuthenticate(config, Date.now);
    callerOf = (headers) => {
      try {
        return authenticate({ headers: { 'x-api-key': headers['X-API-Key'] } });
      } catch {
        return null;
      }
    };
  });

  test.each(entries)('$name', async (entry) => {
    const texts = (template: string) =>
      template.replaceAll('{order}', `o-${entry.index}`).replaceAll('{key}', `key-${entry.index}`);
    for (const { legacy } of stepsOf(entry)) {
      const { method = 'GET', path, headers, body } = JSON.parse(texts(JSON.stringify(legacy))) as typeof legacy;
      const sent = { Accept: 'application/json', 'Accept-Language': 'fr', 'X-API-Key': 'full', ...headers };
      const before = await countPayments(gateway);
      const explained = await explainLegacyRequest(
        await createCliServices({ config, store: gateway.store, clock: gateway.now }),
        gateway.store,
        callerOf(sent),
        { method, url: path, headers: sent, body: body ?? '' },
      );
      expect(await countPayments(gateway)).toBe(before);
      const answer = await sendRaw(gateway.url, path, {
        method,
        headers: sent,
        ...(body === undefined ? {} : { body }),
      });
      if (explained.kind !== 'OPERATION') throw new Error('every entry is an operation');
      expect(explained.format).toBe('json');
      if (explained.answer) {
        expect(answer.status).toBe(200);
        const given = JSON.parse(answer.body) as { reference: string };
        expect(stable(explained.answer)).toEqual(stable(given));
        if (explained.answer.replayed) expect(explained.answer.reference).toBe(given.reference);
      } else {
        const { responseStatus } = JSON.parse(answer.body);
        const { fault } = explained;
        expect({
          status: fault?.status,
          errorCode: fault?.errorCode,
          message: fault?.message,
          fields: fault?.errors.map(({ fieldName, message }) => [fieldName, message]),
        }).toEqual({
          status: answer.status,
          errorCode: responseStatus.errorCode,
          message: responseStatus.message,
          fields: responseStatus.errors.map((error: { fieldName: string; message: string }) => [
            error.fieldName,
            error.message,
          ]),
        });
      }
    }
  });
});
