import { createServer, type RequestListener } from 'node:http';
import { json } from 'node:stream/consumers';
import { developmentSocietes } from '../../../src/config/development.ts';
import { serving } from '../http/serving.ts';

/** A REST API of La Banque Postale that has of each order what the test says. */
export type OrderGet = {
  readonly url: string;
  /** The status of each transaction, by the reference of its order. */
  readonly orders: Map<string, Readonly<Record<string, string>>>;
  isDown: boolean;
  /** Done once, while the next answer is on its way. */
  meanwhile: (() => Promise<unknown>) | null;
  close(): Promise<void>;
};

export async function startOrderGet(): Promise<OrderGet> {
  const answer = async (...[request, response]: Parameters<RequestListener>): Promise<void> => {
    const { orderId } = (await json(request)) as { orderId: string };
    const order = orderGet.orders.get(orderId);
    const { meanwhile } = orderGet;
    orderGet.meanwhile = null;
    await meanwhile?.();
    if (orderGet.isDown) return void response.writeHead(503).end();
    const transactions = Object.entries(order ?? {}).map(([uuid, detailedStatus]) => ({
      ...{ uuid, detailedStatus, amount: 1250, currency: 'EUR', operationType: 'DEBIT' },
    }));
    const found = order ? { orderDetails: { orderId, mode: 'TEST' }, transactions } : { errorCode: 'PSP_010' };
    response.end(JSON.stringify({ status: order ? 'SUCCESS' : 'ERROR', mode: 'TEST', answer: found }));
  };
  const server = createServer((request, response) => void answer(request, response));
  const { url, close } = await serving(server);
  const orderGet: OrderGet = { url, orders: new Map(), isDown: false, meanwhile: null, close };
  return orderGet;
}

/** A société whose bank has this REST API, or with none. */
export function orderGetConfig(url: string | null) {
  const [societe] = developmentSocietes('http://127.0.0.1:1').values();
  const account = societe?.accounts.LABANQUEPOSTALE?.TEST;
  if (!societe || !account?.rest) throw new Error('there is no account');
  const rest = url === null ? undefined : { ...account.rest, url };
  const accounts = { LABANQUEPOSTALE: { TEST: { ...account, rest } } };
  return { societes: new Map([['1', { ...societe, id: '1', accounts }]]) };
}
