import { hash } from 'node:crypto';
import type { Person } from '../../../src/modules/people/person.ts';
import { night, paidAtBank } from '../at-bank.ts';
import { asClient } from '../clients/client-named.ts';
import type { TestGateway } from '../gateway.ts';
import { askGraphql } from '../schema/ask-graphql.ts';
import { askConsole, cookie, enterPerson, resultIn, sessionOf } from './console.ts';

export type Who = { readonly person: Person; readonly token: string };

/** A person of this role, signed in. */
export async function enter(
  gateway: TestGateway,
  role: string,
  session: Parameters<typeof sessionOf>[2] = {},
): Promise<Who> {
  const person = await enterPerson(gateway, [role]);
  return { person, token: await sessionOf(gateway, person, session) };
}

/** The console asks its own documents alone. A gateway with `consoleDocuments` takes those of a test as well. */
export function ownDocuments() {
  let documents: ReadonlyMap<string, string> = new Map();
  return {
    consoleDocuments: () => documents,
    /** The result of the one operation that a person asks, or the client of this name. */
    ask: async <Result>(gateway: TestGateway, who: Who | string | undefined, query: string): Promise<Result> => {
      if (typeof who === 'string') return resultIn(await askGraphql(gateway, query, {}, asClient(who)));
      const documentId = hash('sha256', query);
      // Another map each time: what is registered is read once from each.
      documents = new Map([...documents, [documentId, query]]);
      return resultIn((await askConsole(gateway, { documentId }, cookie(who?.token ?? ''))).body);
    },
  };
}

/** A payment of this client, paid at its bank the day before. */
export async function paidYesterday(gateway: TestGateway, client: string): Promise<string> {
  const initiation = await paidAtBank(gateway, {}, asClient(client));
  await night(gateway);
  return initiation.payment.id;
}
