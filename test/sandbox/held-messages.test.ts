import { expect, it } from 'vitest';
import { startNotifying } from '../../src/sandbox/notify.ts';
import { openState } from '../../src/sandbox/state.ts';
import { temporaryFolder } from '../support/open-for.ts';

const folder = temporaryFolder('held-messages');

it('a held notification that cannot be sent is a line of the log, and the gateway works on', async () => {
  const state = openState(folder);
  const message = { bank: 'PAYBOX', number: '4711', reference: 'R-1', url: 'http://127.0.0.1:9/' } as const;
  state.holdMessage({ ...message, method: 'GET', body: null, waits: false, dueAt: 0 });
  const logged: object[] = [];
  const log = (line: object): void => void logged.push(line);
  const notifying = startNotifying({ state, clock: Date.now, deliver: () => Promise.resolve(), log });
  notifying.resume();
  // As on a full disk: the state can no longer be written.
  state.close();
  const line = { event: 'sandbox.notification_failed', bank: 'PAYBOX', transaction: '4711' };
  await expect.poll(() => logged).toEqual([{ ...line, failure: expect.stringMatching(/^ERR_/) }]);
});
