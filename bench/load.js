import { randomInt, randomUUID } from 'node:crypto';
import { Client } from 'undici';

/**
 * The load, in a process of its own so that its work is not counted as the server's. Takes one job by message:
 * `{ origin, connections, seconds, requests, request: { method, path, headers, body }, expected, choices }`: for so many
 * seconds, or until so many requests were sent. In the path and the body `{n}` becomes another text in each request,
 * `{uuid}` a random one, and `{name}` any of `choices.name`. Every answer must have status 200 and hold the text
 * `expected`. Answers `{ answered, seconds, latenciesMs: { p50, p99 } }` or `{ error }`.
 */
process.once('message', (job) => {
  const answer = (message) => process.send(message, () => process.exit());
  run(job).then(answer, (error) => answer({ error: error.message }));
});

async function run(job) {
  const latencies = [];
  const start = performance.now();
  let sent = 0;
  const isOver = () => (job.requests ? sent >= job.requests : performance.now() >= start + job.seconds * 1000);
  const { path, body } = job.request;
  const next = () => {
    const given = { n: `${process.pid}-${start | 0}-${++sent}`, uuid: randomUUID() };
    const fill = (text) =>
      text.replaceAll(/\{(\w+)\}/g, (written, name) => given[name] ?? anyOf(job.choices?.[name]) ?? written);
    return { ...job.request, path: fill(path), body: body === undefined ? undefined : fill(body) };
  };

  // One request at a time on each connection, and none is given up: what is counted here is what the server did.
  const keepAsking = async () => {
    const client = new Client(job.origin, { pipelining: 1 });
    while (!isOver()) {
      const asked = performance.now();
      const answer = await client.request(next());
      const text = await answer.body.text();
      latencies.push(performance.now() - asked);
      if (answer.statusCode !== 200 || !text.includes(job.expected)) {
        throw new Error(`${job.request.method} ${path} was answered ${answer.statusCode}: ${text.slice(0, 500)}`);
      }
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: job.connections }, keepAsking));

  const seconds = (performance.now() - start) / 1000;
  latencies.sort((one, other) => one - other);
  const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return { answered: latencies.length, seconds, latenciesMs: { p50: percentile(0.5), p99: percentile(0.99) } };
}

const anyOf = (texts) => texts?.[randomInt(texts.length)];
