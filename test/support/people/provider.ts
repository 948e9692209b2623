import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { serving } from '../http/serving.ts';

/** A real OpenID provider on this machine. Its login page lets in who is set, without asking. */

export type TestProvider = {
  readonly issuer: string;
  /** Who signs in next, with these claims. */
  readonly account: { id: string; claims: Record<string, unknown>; signedInAt: number };
  /** Allows the gateway at this address. @param published what its metadata say otherwise */
  readonly allow: (gatewayUrl: string, published?: Record<string, unknown>) => void;
  /** From now on it answers 503 to the gateway, or cuts the connection; null: it is well. */
  readonly fail: (how: 'ANSWER' | 'CUT' | null) => void;
  readonly close: () => Promise<void>;
};

export const clientId = 'reglement';
export const clientSecret = 'a secret between the gateway and the provider';

/** @param host `localhost`: another site than that of the gateway */
export async function startProvider(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<TestProvider> {
  const server = createServer();
  const { port, close } = await serving(server);
  const issuer = `http://${host}:${port}`;
  const account = { id: 'u-1', claims: {} as Record<string, unknown>, signedInAt: 0 };
  let handle: ((...given: Parameters<ReturnType<Provider['callback']>>) => unknown) | null = null;
  const allow: TestProvider['allow'] = (gatewayUrl, published = {}) => {
    const provider = createProvider(issuer, gatewayUrl, account);
    provider.use(async (context, next) => {
      await next();
      if (context.path === '/.well-known/openid-configuration') Object.assign(context.body as object, published);
    });
    const answer = provider.callback();
    handle = (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, response);
      const login = { accountId: account.id, ts: Math.floor((account.signedInAt || Date.now()) / 1000) };
      return provider.interactionFinished(request, response, { login });
    };
  };
  let failing: 'ANSWER' | 'CUT' | null = null;
  server.on('request', (request, response) => {
    if (failing === 'CUT') request.socket.destroy();
    else if (failing === 'ANSWER') response.writeHead(503).end();
    else void handle?.(request, response);
  });
  const fail = (how: typeof failing): void => {
    failing = how;
  };
  return { issuer, account, allow, fail, close };
}

function createProvider(issuer: string, gatewayUrl: string, account: TestProvider['account']): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: clientId, client_secret: clientSecret, response_types: ['code'] },
        redirect_uris: [`${gatewayUrl}/console/callback`],
        grant_types: ['authorization_code'],
      },
    ],
    claims: {
      openid: ['sub', 'roles', 'groups', 'realm_access'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    // As at the providers of companies: what the scopes ask for is in the ID token itself.
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...account.claims }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? account.id });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

type Jar = Map<string, string>;
const take = (jar: Jar, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
};
const cookiesOf = (jar: Jar): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** A browser without a window that goes to the provider and comes back with the address of the callback. */
export function createTraveller(gatewayUrl: string) {
  const jars = new Map<string, Jar>();
  const go = async (url: string, headers: Record<string, string> = {}): Promise<Response> => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    const response = await fetch(url, { redirect: 'manual', headers: { Cookie: cookiesOf(jar), ...headers } });
    take(jar, response);
    return response;
  };
  return {
    go,
    cookies: (): Jar => jars.get(gatewayUrl) ?? new Map(),
    /** Forgets the provider's own session. */
    leave: (origin: string): void => void jars.delete(origin),
    /** @returns the address to which the provider leads back */
    reachCallback: async (start = `${gatewayUrl}/console/oidc`): Promise<string> => {
      let url = start;
      for (let hops = 0; hops < 10; hops++) {
        const response = await go(url);
        const location = response.headers.get('Location');
        if (location === null) throw new Error(`${url} led nowhere: ${response.status} ${await response.text()}`);
        url = new URL(location, url).href;
        if (url.startsWith(`${gatewayUrl}/console/callback`)) return url;
      }
      throw new Error('the provider led in circles');
    },
  };
}
