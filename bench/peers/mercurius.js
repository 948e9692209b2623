import fastify from 'fastify';
import mercurius from 'mercurius';
import { announce, resolvers, typeDefs } from './no-op.js';

const app = fastify();
app.register(mercurius, { schema: typeDefs, resolvers });
await app.listen({ port: 0, host: '127.0.0.1' });
announce(app.server.address().port);
