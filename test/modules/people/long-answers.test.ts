import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/app/store.ts';
import { consoleOperations } from '../../support/console/operations.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { cookie, fromConsole, sendForm, startConsole, tokenSetBy } from '../../support/people/console.ts';
import { enrol } from '../../support/people/enrol.ts';
import { initiated } from '../../support/requests.ts';
import { listen } from '../../support/streams.ts';

describe.each(drawnDatabases())('an answer of the console that lasts, on $name', ({ open }) => {
  let faults = 0;
  let looks = 0;
  const faulty = (store: Store): Store => ({
    ...store,
    session: async (id) => {
      try {
        if (faults-- > 0) throw new Error('the database failed');
        return await store.session(id);
      } finally {
        looks++;
      }
    },
  });
  const gateway = openForEach(() => startConsole({ open, around: faulty }));

  /** A stream of changes, and a person who can confirm its identity; only the test lets time pass. */
  async function following(run: (opened: Awaited<ReturnType<typeof followed>>) => Promise<void>): Promise<void> {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await run(await followed());
    } finally {
      vi.useRealTimers();
    }
  }

  async function followed() {
    const { done, person, code } = await enrol(gateway, 'camille@milliet.example');
    const token = tokenSetBy(done) ?? '';
    const asked = { documentId: consoleOperations.Changes, variables: { topics: ['PAYMENTS'] } };
    const { hears } = await listen(gateway, asked, { ...fromConsole, ...cookie(token) }, '/console/graphql');
    await hears('"topics":[]');
    const confirm = async (): Promise<string> => {
      gateway.advance(30_000);
      const confirmed = await sendForm(gateway, '/console/confirm', { code: code() }, cookie(token));
      return tokenSetBy(confirmed) ?? '';
    };
    /** The gateway looks at the session again. */
    const look = async (): Promise<void> => {
      const before = looks;
      vi.advanceTimersByTime(15_000);
      await expect.poll(() => looks).toBe(before + 1);
    };
    const goesOn = async (): Promise<void> => hears((await initiated(gateway)).payment.id);
    return { person, confirm, look, goesOn, hears };
  }

  it('goes on after a step-up, which gives the session a new token, and ends at the sign-out', () =>
    following(async ({ confirm, look, goesOn, hears }) => {
      const renewed = await confirm();
      await look();
      await goesOn();
      await sendForm(gateway, '/console/sign-out', {}, cookie(renewed));
      await look();
      await expect(hears('no more')).rejects.toThrow();
    }));

  it('goes on while the database does not say whether the session ended, and ends when it says so', () =>
    following(async ({ person, look, goesOn, hears }) => {
      faults = 2;
      await look();
      await look();
      await goesOn();
      await gateway.store.transact((transaction) => transaction.removeSessionsOf(person.id, ''));
      await look();
      await expect(hears('no more')).rejects.toThrow();
    }));

  it('ends where the database does not say so three times', () =>
    following(async ({ look, hears }) => {
      faults = 3;
      for (let count = 0; count < 3; count++) await look();
      await expect(hears('no more')).rejects.toThrow();
    }));
});
