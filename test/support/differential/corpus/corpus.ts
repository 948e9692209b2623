import type { Entry } from '../two-doors.ts';
import { keys } from './keys.ts';
import { requests } from './requests.ts';
import { values } from './values.ts';
import { whatAndWho } from './what-and-who.ts';

/** The same requests in the words of the old interface and in those of GraphQL. */
export const entries: readonly (Entry & { readonly index: number })[] = [
  ...whatAndWho,
  ...values,
  ...requests,
  ...keys,
].map((entry, index) => ({ ...entry, index }));
