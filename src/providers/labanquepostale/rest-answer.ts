import { z } from 'zod';

/** The fields that we read of Lyra's REST API V4 answers. Other members are ignored. */

const envelope = z.object({
  status: z.enum(['SUCCESS', 'ERROR']),
  mode: z.string().nullish(),
  answer: z.unknown(),
});

const failure = z.object({ errorCode: z.string().regex(/^[A-Z]{2,8}_[0-9]{3,4}$/) });

const transaction = z.object({
  uuid: z.string().regex(/^[0-9a-f]{32}$/),
  amount: z.int().nonnegative(),
  currency: z.string(),
  operationType: z.string(),
  detailedStatus: z.string().regex(/^[A-Z0-9_]{1,64}$/),
  detailedErrorCode: z.string().nullish(),
  transactionDetails: z.object({ cardDetails: z.object({ effectiveBrand: z.string().nullish() }).nullish() }).nullish(),
});
export type RestTransaction = z.infer<typeof transaction>;

const order = z.object({
  shopId: z.string().nullish(),
  orderDetails: z.object({ orderId: z.string(), mode: z.string() }),
  transactions: z.array(transaction).min(1),
});
export type RestOrder = z.infer<typeof order>;

const answeredPayment = z.object({
  shopId: z.string(),
  orderDetails: z.object({
    orderId: z
      .string()
      .regex(/^\P{Cc}{0,64}$/u)
      .nullish(),
    mode: z.string(),
  }),
  transactions: z.array(transaction).min(1).max(30),
});

/** The payment in a verified `kr-answer`; null where there is none. */
export const readAnswer = (text: string): z.infer<typeof answeredPayment> | null =>
  answeredPayment.safeParse(parseJson(Buffer.from(text))).data ?? null;

export type RestAnswer =
  | { readonly kind: 'SUCCESS'; readonly mode: string | null; readonly answer: unknown }
  | { readonly kind: 'ERROR'; readonly code: string };

/** The envelope decides, because errors come with HTTP 200; null where there is none. */
export function readEnvelope(body: Buffer): RestAnswer | null {
  const parsed = envelope.safeParse(parseJson(body));
  if (!parsed.success) return null;
  const { status, mode, answer } = parsed.data;
  if (status === 'SUCCESS') return { kind: 'SUCCESS', mode: mode ?? null, answer };
  const code = failure.safeParse(answer);
  return code.success ? { kind: 'ERROR', code: code.data.errorCode } : null;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

export const readOrder = (answer: unknown): RestOrder | null => order.safeParse(answer).data ?? null;
export const readTransaction = (answer: unknown): RestTransaction | null => transaction.safeParse(answer).data ?? null;

const responseCode = z.object({ responseCode: z.literal(0) });
export const isPlainSuccess = (answer: unknown): boolean => responseCode.safeParse(answer).success;

export const orderNotFound = 'PSP_010';

type Outcome = { readonly outcome: 'REFUSED' | 'UNKNOWN' | 'NOT_SENT'; readonly reason: string };

const outcomes: ReadonlyMap<string, Outcome> = new Map(
  (
    [
      ['REFUSED', 'refused by the acquirer', 'ACQ_001'],
      ['REFUSED', 'the shop may not do this', 'PSP_001 PSP_043 PSP_100 PSP_109 PSP_606 PSP_610'],
      ['REFUSED', 'the bank has no such transaction', 'PSP_010'],
      ['REFUSED', 'the transaction is in a state that does not allow this', 'PSP_011 PSP_083 PSP_101 PSP_102 PSP_503'],
      ['REFUSED', 'it cannot be cancelled any more: refund it', 'PSP_075'],
      [
        'REFUSED',
        'the bank has not collected it yet: until it has, only the whole amount can be given back, and no part',
        'PSP_076',
      ],
      ['REFUSED', 'amount or currency not accepted', 'PSP_020 PSP_021'],
      ['REFUSED', 'more than was paid', 'PSP_510 PSP_511'],
      ['NOT_SENT', 'too many calls', 'PSP_106'],
      // It may have been this very operation.
      ['UNKNOWN', 'it was done before', 'PSP_012 PSP_104 PSP_105 PSP_113'],
    ] as const
  ).flatMap(([outcome, reason, codes]) => codes.split(' ').map((code) => [code, { outcome, reason }] as const)),
);

/** The meaning of an error code for an operation. The list is open: an unlisted code leaves the outcome open too. */
export function outcomeOf(code: string): Outcome {
  const known = outcomes.get(code);
  if (known !== undefined) return known;
  // The request itself is at fault, or its credentials: nothing was begun.
  if (code.startsWith('INT_')) return { outcome: 'REFUSED', reason: 'the request was not accepted' };
  return { outcome: 'UNKNOWN', reason: 'the platform failed, or the code is not known' };
}
