import { parentPort, workerData } from 'node:worker_threads';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

const page = new TextEncoder().encode(renderGraphiQL(workerData));
parentPort?.postMessage(page, [page.buffer]);
