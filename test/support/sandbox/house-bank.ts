import type { RunningSandbox } from './running-sandbox.ts';

/** What a person or a program asks the company's bank for. */

export type Received = {
  readonly status: 'ACCEPTED' | 'PARTIALLY_ACCEPTED' | 'REJECTED';
  readonly messageId: string | null;
  readonly debits: number;
  readonly rejected: number;
  readonly totalCents: number;
  readonly faults: readonly { readonly code: string; readonly place: string; readonly message: string }[];
  readonly report: string | null;
};

/** As the bank's page names them. */
export type DocumentVersion = '02' | '08' | 'cfonb' | 'mt940';

export type ListedDocument = { readonly name: string; readonly kind: string; readonly day: string };

export const houseBank = (sandbox: Pick<RunningSandbox, 'url'>) => {
  const address = (): string => `${sandbox.url}/house-bank`;
  const postJson = (path: string, body: object) =>
    fetch(`${address()}/${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const documents = async (version: DocumentVersion = '08') => {
    const { documents: listed } = (await (await fetch(`${address()}/documents?version=${version}`)).json()) as {
      documents: ListedDocument[];
    };
    return listed;
  };
  const download = async (name: string) => (await fetch(`${address()}/documents/${name}`)).text();
  return {
    get address() {
      return address();
    },
    documents,
    download,
    postJson,
    handOver: async (body: string | Buffer, type = 'application/xml') => {
      const sent = typeof body === 'string' ? body : new Uint8Array(body);
      const response = await fetch(`${address()}/files`, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: sent,
      });
      return { httpStatus: response.status, ...((await response.json()) as Received) };
    },
    script: async (script: object) => {
      const response = await postJson('scripts', script);
      if (response.status !== 201) throw new Error(await response.text());
    },
    nextDay: async () => (await (await postJson('next-day', {})).json()) as { readonly day: string },
    /** Lets days pass until the bank has this one. */
    reach: async (day: string) => {
      for (;;) {
        const { day: reached } = (await (await postJson('next-day', {})).json()) as { day: string };
        if (reached >= day) return reached;
      }
    },
    debits: async () => {
      const { debits } = (await (await fetch(`${address()}/debits`)).json()) as {
        debits: { endToEndId: string; status: string; reason: string | null; changedOn: string }[];
      };
      return new Map(debits.map((debit) => [debit.endToEndId, debit]));
    },
    /** Every document of a kind, as it is now. */
    downloads: async (kind: string, version: DocumentVersion = '08') => {
      const listed = (await documents(version)).filter((one) => one.kind === kind);
      return Promise.all(listed.map(async ({ name }) => ({ name, xml: await download(name) })));
    },
  };
};
