import { type PagesServer, trickyFields } from './pages-server.ts';

export const bank = 'https://bank.example:8443';
export const form = { method: 'POST', url: `${bank}/cgi/pay?a=1&b=2`, fields: trickyFields, expiresAt: null } as const;

export type Shown = { readonly status: number; readonly headers: Headers; readonly body: string };
/** Reads the pages of the server that a test started. */
export const showOn = (server: () => PagesServer) => ({
  show: async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const response = await fetch(server().origin + path, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, body: await response.text() };
  },
  link: (rest = ''): string => `/pay/${server().token}${rest}`,
});
export const english = { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } };

export const withoutNonce = ({ body }: Shown): string => body.replaceAll(/nonce="[^"]*"/g, '');
/** What the parser of a browser makes of an attribute or a text. Every entity that we write, and no other. */
export const decode = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (entity) => {
    return { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" }[entity] ?? '';
  });
export const fieldsOf = (body: string): [string, string][] =>
  [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    decode(name),
    decode(value),
  ]);
/** What a person reads, whatever the mark-up. */
export const textOf = (body: string): string => {
  const content = body.replace(/^.*<body>/s, '').replace(/<script.*$/s, '');
  return asRead(decode(content.replaceAll(/<[^>]*>/g, ' ')));
};
/** Spaces that break no line are spaces to a reader. */
export const asRead = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
