import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { remarksOn } from '../../src/app/remarks/remarks.ts';
import { readConfig } from '../../src/config/config.ts';
import { configFile } from '../../src/config/schema/config-file.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';

/** What the examples under deploy/ name is there, and they go together with the program. */

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');

type Container = {
  readonly image: string;
  readonly startupProbe?: object;
  readonly livenessProbe?: object;
  readonly readinessProbe?: object;
  readonly securityContext: object;
};
type Manifest = {
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: object };
    readonly template?: {
      readonly metadata: { readonly labels: object };
      readonly spec: {
        readonly terminationGracePeriodSeconds?: number;
        readonly containers: readonly Container[];
        readonly securityContext: object;
      };
    };
  };
};

describe('compose.yaml', () => {
  it('runs two gateways on a config that can be used, and waits longer for them than they take to stop', async () => {
    const { services } = parse(await read('compose.yaml'), { merge: true }) as {
      services: Readonly<
        Record<string, { environment?: Record<string, string>; volumes?: string[]; stop_grace_period?: string }>
      >;
    };
    const gateways = ['gateway-1', 'gateway-2'].map((name) => services[name]);
    for (const gateway of gateways) {
      const [mounted = ''] = gateway?.volumes ?? [];
      const [source = ''] = mounted.split(':');
      const environment = { ...gateway?.environment, HOST: '0.0.0.0', CONFIG: path.join(root, source) };
      const config = readConfig(environment);
      expect(config).toMatchObject({ deployment: 'development', databaseUrl: expect.stringMatching(/^postgres:/) });
      expect(remarksOn(config, Date.now())).toEqual([]);
      const patience = config.stop.graceSeconds + config.stop.finishSeconds + 10;
      expect(Number.parseInt(gateway?.stop_grace_period ?? '0', 10)).toBeGreaterThanOrEqual(patience);
    }
    const proxy = await read('deploy/compose/Caddyfile');
    for (const name of ['gateway-1:4000', 'gateway-2:4000', '/health/ready']) expect(proxy).toContain(name);
  });
});

describe('deploy/kubernetes.yaml', () => {
  it('has a config whose entries are all known, and gives a gateway the time that it wants to stop', async () => {
    const documents = parseAllDocuments(await read('deploy/kubernetes.yaml'));
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    const manifests = documents.map((document) => document.toJS() as Manifest);
    expect(manifests.map(({ kind }) => kind)).toEqual(['ConfigMap', 'Deployment', 'Service', 'PodDisruptionBudget']);
    const [settings, deployment] = manifests;
    const config = configFile.parse(JSON.parse(settings?.data?.['config.json'] ?? ''));
    const pod = deployment?.spec?.template?.spec;
    const patience = (config.stop.graceSeconds ?? 5) + config.stop.finishSeconds + 10;
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(patience);
    expect(deployment?.spec?.template?.metadata.labels).toEqual(deployment?.spec?.selector?.matchLabels);
    expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(pod?.containers).toMatchObject([
      {
        startupProbe: { httpGet: { path: '/health/live' } },
        livenessProbe: { httpGet: { path: '/health/live' } },
        readinessProbe: { httpGet: { path: '/health/ready' } },
        securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
      },
    ]);
  });
});

describe('deploy/reglement.service', () => {
  it('starts the gateway again for as long as the database is away, and never where that would change nothing', async () => {
    const entries = [...(await read('deploy/reglement.service')).matchAll(/^(\w+)=(.*)$/gm)];
    expect(Object.fromEntries(entries.map(([, name, value]) => [name, value]))).toMatchObject({
      StartLimitIntervalSec: '0',
      Restart: 'on-failure',
      RestartPreventExitStatus: '2 78',
      RestartForceExitStatus: 'SIGHUP',
    });
  });

  it('leaves the gateway the sockets that it needs: PostgreSQL, the addresses of this machine', async () => {
    const [, families = ''] = /^RestrictAddressFamilies=(.*)$/m.exec(await read('deploy/reglement.service')) ?? [];
    expect(families.split(' ')).toEqual(['AF_INET', 'AF_INET6', 'AF_UNIX', 'AF_NETLINK']);
  });

  it('runs in the environment in which docs/how-to/install.md checks its config', async () => {
    const [, check = ''] =
      /^systemd-run ((?:.*\\\n)*.*config check)$/m.exec(await read('docs/how-to/install.md')) ?? [];
    const unit = await read('deploy/reglement.service');
    const given = (text: string, pattern: RegExp): string[] =>
      [...text.matchAll(pattern)].map(([, value = '']) => value);
    const own = given(unit, /^Environment=(.*)$/gm).filter((value) => !value.startsWith('NODE_OPTIONS='));
    expect(given(check, /-E (\S+)/g).toSorted()).toEqual(own.toSorted());
    expect(given(check, /-p EnvironmentFile=(\S+)/g)).toEqual(given(unit, /^EnvironmentFile=(.*)$/gm));
  });
});

describe('the secrets and the config of deploy/kubernetes*.yaml', () => {
  it.each(['kubernetes.yaml', 'kubernetes-migrate.yaml'])('are all named at the head of %s', async (file) => {
    const text = await read(`deploy/${file}`);
    const [head = ''] = text.split('apiVersion', 1);
    const secrets = [...text.matchAll(/secret(?:Name|KeyRef): (?:\{ name: )?([\w-]+)/g)].map(([, name]) => name);
    expect(secrets).not.toEqual([]);
    expect(head).toContain(`kubectl apply -f deploy/${file}`);
    const made = head + (await read('deploy/kubernetes.yaml'));
    for (const secret of secrets) expect(made).toContain(`kubectl create secret generic ${secret} `);
  });
});

describe('deploy/alerts.yaml', () => {
  const gateway = openForGroup(() => startGateway());

  it('asks for metrics that there are, and docs/how-to/respond-to-alerts.md says what to do about each alert', async () => {
    const { groups } = parse(await read('deploy/alerts.yaml')) as {
      groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(10);
    const served = await (await gateway.get('/metrics')).text();
    const names = new Set([...served.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name));
    const guide = await read('docs/how-to/respond-to-alerts.md');
    for (const { alert, expr } of rules) {
      const asked = [...expr.matchAll(/\b(?:reglement|process|nodejs)_\w+/g)].map(([name]) =>
        name.replace(/_(?:bucket|count|sum)$/, ''),
      );
      expect(asked.filter((name) => !names.has(name))).toEqual([]);
      expect(guide).toContain(`\`${alert}\``);
    }
  });

  it('looks at each job alone, so that a trial hides nothing of production', async () => {
    const { groups } = parse(await read('deploy/alerts.yaml')) as { groups: { rules: { expr: string }[] }[] };
    const joined = groups.flatMap(({ rules }) =>
      rules.flatMap(({ expr }) => expr.match(/\b(?:sum|max|min|count)\b.*/g) ?? []),
    );
    expect(joined.length).toBeGreaterThan(15);
    expect(joined.filter((text) => !/^\w+ by \(job\b/.test(text))).toEqual([]);
  });
});
