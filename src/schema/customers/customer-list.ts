import type { CustomerKey, Customer as CustomerRecord } from '../../modules/customers/customer.ts';
import { isBefore, listCustomers, readCustomers } from '../../modules/customers/save-customers.ts';
import { customerOfKey } from '../../modules/search/document-of.ts';
import { builder, pageArguments } from '../builder.ts';
import { isText, listWithText } from '../search/list-with-text.ts';
import type { SchemaContext } from '../server/context.ts';
import { identifierWanted } from '../server/list-filters.ts';
import { keyOfCursor, pageOf, pageSize } from '../server/page.ts';
import { Customer } from './customer.ts';

const CustomerConnection = builder.connectionObject(
  { type: Customer, name: 'CustomerConnection', description: 'A page of the directory.' },
  { name: 'CustomerEdge', description: 'A customer and its place in the directory.' },
);

/** The index is by time, and the directory by number: so many are found, and put into the order of the directory. */
const foundAtMost = 500;

type Query = Parameters<typeof listCustomers>[2];

async function customersWithText(
  { services, caller }: Pick<SchemaContext, 'services' | 'caller'>,
  { idSociete, after, limit }: Query,
  text: string,
): Promise<readonly CustomerRecord[]> {
  const found = await listWithText(services, caller, {
    ...{ kind: 'CUSTOMER', text, beforeId: null, limit: foundAtMost, within: { idSociete } },
    list: (keys) => {
      const known = (keys ?? []).flatMap((key) => customerOfKey(key) ?? []);
      const wanted = known.filter((key) => idSociete === null || key.idSociete === idSociete);
      return readCustomers(services, caller, wanted);
    },
  });
  return found
    .filter((one) => after === null || isBefore(after, one))
    .toSorted((one, other) => (isBefore(one, other) ? -1 : 1))
    .slice(0, limit);
}

builder.queryField('customers', (t) =>
  t.field({
    type: CustomerConnection,
    description: 'The directory, as far as you may see it, by société and number. Needs the scope `customers`.',
    args: {
      idSociete: t.arg.string({ description: 'Of this société alone.' }),
      text: t.arg.string({
        description: `Only those that have these words, as \`search\` finds them: the newest ${foundAtMost}.`,
      }),
      ...pageArguments(t, 'customer'),
    },
    resolve: async (_root, { idSociete, text, first, after }, { services, caller }) => {
      const size = pageSize(first, 20);
      const query = {
        idSociete: identifierWanted(idSociete),
        after: keyOfCursor(after, readCursor),
        limit: size + 1,
      };
      const customers = isText(text)
        ? await customersWithText({ services, caller }, query, text)
        : await listCustomers(services, caller, query);
      return pageOf(customers, size, cursorOf, Boolean(after));
    },
  }),
);

/** Numbers never contain a slash. */
const cursorOf = ({ idSociete, idClient }: CustomerKey): string => `${idSociete}/${idClient}`;

function readCursor(cursor: string): CustomerKey | null {
  const [idSociete, idClient, ...rest] = cursor.split('/');
  return idSociete && idClient && rest.length === 0 ? { idSociete, idClient } : null;
}
