import { describe, expect, expectTypeOf, it } from 'vitest';
import { match, type RefundPaymentMutation } from '../../clients/typescript/src/index.ts';

/** What does not compile stands under `@ts-expect-error`: `npm run check:types` fails where it begins to compile. */

type Result =
  | { __typename: 'PaidSuccess'; amount: number }
  | { __typename: 'NotAllowedError' | 'InvalidInputError'; message: string };
const paid = { __typename: 'PaidSuccess', amount: 1250 } as Result;
const refused = { __typename: 'NotAllowedError', message: 'no' } as Result;
const all = {
  PaidSuccess: ({ amount }: { amount: number }) => amount,
  NotAllowedError: () => 'not allowed' as const,
  InvalidInputError: () => null,
};

describe('match', () => {
  it('calls the case that the result is, with its own type', () => {
    const shown = match(paid, {
      PaidSuccess: ({ amount }) => amount,
      NotAllowedError: ({ message }) => message,
      InvalidInputError: ({ __typename }) => __typename,
    });
    expectTypeOf(shown).toEqualTypeOf<number | string>();
    expect(shown).toBe(1250);
    expect(match(refused, all)).toBe('not allowed');
  });

  it('does not compile without a case, or with one that is not of the union', () => {
    // @ts-expect-error InvalidInputError is missing
    match(paid, { PaidSuccess: () => 1, NotAllowedError: () => 2 });
    // @ts-expect-error RefusedError is not of the union
    match(paid, { ...all, RefusedError: () => 4 });
    const refund = { __typename: 'OutcomeUnknownError' } as RefundPaymentMutation['refundPayment'];
    const cases = {
      ...{ RefundPaymentSuccess: () => 1, InvalidInputError: () => 2, NotAllowedError: () => 3 },
      ...{ OperationNotPossibleError: () => 4, OperationInProgressError: () => 5 },
      ...{ IdempotencyConflictError: () => 6, ProviderUnavailableError: () => 7, ApprovalRequiredError: () => 8 },
    };
    // @ts-expect-error OutcomeUnknownError is missing: a doubt must be thought of
    const refundMatch = () => match(refund, cases);
    expect(refundMatch).toThrow('OutcomeUnknownError');
  });

  it('gives a case of a newer gateway to the last function, or throws', () => {
    const newer = { __typename: 'NewError', message: 'new' } as unknown as Result;
    expect(match(newer, all, ({ __typename }) => `${__typename}?`)).toBe('NewError?');
    expect(() => match(newer, all)).toThrow('NewError');
    expect(() => match({ __typename: 'toString' } as unknown as Result, all)).toThrow('toString');
  });
});
