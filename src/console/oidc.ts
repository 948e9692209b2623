import * as oidc from 'openid-client';
import type { OidcSettings } from '../modules/people/settings.ts';
import type { ProviderIdentity } from '../modules/people/sign-in/sign-in-with-provider.ts';
import type { Flow } from './cookies.ts';

/** Sign-in at an OpenID provider: code flow with PKCE, `state` and `nonce`. */

export type OidcClient = {
  /**
   * Where to send the browser, and what has to come back.
   * @param asked `maxAgeMs`: the provider asks a person again whose sign-in there is older; with 0 in any case. It has to
   * say then when it asked last (`auth_time`). The browser can take this out, so that the answer counts alone.
   * @throws ProviderUnreachableError
   */
  readonly begin: (
    settings: OidcSettings,
    asked: Pick<Flow, 'confirms' | 'closes'> & { readonly maxAgeMs: number },
  ) => Promise<{ readonly url: URL; readonly flow: Flow }>;
  /** Exchanges the code and checks the ID token. @throws ProviderUnreachableError; another where anything does not hold */
  readonly finish: (settings: OidcSettings, flow: Flow, query: string) => Promise<ProviderIdentity>;
};

export class ProviderUnreachableError extends Error {
  override readonly name = 'ProviderUnreachableError';
}

const timeoutSeconds = 10;
/** Between the clocks of the provider and of this machine. */
const toleranceSeconds = 30;
const metadataMs = 3_600_000;

/** @param redirectUri as it is registered at the provider */
export function createOidcClient(redirectUri: string, monotonicMs: () => number): OidcClient {
  const configurationOf = createConfigurations(monotonicMs);
  return {
    begin: async (settings, { confirms, closes, maxAgeMs }) => {
      const configuration = await configurationOf(settings);
      const flow: Flow = {
        ...{ state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() },
        ...{ confirms, closes },
      };
      const url = oidc.buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: redirectUri, scope: 'openid profile email', state: flow.state, nonce: flow.nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        max_age: String(Math.floor(maxAgeMs / 1000)),
        ...(maxAgeMs === 0 && { prompt: 'login' }),
      });
      return { url, flow };
    },
    finish: async (settings, { state, nonce, verifier, confirms }, query) => {
      const configuration = await configurationOf(settings);
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const answer = await oidc
        .authorizationCodeGrant(configuration, new URL(`${redirectUri}${query}`), {
          ...checks,
          ...(confirms && { maxAge: toleranceSeconds * 4 }),
        })
        .catch((error: Error) => {
          throw error.cause instanceof ProviderUnreachableError ? error.cause : error;
        });
      const claims = answer.claims();
      if (claims === undefined) throw new Error('the provider sent no ID token');
      return { ...identityIn(claims, settings.rolesClaim), neverSaysWhen: neverSaysWhen(configuration) };
    },
  };
}

/** What the provider publishes about itself, kept for an hour and for the settings that are in force. */
function createConfigurations(monotonicMs: () => number) {
  let kept: {
    readonly settings: OidcSettings;
    readonly until: number;
    readonly found: Promise<oidc.Configuration>;
  } | null = null;
  return async (settings: OidcSettings): Promise<oidc.Configuration> => {
    if (kept === null || kept.settings !== settings || monotonicMs() > kept.until) {
      kept = { settings, until: monotonicMs() + metadataMs, found: discover(settings) };
    }
    const { found } = kept;
    try {
      return await found;
    } catch (cause) {
      kept = null;
      throw new ProviderUnreachableError('the identity provider cannot be asked', { cause });
    }
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret.reveal());
  const url = new URL(issuer);
  const configuration = await oidc.discovery(
    url,
    clientId,
    { [oidc.clockTolerance]: toleranceSeconds },
    authentication,
    // The config takes an issuer without https on this machine alone.
    {
      timeout: timeoutSeconds,
      [oidc.customFetch]: fetchOrUnreachable,
      execute: url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    },
  );
  // The ID token comes over TLS from the provider itself; its signature is checked all the same.
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** What the provider could not answer says nothing about the proof. */
const fetchOrUnreachable: oidc.CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit).catch((cause: unknown) => {
    throw new ProviderUnreachableError('the identity provider cannot be asked', { cause });
  });
  if (response.status >= 500) throw new ProviderUnreachableError(`the identity provider answered ${response.status}`);
  return response;
};

/** Whether the provider publishes which claims it has, and `auth_time` is none of them. */
function neverSaysWhen(configuration: oidc.Configuration): boolean {
  const { claims_supported: claims } = configuration.serverMetadata();
  return Array.isArray(claims) && !claims.includes('auth_time');
}

type Claims = NonNullable<ReturnType<Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>['claims']>>;

function identityIn(claims: Claims, rolesClaim: string): Omit<ProviderIdentity, 'neverSaysWhen'> {
  const textOf = (name: string): string | null => (typeof claims[name] === 'string' ? claims[name] : null);
  const { auth_time: authTime } = claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: textOf('name'),
    login: textOf('preferred_username') ?? textOf('email'),
    claims: rolesIn(claims, rolesClaim),
    authenticatedAt: typeof authTime === 'number' ? authTime * 1000 : null,
  };
}

/** An address that the provider did not verify could be that of anyone. */
function rolesIn(claims: Claims, rolesClaim: string): string[] {
  if (rolesClaim === 'email' && claims.email_verified !== true) return [];
  const value = claims[rolesClaim] ?? rolesClaim.split('.').reduce<unknown>(memberOf, claims);
  return [value].flat().filter((role) => typeof role === 'string');
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
