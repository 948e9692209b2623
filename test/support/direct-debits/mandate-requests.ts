import {
  CreateMandateDocument,
  type CreateMandateInput,
  type CreateMandateMutation,
  SignMandateDocument,
} from '../../generated/graphql.ts';
import type { TestGateway } from '../gateway.ts';

/** A published test account, with the right RIB key. */
export const debtorIban = 'FR7630006000011234567890189';
export const otherIban = 'FR1420041010050500013M02606';

export const coreMandate: CreateMandateInput = {
  idSociete: '1',
  idClient: '2263',
  runMode: 'TEST',
  scheme: 'CORE',
  debtor: {
    name: 'Café & Thé du Commerce',
    iban: 'fr76 3000 6000 0112 3456 7890 189',
    address: { street: 'Rue de la Paix', buildingNumber: '12', postalCode: '75002', town: 'Paris', country: 'FR' },
  },
};

export type CreationResult = CreateMandateMutation['createMandate'];
export type Created = Extract<CreationResult, { __typename: 'CreateMandateSuccess' }>['mandate'];

export async function create(
  gateway: TestGateway,
  change: Partial<CreateMandateInput> = {},
  headers: Record<string, string> = {},
): Promise<CreationResult> {
  const { data, errors } = await gateway.send(CreateMandateDocument, { input: { ...coreMandate, ...change } }, headers);
  if (!data) throw new Error(`the mutation answered ${JSON.stringify(errors)}`);
  return data.createMandate;
}

export async function created(
  gateway: TestGateway,
  change: Partial<CreateMandateInput> = {},
  headers: Record<string, string> = {},
): Promise<Created> {
  const result = await create(gateway, change, headers);
  if (result.__typename !== 'CreateMandateSuccess') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.mandate;
}

const dayMs = 86_400_000;
const firstSignature = Date.UTC(2025, 0, 15);

/** A CORE mandate that can be used, signed on 2025-01-15; later where the clock is so far ahead that this is too old. */
export async function signed(
  gateway: TestGateway,
  change: Partial<CreateMandateInput> = {},
  headers: Record<string, string> = {},
): Promise<Created> {
  const { id } = await created(gateway, change, headers);
  const signature = {
    signedOn: new Date(Math.max(firstSignature, gateway.now() - 1000 * dayMs)).toISOString().slice(0, 10),
    method: 'PAPER',
    place: 'Paris',
    evidenceDigest: 'ab'.repeat(32),
  } as const;
  const { data } = await gateway.send(SignMandateDocument, { input: { id, ...signature } }, headers);
  const result = data?.signMandate;
  if (result?.__typename !== 'ChangeMandateSuccess') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.mandate;
}
