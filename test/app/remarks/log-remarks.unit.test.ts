import { expect, it } from 'vitest';
import { remarksOnClients } from '../../../src/app/remarks/clients.ts';
import { createRemarkLog } from '../../../src/app/remarks/log-remarks.ts';
import { goodClient, goodFile, hashes, read } from '../../support/config/good-file.ts';

it('logs once that a key expires within a month, while the gateway runs, and again after a reload', () => {
  const expiresAt = '2027-06-30T00:00:00Z';
  const config = read({ ...goodFile, clients: [{ ...goodClient, keyHashes: [{ hash: hashes[0], expiresAt }] }] });
  let now = Date.parse('2027-01-01T00:00:00Z');
  const logged: object[] = [];
  const remarks = createRemarkLog(() => remarksOnClients(config, now), { warn: (details) => logged.push(details) });
  remarks.logAll();
  remarks.logNew();
  expect(logged).toEqual([]);
  now = Date.parse('2027-06-01T00:00:00Z');
  remarks.logNew();
  remarks.logNew();
  const soon = { remark: expect.stringContaining('a key expires on 2027-06-30') };
  expect(logged).toEqual([soon]);
  remarks.logAll();
  expect(logged).toEqual([soon, soon]);
  now = Date.parse(expiresAt);
  remarks.logNew();
  expect(logged).toEqual([soon, soon, { remark: expect.stringContaining('every key has expired') }]);
});
