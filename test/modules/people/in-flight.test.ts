import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../src/cli/operator/operator.ts';
import type { ActingPerson } from '../../../src/kernel/caller.ts';
import { StoreUnavailableError } from '../../../src/kernel/store-unavailable.ts';
import type { Person } from '../../../src/modules/people/person.ts';
import type { Services } from '../../../src/modules/people/ports.ts';
import { hashPassword, TooManySignInsError, verifyPassword } from '../../../src/modules/people/proofs/password.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from '../../../src/modules/people/proofs/recovery-codes.ts';
import { seal } from '../../../src/modules/people/proofs/seal.ts';
import { newTotpSecret } from '../../../src/modules/people/proofs/totp.ts';
import { changePassword } from '../../../src/modules/people/sign-in/change-password.ts';
import { changePerson, forgetPerson, resetPerson } from '../../../src/modules/people/sign-in/invite-person.ts';
import { removeOwnPasskey } from '../../../src/modules/people/sign-in/own-passkeys.ts';
import { askForPasskey, confirmWithPasskey, signInWithPasskey } from '../../../src/modules/people/sign-in/passkeys.ts';
import { SignInRefusedError } from '../../../src/modules/people/sign-in/sign-in-refused.ts';
import { confirmWithCode, signInWithPassword } from '../../../src/modules/people/sign-in/sign-in-with-password.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { createAuthenticator } from '../../support/people/authenticator.ts';
import { consoleSettings, openPeople } from '../../support/people/people.ts';

/** A proof that was right when it was checked opens nothing once it was taken away, and two removals leave one proof. */

const password = 'un vélo bleu dans la cour';
const site = { origin: 'https://pay.example', rpId: 'pay.example' };
const browser = { device: 'Firefox, Linux', network: '192.0.2.1', replaces: null };

describe.each(drawnDatabases())('a sign-in under way, on $name', (database) => {
  const people = openForEach(() => openPeople(database));

  /** A local account with a password, an app, a recovery code and a passkey. */
  const enrolled = async () => {
    const { services } = people;
    const person = await people.enter();
    const [secret, [recovery = '']] = [newTotpSecret(), newRecoveryCodes()];
    const authenticator = createAuthenticator(person.id, services.clock());
    const stored = await hashPassword(password);
    await services.store.transact(async (transaction) => {
      const [key] = consoleSettings.local?.keys ?? [];
      if (!key) throw new Error('there are local accounts');
      const totp = seal([key], secret, person.id);
      await transaction.setLocalProofs(person.id, { password: stored, totp, totpStep: 0 });
      await transaction.insertRecoveryCode(hashOfRecoveryCode(recovery) ?? '', person.id);
      await transaction.insertPasskey(authenticator.passkey);
    });
    const code = () => new TOTP({ secret }).generate({ timestamp: services.clock() });
    return { person, authenticator, recovery, code };
  };
  type Enrolled = Awaited<ReturnType<typeof enrolled>>;
  const actingPerson = async (person: Person): Promise<ActingPerson> => {
    const { caller } = await people.signIn(person);
    if (!caller.person) throw new Error('a session is of a person');
    return caller.person;
  };
  const sessionsOf = async (person: Person) => (await people.services.store.sessionsOf(person.id)).length;

  /** Does `change` when the proof has been checked: right before the transaction that would use it. */
  const interrupted = (change: () => Promise<unknown>, before: number): Services => {
    const { store } = people.services;
    let transactions = 0;
    const slow = Object.create(store) as typeof store & { transact: typeof store.transact };
    slow.transact = async (work) => {
      if (++transactions === before) await change();
      return store.transact(work);
    };
    return { ...people.services, store: slow };
  };
  const signInByPassword = (services: Services, { person, code }: Enrolled, given = code()) =>
    signInWithPassword(services, { login: person.subject, password, code: given, browser });
  const signInByPasskey = async (services: Services, { authenticator }: Enrolled) => {
    const options = await askForPasskey(people.services, site);
    return signInWithPasskey(services, { response: authenticator.answer(options, site), site, browser });
  };
  const reset = ({ person }: Enrolled) => resetPerson(people.services, commandLine, person.subject);
  const disable = ({ person }: Enrolled) =>
    changePerson(people.services, commandLine, person.id, { status: 'DISABLED' });
  const changesPassword = async ({ person }: Enrolled) => {
    const next = await hashPassword('another password that is long');
    return people.services.store.transact(async (transaction) => {
      const proofs = await transaction.localProofs(person.id);
      if (proofs) await transaction.setLocalProofs(person.id, { ...proofs, password: next });
    });
  };

  it('goes well where nothing comes between', async () => {
    const account = await enrolled();
    await signInByPassword(people.services, account);
    await signInByPasskey(people.services, account);
    await signInByPassword(people.services, account, account.recovery);
    expect(await sessionsOf(account.person)).toBe(3);
  });

  it('costs no guess where the machine is too busy to check it', async () => {
    const account = await enrolled();
    // One after the other: the first takes longer than the tries below, and the others fill the queue.
    const slow = `$argon2id$v=19$m=19456,t=60,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
    const others = Array.from({ length: 21 }, (_, place) => verifyPassword(place === 0 ? slow : null, 'x'));
    for (let tried = 0; tried < 6; tried++)
      await expect(signInByPassword(people.services, account)).rejects.toThrow(TooManySignInsError);
    await Promise.all(others);
    await signInByPassword(people.services, account);
    expect(await sessionsOf(account.person)).toBe(1);
  });

  it('is no wrong proof where the store cannot be asked', async () => {
    const account = await enrolled();
    const transact = () =>
      Promise.reject(new StoreUnavailableError('UNREACHABLE', { cause: null, isOutcomeUnknown: false }));
    const store = Object.create(people.services.store, { transact: { value: transact } });
    const away = { ...people.services, store };
    await expect(signInByPasskey(away, account)).rejects.toThrow(StoreUnavailableError);
    await expect(signInByPassword(away, account)).rejects.toThrow(StoreUnavailableError);
    await signInByPasskey(people.services, account);
  });

  // Each guess is a transaction of its own; so is the challenge of a passkey.
  it.each([
    ['a password and a reset', signInByPassword, reset],
    ['a password and a change of it', signInByPassword, changesPassword],
    [
      'a recovery code and a change of the password',
      (s: Services, a: Enrolled) => signInByPassword(s, a, a.recovery),
      changesPassword,
    ],
    ['a password and the end of the account', signInByPassword, disable],
    ['a passkey and a reset', signInByPasskey, reset],
    ['a passkey and the end of the account', signInByPasskey, disable],
  ])('%s: no session is opened', async (_what, signIn, change) => {
    const account = await enrolled();
    const services = interrupted(() => change(account), 2);
    await expect(signIn(services, account)).rejects.toThrow(SignInRefusedError);
    expect(await sessionsOf(account.person)).toBe(0);
  });

  // SQLite runs one transaction after the other.
  const kinds = [['password', signInByPassword] as const, ['passkey', signInByPasskey] as const];
  it.each(database.name === 'postgres' ? kinds : [])(
    'a session that a %s opens at the same moment ends with the reset',
    async (_what, signIn) => {
      const account = await enrolled();
      const { store } = people.services;
      let resetting: Promise<unknown> = Promise.resolve();
      const slow = Object.create(store) as typeof store & { transact: typeof store.transact };
      slow.transact = (work) =>
        store.transact((transaction) => {
          const watched = Object.create(transaction) as typeof transaction;
          watched.insertSession = async (...given: Parameters<typeof transaction.insertSession>) => {
            resetting = reset(account);
            // A reset that does not wait for this transaction is done by then.
            await new Promise((resolve) => setTimeout(resolve, 60));
            return transaction.insertSession(...given);
          };
          return work(watched);
        });
      await signIn({ ...people.services, store: slow }, account);
      await resetting;
      expect(await sessionsOf(account.person)).toBe(0);
    },
  );

  it.runIf(database.name === 'postgres')('a person that was erased meanwhile gets no name back', async () => {
    const { person } = await enrolled();
    const { store } = people.services;
    const slow = Object.create(store) as typeof store & { transact: typeof store.transact };
    slow.transact = (work) =>
      store.transact((transaction) => {
        const watched = Object.create(transaction) as typeof transaction;
        watched.lockPerson = async (id) => {
          await forgetPerson(people.services, commandLine, id);
          return transaction.lockPerson(id);
        };
        return work(watched);
      });
    const change = { roles: ['lecture'] };
    await changePerson({ ...people.services, store: slow }, commandLine, person.id, change);
    expect(await store.person(person.id)).toMatchObject({ name: 'erased', login: null });
  });

  it('a passkey that was removed meanwhile confirms nothing', async () => {
    const account = await enrolled();
    const person = await actingPerson(account.person);
    const options = await askForPasskey(people.services, site);
    const response = account.authenticator.answer(options, site);
    const remove = () =>
      people.services.store.transact((transaction) => transaction.removePasskeysOf(account.person.id));
    await expect(confirmWithPasskey(interrupted(remove, 2), person, { response, site })).rejects.toThrow(
      SignInRefusedError,
    );
  });

  it('a code confirms no session that ended meanwhile', async () => {
    const account = await enrolled();
    const person = await actingPerson(account.person);
    await expect(
      confirmWithCode(
        interrupted(() => reset(account), 2),
        person,
        account.code(),
      ),
    ).rejects.toThrow();
    expect(await sessionsOf(account.person)).toBe(0);
  });

  it('of two changes of a password at once the second is refused', async () => {
    const account = await enrolled();
    const person = await actingPerson(account.person);
    const change = { current: password, code: account.code(), next: 'quatre mots sans aucun rapport' };
    await expect(
      changePassword(
        interrupted(() => changesPassword(account), 2),
        person,
        change,
      ),
    ).rejects.toThrow();
  });

  it('two removals at once leave the last passkey', async () => {
    for (let turn = 0; turn < 3; turn++) {
      const account = await enrolled();
      const second = createAuthenticator(account.person.id, people.services.clock());
      await people.services.store.transact(async (transaction) => {
        await transaction.setLocalProofs(account.person.id, { password: null, totp: null, totpStep: 0 });
        await transaction.insertPasskey(second.passkey);
      });
      const person = await actingPerson(account.person);
      const removed = await Promise.allSettled(
        [account.authenticator.passkey, second.passkey].map(({ id }) => removeOwnPasskey(people.services, person, id)),
      );
      expect(removed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await people.services.store.passkeysOf(account.person.id)).toHaveLength(1);
    }
  });

  it('asks the store the same for a login that is unknown and for one that is known', async () => {
    const account = await enrolled();
    const asked = async (login: string): Promise<string[]> => {
      const calls: string[] = [];
      const watch = <Watched extends object>(watched: Watched): Watched =>
        new Proxy(watched, {
          get: (target, name) => {
            const value: unknown = Reflect.get(target, name);
            if (typeof value !== 'function') return value;
            return (...given: unknown[]): unknown => {
              calls.push(String(name));
              const [work] = given;
              if (name !== 'transact' || typeof work !== 'function') return value.apply(target, given);
              return value.call(target, (transaction: object) => work(watch(transaction)));
            };
          },
        });
      const services = { ...people.services, store: watch(people.services.store) };
      const given = { login, password: 'a wrong password', code: '000000', browser };
      await expect(signInWithPassword(services, given)).rejects.toThrow(SignInRefusedError);
      return calls;
    };
    expect(await asked('no-one@milliet.example')).toEqual(await asked(account.person.subject));
  });
});
