import { createServer } from 'node:http';
// From the gateway's own dependencies, so that it is the version that the gateway is built on.
import { createSchema, createYoga } from 'graphql-yoga';
import { announce, resolvers, typeDefs } from './no-op.js';

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false });
const server = createServer((request, response) => void yoga(request, response));
server.listen(0, '127.0.0.1', () => announce(server.address().port));
