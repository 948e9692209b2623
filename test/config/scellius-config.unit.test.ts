import { describe, expect, it } from 'vitest';
import { remarksOnBanks } from '../../src/app/remarks/banks.ts';
import { configOf, problemsOfConfig } from '../support/config-of.ts';

/** What the config file says of a shop of Scellius: capture, numbers, keys. */

const shop = { siteId: '12345678', formKeys: [{ env: 'FORM_KEY' }] };

const secrets = { FORM_KEY: '1122334455667788', PASSWORD: 'testpassword_x', HMAC_KEY: ' hmacKeyExample01 ' };
function fileOf(test: object, live?: object): object {
  const modes = { TEST: { ...shop, ...test }, ...(live && { LIVE: { ...shop, ...live } }) };
  return { societes: { '1': { name: 'A', LABANQUEPOSTALE: modes } } };
}
const read = (test: object, live?: object) => configOf(fileOf(test, live), secrets);
const problemsOf = (test: object, live?: object) => problemsOfConfig(fileOf(test, live), secrets);
const accountOf = (test: object) => read(test).societes?.get('1')?.accounts.LABANQUEPOSTALE?.TEST;

describe('capture', () => {
  it.each(['immediate', 'backOffice', 1, 6])('is %s, without a remark', (capture) => {
    const config = read({ capture });
    expect(config.societes?.get('1')?.accounts.LABANQUEPOSTALE?.TEST?.capture).toBe(capture);
    expect(remarksOnBanks(config)).toEqual([]);
  });

  it('that is left out starts as before, with a remark that names the entry', () => {
    expect(remarksOnBanks(read({}, { capture: 'immediate' }))).toEqual([
      expect.stringMatching(/^societes\.1\.LABANQUEPOSTALE\.TEST\.capture: is left out, /),
    ]);
  });

  it('of more days than an authorisation holds is remarked on', () => {
    expect(remarksOnBanks(read({ capture: 7 }))).toEqual([expect.stringContaining('more than 6 days')]);
  });

  it.each([0, -1, 1.5, 366, 'later', '3', null])('is not %s', (capture) => {
    expect(problemsOf({ capture })).toEqual([expect.stringMatching(/^societes\.1\.LABANQUEPOSTALE\.TEST\.capture: /)]);
  });
});

describe('transactionNumbers', () => {
  it('are a range, whose ends have defaults', () => {
    expect(accountOf({})?.transactionNumbers).toBeUndefined();
    expect(accountOf({ transactionNumbers: { from: 450_000 } })?.transactionNumbers).toEqual({
      from: 450_000,
      to: 899_999,
    });
  });

  it.each([
    [{ from: 900_000 }, 'transactionNumbers.from'],
    [{ from: -1 }, 'transactionNumbers.from'],
    [{ to: 900_000 }, 'transactionNumbers.to'],
    [{ from: 2, to: 1 }, 'must have a from that is not above its to'],
  ])('are not %j', (transactionNumbers, problem) => {
    expect(problemsOf({ transactionNumbers }).join()).toContain(problem);
  });

  it('are the same in both modes of a shop, whose numbers count together', () => {
    const range = { transactionNumbers: { from: 0, to: 499_999 } };
    expect(problemsOf(range, range)).toEqual([]);
    expect(problemsOf(range, {})).toEqual([
      'societes.1.LABANQUEPOSTALE.LIVE.transactionNumbers: must be 0 to 499999, as in the other account of the shop 12345678.',
    ]);
    expect(problemsOf(range, { siteId: '87654321' })).toEqual([]);
  });
});

it('the HMAC key of the REST API is a secret like the others, and may be left out', () => {
  const rest = { url: 'https://api.example/', password: { env: 'PASSWORD' } };
  expect(accountOf({ rest })?.rest?.hmacKey).toBeUndefined();
  const account = accountOf({ rest: { ...rest, hmacKey: { env: 'HMAC_KEY' } } });
  expect(account?.rest?.hmacKey?.reveal()).toBe('hmacKeyExample01');
  expect(JSON.stringify(account)).not.toContain('hmacKeyExample01');
  const missing = problemsOf({ rest: { ...rest, hmacKey: { env: 'NOWHERE' } } });
  expect(missing).toEqual([expect.stringContaining('societes.1.LABANQUEPOSTALE.TEST.rest.hmacKey:')]);
});
