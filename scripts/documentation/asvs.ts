import { existsSync } from 'node:fs';

/** A chapter of OWASP ASVS 5: ids, and what keeps them. A name as `console/oidc` is a test. */
type Chapter = {
  readonly title: string;
  readonly rows: readonly (readonly [ids: string, kept: string])[];
  readonly more?: string;
};

const chapters: readonly Chapter[] = [
  {
    title: 'V6 Authentication',
    rows: [
      [
        '6.1.1, 6.3.1',
        '`console/password`: five free guesses for a login, fifty for a network, then waits of 1 minute to 1 hour, counted in the database before the check; a right one counts no more. A locked login can still use a passkey or the provider, so a stranger locks no person out',
      ],
      [
        '6.1.2, 6.2.11',
        '`console/password`: words of the company (`password-strength.ts`), name and login of the person',
      ],
      [
        '6.1.3, 6.3.3',
        'three ways, [here](../how-to/let-people-sign-in.md): provider, passkey, password with code. Each gives the same session, and only a fresh proof allows actions with consequences',
      ],
      ['6.2.1, 6.2.9', '12 to 256 characters. Fewer than the advised 15, because a password never suffices'],
      ['6.2.2, 6.2.3', '`console/password`: the change wants the present password and a code'],
      ['6.2.4', '`console/password`: the lists of zxcvbn-ts (leaked passwords, French words and names)'],
      ['6.2.5, 6.2.8, 6.2.10', 'any characters, used as they came; no expiry'],
      ['6.2.6, 6.2.7', '`console/in-a-browser`: `type=password`, `autocomplete`, no script touches the fields'],
      [
        '6.3.2',
        'passkeys with user verification, or password and code; at a provider its policy must ask for two factors',
      ],
      [
        '6.4.1',
        '`console/password`, `cli/console`: links of 256 random bits, for one use within 24 hours; no initial password',
      ],
      ['6.4.2', 'none'],
      [
        '6.4.3, 6.4.4',
        '`console/password`: only an administrator resets, which takes all factors away and starts anew; a recovery code stands for the app alone',
      ],
      ['6.5.1', '`console/password`: codes of the app and recovery codes count once'],
      [
        '6.5.2, 6.5.3, 6.5.4',
        'recovery codes and seeds come from `crypto.randomBytes` or WebCrypto, 120 and 160 bits; recovery codes are stored as SHA-256',
      ],
      ['6.5.5', '30 seconds, and one step before and after for clocks that differ'],
      ['6.6.1 to 6.6.3', 'not used'],
      [
        '6.7.1, 6.7.2',
        'public keys change only with a link; challenges of 256 bits serve once within 5 minutes: `console/in-a-browser`',
      ],
      ['6.8.1', 'one provider at a time; a person is `iss` and `sub` together: `console/oidc`'],
      ['6.8.2', 'signatures of ID tokens are checked (`oidc.ts`), beside TLS'],
      ['6.8.3', 'no SAML'],
      ['6.8.4', '`auth_time`: a step-up wants the last minutes, a sign-in the last hours: `console/oidc`'],
    ],
  },
  {
    title: 'V7 Sessions',
    rows: [
      [
        '7.1.1, 7.3.1, 7.3.2',
        '`modules/people/sessions`: 30 minutes idle, 10 hours in all, as NIST AAL2 allows (30 minutes, 12 hours). An open page is no activity',
      ],
      ['7.1.2', 'any number of sessions: people work at two screens. Each sees and ends them'],
      [
        '7.1.3, 7.6.1',
        "the session is the gateway's own: it ends by its limits, not with that of the provider. Roles follow the provider at each sign-in",
      ],
      ['7.2.1, 7.2.2', 'rows in the database, looked up for each request'],
      ['7.2.3', '256 bits of `crypto.randomBytes`, stored as SHA-256'],
      ['7.2.4', '`modules/people/sessions`, `console/oidc`: a new token at sign-in and step-up; the old one ends'],
      ['7.4.1', '`console/graphql`, `console/in-a-browser`: the row goes, pages are `no-store`, `Clear-Site-Data`'],
      ['7.4.2', '`modules/people/sessions`, `cli/console`: a disabled person has no session'],
      [
        '7.4.3',
        '`console/password`, `modules/people/in-flight`: a changed password ends the other sessions, a reset all, even under way',
      ],
      ['7.4.4', '`/console` has the button; it is the only page so far'],
      ['7.4.5', '`modules/people/sessions`: the right `people`, and `console change --disable`'],
      [
        '7.5.1',
        '`console/password`: a password is changed by password and code; a passkey is added or removed only with a fresh proof; at a provider that publishes no `auth_time` the first also by a new sign-in',
      ],
      [
        '7.5.2',
        'people see and end their sessions. No new proof is asked for: ending takes something away and must be quick',
      ],
      [
        '7.6.2',
        "`console/oidc`: a sign-in begins by a click on the gateway's own page, not where another site sends the browser",
      ],
    ],
    more: 'Cookies (chapter 3): `__Host-console`, `Secure`, `HttpOnly`, `SameSite=Strict` (`console/password`). Requests of other sites: `console/graphql`.',
  },
  {
    title: 'V8 Authorization',
    rows: [
      ['8.1.1', '[scopes](vocabulary.md#scope), [roles](../how-to/let-people-sign-in.md#roles)'],
      ['8.1.2, 8.2.3', 'descriptions of the fields in the schema; `login`, `roles` of a person: `rights/roles`'],
      [
        '8.2.1, 8.2.2, 8.3.1',
        '`rights/every-operation`, `rights/roles`: every field of the schema, by every kind of client and every role, in the use case; a foreign object looks like an unknown one',
      ],
      ['8.4.1', '`rights/roles`: sociétés, origins, targets and run modes'],
    ],
  },
  {
    title: 'V10 OAuth and OIDC, as a client',
    rows: [
      ['10.1.1', 'tokens of the provider stay in the gateway, which forgets them at once'],
      [
        '10.1.2, 10.2.1',
        '`console/oidc`: state, nonce and PKCE (S256), new for each sign-in, in a `__Host-` cookie of ten minutes',
      ],
      ['10.2.2, 10.5.3', 'one provider; `iss` of the answer and of the metadata are checked: `console/oidc`'],
      ['10.5.1', '`console/oidc`: nonce'],
      ['10.5.2', '`console/oidc`: `iss` and `sub`. `email` gives roles only where it is verified'],
      ['10.5.4', '`openid-client` checks `aud`'],
      ['10.5.5', 'no back-channel logout: an administrator disables the person'],
    ],
  },
];

/** The page of how the sign-in keeps ASVS. @throws where it names a test that is not there */
export function describeAsvs(): string {
  const texts = chapters.flatMap(({ rows, more = '' }) => [...rows.map(([, kept]) => kept), more]);
  const tests = texts.flatMap((text) => [...text.matchAll(/`([a-z-]+(?:\/[a-z-]+)+)`/g)].map(([, name]) => name));
  const missing = tests.filter((name) => !existsSync(`test/${name}.test.ts`));
  if (missing.length > 0) throw new Error(`asvs.ts names tests that are not there: ${missing.join(', ')}`);
  return [
    '# The sign-in and OWASP ASVS 5',
    '',
    'Written by `npm run codegen` from `scripts/documentation/asvs.ts`.',
    'Level 1 and 2 of four chapters, each with the test that shows it or the reason. Tests are under `test/`. What is not in the table is of',
    'level 3, or about a role that the gateway does not have: it is no OAuth authorization server, no resource server with access tokens,',
    'and sends no codes by telephone or mail.',
    '',
    ...chapters.flatMap(({ title, rows, more }) => [
      `## ${title}`,
      '',
      '| id | kept by |',
      '|---|---|',
      ...rows.map(([ids, kept]) => `| ${ids} | ${kept} |`),
      '',
      ...(more === undefined ? [] : [more, '']),
    ]),
  ].join('\n');
}
