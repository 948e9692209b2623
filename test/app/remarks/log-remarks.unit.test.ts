import { expect, it } from 'vitest';
import { remarksOnClients } from '../../../src/app/remarks/clients.ts';
import { startRemarkLog } from '../../../src/app/remarks/log-remarks.ts';
import { goodClient, goodFile, hashes, read } from '../../support/config/good-file.ts';

/** A timer and a clock of one hour after another. */
function startOn(date: string, logged: object[], expiresAt: string) {
  const config = read({ ...goodFile, clients: [{ ...goodClient, keyHashes: [{ hash: hashes[0], expiresAt }] }] });
  let now = Date.parse(date);
  const timers: { readonly work: () => void; readonly everyMs: number; due: number }[] = [];
  const { logAll } = startRemarkLog(
    () => remarksOnClients(config, now),
    { warn: (details) => logged.push(details) },
    (work, everyMs) => timers.push({ work, everyMs, due: now + everyMs }),
  );
  const passUntil = (moment: string): void => {
    for (const end = Date.parse(moment); now < end; ) {
      now = Math.min(end, ...timers.map(({ due }) => due));
      for (const timer of timers.filter(({ due }) => due <= now)) {
        timer.due += timer.everyMs;
        timer.work();
      }
    }
  };
  return { logAll, passUntil };
}

it('logs once that a key expires within a month, within an hour of it while the gateway runs, and again after a reload', () => {
  const expiresAt = '2027-06-30T00:00:00Z';
  const logged: object[] = [];
  const { logAll, passUntil } = startOn('2027-01-01T00:30:00Z', logged, expiresAt);
  passUntil('2027-05-30T23:30:00Z');
  expect(logged).toEqual([]);
  passUntil('2027-05-31T01:00:00Z');
  const soon = { remark: expect.stringContaining('a key expires on 2027-06-30') };
  expect(logged).toEqual([soon]);
  passUntil('2027-06-20T00:00:00Z');
  expect(logged).toEqual([soon]);
  logAll();
  passUntil('2027-06-29T23:59:00Z');
  expect(logged).toEqual([soon, soon]);
  passUntil('2027-06-30T01:00:00Z');
  expect(logged).toEqual([soon, soon, { remark: expect.stringContaining('every key has expired') }]);
});
