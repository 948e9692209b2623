import { patientFetch } from './patient-fetch.ts';

/** The company's bank, as its simulator in the sandbox answers over HTTP. */

export type DayResult = {
  readonly day: string;
  readonly settled: number;
  readonly rejected: number;
  readonly returned: number;
  readonly refunded: number;
};

export type TakenFile = {
  readonly status: 'ACCEPTED' | 'PARTIALLY_ACCEPTED' | 'REJECTED';
  readonly debits: number;
  readonly rejected: number;
  readonly faults: readonly { readonly code: string; readonly place: string; readonly message: string }[];
};

export type Delivered = { readonly document: string; readonly delivered: boolean; readonly answer: string };

export type Bank = ReturnType<typeof bankAt>;

export function bankAt(gatewayUrl: string) {
  const address = `${gatewayUrl}/sandbox/house-bank`;
  const ask = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    const response = await patientFetch(`${address}/${path}`, init);
    const answer = (await response.json()) as Answer;
    // A file that was refused and a delivery that failed say so in their answer.
    if (!response.ok && response.status !== 422 && response.status !== 502) {
      throw new Error(`the bank answered ${response.status} to ${path}: ${JSON.stringify(answer)}`);
    }
    return answer;
  };
  const post = <Answer>(path: string, body: object): Promise<Answer> =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    address,
    handOver: (file: string): Promise<TakenFile> =>
      ask('files', { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body: file }),
    script: (script: object): Promise<unknown> => post('scripts', script),
    transfer: (transfer: object): Promise<unknown> => post('transfers', transfer),
    nextDay: (): Promise<DayResult> => post('next-day', {}),
    day: (): Promise<{ day: string; accounts: { iban: string; balanceCents: number }[] }> => ask('day'),
    /** Left out: all that is new. */
    deliver: async (way: 'UPLOAD' | 'FOLDER', documents?: readonly string[]): Promise<readonly Delivered[]> =>
      (await post<{ deliveries: Delivered[] }>('deliveries', { way, ...(documents && { documents }) })).deliveries,
    documents: async (version: '02' | '08'): Promise<readonly { readonly name: string; readonly isFinal: boolean }[]> =>
      (await ask<{ documents: { name: string; isFinal: boolean }[] }>(`documents?version=${version}`)).documents,
    download: async (name: string): Promise<string> => (await patientFetch(`${address}/documents/${name}`)).text(),
  };
}
