import type { Person } from '../../../src/modules/people/person.ts';
import type { TestGateway } from '../gateway.ts';
import { identifiers } from '../store/examples.ts';

/** @returns the id of a view that this person kept */
export async function storeView(
  { store }: TestGateway,
  { id: personId, createdAt: at }: Person,
  { isShared }: { readonly isShared: boolean },
): Promise<string> {
  const id = identifiers.newId('sav');
  await store.transact((transaction) =>
    transaction.insertSavedView({
      ...{ id, owner: `console/${personId}`, name: 'v', page: 'PAYMENTS', search: '', isShared },
      ...{ societes: null, createdAt: at, updatedAt: at },
    }),
  );
  return id;
}
