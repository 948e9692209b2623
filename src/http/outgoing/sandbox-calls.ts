import { isIP } from 'node:net';
import { Agent } from 'undici';
import { type AddressCheck, createCheckedConnect, createCheckedLookup, withoutBrackets } from './checked-connect.ts';

export type SandboxCallsOptions = AddressCheck & {
  /** The gateway's own address: it may be called whatever it resolves to. */
  readonly ownUrl: string;
};

type ShopRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
};

const connectTimeoutMs = 3_000;

/**
 * How the sandbox banks call: the gateway, and addresses of this machine. A form may name any address, and its sender
 * may be a stranger. Redirects are not followed.
 */
export function createSandboxCalls({ ownUrl, ...check }: SandboxCallsOptions) {
  const own = new URL(ownUrl).origin;
  const ownAgent = new Agent({ connect: { timeout: connectTimeoutMs } });
  const checkedAgent = new Agent({ connect: createCheckedConnect({ ...check, connectTimeoutMs }) });
  const lookUp = createCheckedLookup(check);
  return {
    mayCall: (url: string): Promise<boolean> => {
      const { origin, hostname } = new URL(url);
      const host = withoutBrackets(hostname);
      if (origin === own) return Promise.resolve(true);
      if (isIP(host) !== 0) return Promise.resolve(check.mayCall(host));
      return new Promise((resolve) => lookUp(host, {}, (error) => resolve(error === null)));
    },
    send: async ({ url, ...request }: ShopRequest) => {
      const { origin, pathname, search } = new URL(url);
      const agent = origin === own ? ownAgent : checkedAgent;
      const { statusCode, body } = await agent.request({ origin, path: `${pathname}${search}`, ...request });
      return { status: statusCode, body };
    },
    close: async (): Promise<void> => {
      await Promise.all([ownAgent.destroy(), checkedAgent.destroy()]);
    },
  };
}
