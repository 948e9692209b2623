import { connect } from 'node:net';

/**
 * The attacker of `bench/connections.ts`, in a process of its own: opens so many connections from 127.0.0.1 and keeps at
 * it. `half-open` sends the beginning of a request and no more; `busy` sends a request, reads the answer and sends the
 * next. Each opens another connection at once where one is closed.
 */

const [attack = '', port = '', count = ''] = process.argv.slice(2);
const target = '/payment_initiate/PAYBOX/LIVE/CB/web/1/2263/45012/CB/1250/a.client@example.fr';
const whole = `GET ${target} HTTP/1.1\r\nHost: pay.example\r\n\r\n`;
const first = attack === 'busy' ? whole : whole.slice(0, -2);
const counts = { opened: 0, closed: 0, answered: 0, refused: 0 };

function open(): void {
  const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: '127.0.0.1' });
  socket.on('connect', () => {
    counts.opened++;
    socket.write(first);
  });
  socket.on('data', (chunk) => {
    if (chunk.includes(' 429 ')) counts.refused++;
    else counts.answered++;
    if (attack === 'busy' && socket.writable) socket.write(whole);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    counts.closed++;
    setImmediate(open);
  });
}

for (let index = 0; index < Number(count); index++) open();
process.on('message', () => process.send?.(counts));
