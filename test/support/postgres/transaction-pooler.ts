import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { type Message, message, readMessages, text } from './wire-messages.ts';

/** A connection to the server, and what it does at the moment. */
type Backend = {
  readonly socket: Socket;
  readonly known: Set<string>;
  /** What the server still answers: each Parse, whether the client sent it, and each end of a request. */
  readonly expected: ('parse' | 'own parse' | 'ready')[];
  user: Frontend | null;
};

/** A connection of the store. */
type Frontend = {
  readonly socket: Socket;
  /** The Parse messages of its statements, by the name that the client gave. */
  readonly statements: Map<string, { readonly name: string; readonly parse: Buffer }>;
  readonly waiting: Message[];
  backend: Backend | null;
};

const idle = 'I'.charCodeAt(0);

/**
 * Does what PgBouncer does in transaction mode: each transaction gets a connection to the server, the next one another.
 * It drops settings of the start-up packet, and prepares a statement again where a connection lacks it. It takes any
 * password, and does not reset a connection: whatever a session keeps stays with the server's connection.
 */
export async function startTransactionPooler(databaseUrl: string, size: number) {
  const free: Backend[] = [];
  const queue: Frontend[] = [];
  const release = (backend: Backend): void => {
    if (backend.user) backend.user.backend = null;
    backend.user = null;
    free.push(backend);
    const next = queue.shift();
    if (next) serve(next);
  };
  const serve = (frontend: Frontend): void => {
    const backend = frontend.backend ?? free.shift();
    if (backend === undefined) {
      if (!queue.includes(frontend)) queue.push(frontend);
      return;
    }
    frontend.backend = backend;
    backend.user = frontend;
    for (const one of frontend.waiting.splice(0)) forward(frontend, backend, one);
  };
  for (let count = 0; count < size; count++) free.push(await connectBackend(databaseUrl, release));
  const all = [...free];

  const server = createServer({ noDelay: true }, (socket) => {
    const frontend: Frontend = { socket, statements: new Map(), waiting: [], backend: null };
    const take = (one: Message): void => {
      if (one.type === 'X') {
        socket.end();
        return;
      }
      frontend.waiting.push(one);
      serve(frontend);
    };
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (queue.includes(frontend)) queue.splice(queue.indexOf(frontend), 1);
      if (frontend.backend) rollBack(frontend.backend);
    });
    readMessages(socket, take, () => socket.write(welcome));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    databaseUrl: Object.assign(new URL(databaseUrl), { port: String(port) }).href,
    close: async () => {
      server.close();
      for (const { socket } of all) socket.destroy();
      await once(server, 'close');
    },
  };
}

async function connectBackend(databaseUrl: string, release: (backend: Backend) => void): Promise<Backend> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const socket = socketOf(client);
  // The client has signed in; from here on the bytes are read here.
  socket.removeAllListeners('data');
  socket.setNoDelay(true);
  const backend: Backend = { socket, known: new Set(), expected: [], user: null };
  readMessages(socket, (answer) => {
    passOn(backend, answer);
    if (answer.type === 'Z' && backend.expected.length === 0 && answer.body[0] === idle) release(backend);
  });
  return backend;
}

function passOn({ expected, user }: Backend, { type, bytes }: Message): void {
  const next = expected[0];
  // The server skips what was sent after a failed statement, until the request ends.
  if (type === 'E') expected.splice(0, Math.max(0, expected.indexOf('ready')));
  if (type === '1' || type === 'Z') expected.shift();
  if (type !== '1' || next === 'parse') user?.socket.write(bytes);
}

/** The client left in the middle of a transaction. */
function rollBack(backend: Backend): void {
  backend.user = null;
  backend.expected.push('ready');
  backend.socket.write(message('Q', Buffer.from('ROLLBACK\0')));
}

function forward(frontend: Frontend, backend: Backend, { type, body, bytes }: Message): void {
  if (type === 'P') prepare(frontend, backend, { body, bytes });
  else if (type === 'B') bind(frontend, backend, body);
  else {
    if (type === 'Q' || type === 'S') backend.expected.push('ready');
    backend.socket.write(bytes);
  }
}

function prepare(frontend: Frontend, backend: Backend, { body, bytes }: Pick<Message, 'body' | 'bytes'>): void {
  const [given, rest] = text(body);
  if (frontend.statements.has(given)) {
    // Also where the server refused to prepare it: PgBouncer does the same.
    frontend.socket.destroy();
    return;
  }
  backend.expected.push('parse');
  if (given === '') {
    backend.socket.write(bytes);
    return;
  }
  const name = `pooled_${++names}`;
  const parse = message('P', Buffer.concat([Buffer.from(`${name}\0`), rest]));
  frontend.statements.set(given, { name, parse });
  backend.known.add(name);
  backend.socket.write(parse);
}

let names = 0;

/** Prepares the statement first if this connection lacks it. */
function bind(frontend: Frontend, backend: Backend, body: Buffer): void {
  const [portal, afterPortal] = text(body);
  const [given, rest] = text(afterPortal);
  const statement = frontend.statements.get(given);
  if (statement && !backend.known.has(statement.name)) {
    backend.known.add(statement.name);
    backend.expected.push('own parse');
    backend.socket.write(statement.parse);
  }
  const names = Buffer.from(`${portal}\0${statement?.name ?? given}\0`);
  backend.socket.write(message('B', Buffer.concat([names, rest])));
}

/** The types of pg lack it. */
const socketOf = (client: pg.Client): Socket =>
  (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream;

/** Signed in, with the settings that the client asks of any server, and ready. */
const welcome = Buffer.concat([
  message('R', Buffer.from([0, 0, 0, 0])),
  ...Object.entries({ server_version: '18.0', client_encoding: 'UTF8', standard_conforming_strings: 'on' }).map(
    ([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`)),
  ),
  message('K', Buffer.alloc(8)),
  message('Z', Buffer.from('I')),
]);
