import type { Request, Response } from 'express';

/**
 * The cookies of the console. `__Host-` makes the browser keep them for this host alone, from https alone, and lets no
 * other site or sub-domain set one. Chromium and Firefox take `http://localhost` and `http://127.0.0.1` for as safe as
 * https and keep these cookies there too; Safari does not, and needs https.
 */
const sessionCookie = '__Host-console';
const flowCookie = '__Host-console-flow';

const attributes = 'Path=/; Secure; HttpOnly';

const cookiesOf = ({ headers }: Pick<Request, 'headers'>, name: string): readonly string[] =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));

/** Null where the browser sent none, or more than one. */
function cookieOf(request: Pick<Request, 'headers'>, name: string): string | null {
  const found = cookiesOf(request, name);
  return found.length === 1 ? (found[0] ?? '').slice(name.length + 1) : null;
}

/** Whether a request brings the cookie of a session, whatever its value. */
export const bringsSession = (request: Pick<Request, 'headers'>): boolean =>
  cookiesOf(request, sessionCookie).length > 0;

/** The token of the session; null for what cannot be one. */
export function sessionTokenOf(request: Pick<Request, 'headers'>): string | null {
  const token = cookieOf(request, sessionCookie);
  return token !== null && /^[\w-]{43}$/.test(token) ? token : null;
}

/** No `Max-Age`: the browser forgets it when it closes, and the gateway ends it in any case. */
export const setSession = (response: Response, token: string): void =>
  void response.append('Set-Cookie', `${sessionCookie}=${token}; ${attributes}; SameSite=Strict`);

export const clearSession = (response: Response): void =>
  void response.append('Set-Cookie', `${sessionCookie}=; ${attributes}; SameSite=Strict; Max-Age=0`);

/** What a sign-in at the provider has to bring back. */
export type Flow = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** A step-up, not a sign-in. */
  readonly confirms: boolean;
  /** It goes on in a window of its own, which closes at the end. */
  readonly closes: boolean;
};

const flowSeconds = 600;

/** `Lax`, for the provider's site leads back. */
export const setFlow = (response: Response, flow: Flow): void =>
  void response.append(
    'Set-Cookie',
    `${flowCookie}=${Buffer.from(JSON.stringify(flow)).toString('base64url')}; ${attributes}; SameSite=Lax; Max-Age=${flowSeconds}`,
  );

export const clearFlow = (response: Response): void =>
  void response.append('Set-Cookie', `${flowCookie}=; ${attributes}; SameSite=Lax; Max-Age=0`);

export function flowOf(request: Pick<Request, 'headers'>): Flow | null {
  const text = cookieOf(request, flowCookie);
  if (text === null || text.length > 2000) return null;
  try {
    const { state, nonce, verifier, confirms, closes } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const isWhole = [state, nonce, verifier].every((part) => typeof part === 'string' && part.length >= 20);
    return isWhole ? { state, nonce, verifier, confirms: confirms === true, closes: closes === true } : null;
  } catch {
    return null;
  }
}
