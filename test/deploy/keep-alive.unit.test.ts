import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { configFile } from '../../src/config/schema/config-file.ts';

/**
 * A proxy that keeps an idle connection longer than the gateway sends a request on it at the moment in which the gateway
 * closes it: that request is lost.
 */

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');
const keepAliveOf = (config: string): number => configFile.parse(JSON.parse(config)).limits.keepAliveSeconds;

const secondsOf = (amount = '', unit = ''): number => Number(amount) * (unit === 'm' ? 60 : 1);

describe('the gateway keeps its connections longer than the proxy in front of it', () => {
  it('in compose.yaml, where every way through Caddy has the same idle time', async () => {
    const proxy = await read('deploy/compose/Caddyfile');
    const idle = [...proxy.matchAll(/^\t+keepalive (\d+)([sm])$/gm)].map(([, ...time]) => secondsOf(...time));
    expect(idle).toHaveLength(1);
    expect(proxy.match(/reverse_proxy /g)).toHaveLength(proxy.match(/^\t+import kept$/gm)?.length ?? 0);
    expect(keepAliveOf(await read('deploy/compose/config.json'))).toBeGreaterThan(Math.max(...idle));
  });

  it('in deploy/nginx.conf, which names the setting that goes with it', async () => {
    const proxy = await read('deploy/nginx.conf');
    const upstreams = [...proxy.matchAll(/^upstream \w+ \{([^}]+)\}/gm)].map(([, block = '']) => block);
    expect(upstreams).toHaveLength(1);
    const idle = upstreams.flatMap((block) =>
      [...block.matchAll(/^\s+keepalive_timeout (\d+)([sm]);$/gm)].map(([, ...time]) => secondsOf(...time)),
    );
    expect(idle).toHaveLength(1);
    const [, entries = ''] = /^#\s+("publicUrl": .+)$/m.exec(proxy) ?? [];
    expect(keepAliveOf(`{${entries}}`)).toBeGreaterThan(Math.max(...idle));
    for (const header of ['Host $host', 'X-Forwarded-For $proxy_add_x_forwarded_for']) {
      expect(proxy).toContain(`proxy_set_header ${header};`);
    }
  });

  it('in deploy/kubernetes.yaml, for each ingress that docs/how-to/install.md names', async () => {
    const [settings] = parseAllDocuments(await read('deploy/kubernetes.yaml')).map((document) => document.toJS());
    const table = (await read('docs/how-to/install.md')).matchAll(/^\| [^|]+ \| (\d+) s \| [^|]+ \|$/gm);
    const idle = [...table].map(([, seconds]) => Number(seconds));
    expect(idle.length).toBeGreaterThan(3);
    expect(keepAliveOf(settings?.data['config.json'])).toBeGreaterThan(Math.max(...idle));
  });
});
