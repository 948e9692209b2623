import { z } from 'zod';
import { environmentSchema } from '../../src/config/config.ts';
import { configFile } from '../../src/config/schema/config-file.ts';
import { configTexts, environmentTexts } from './config-texts.ts';

/** A node of the JSON schema, as far as a table needs it. */
type Node = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly default?: unknown;
};

type Entry = { readonly path: string; readonly node: Node; readonly isRequired: boolean };

const isSecret = (node: Node): boolean =>
  node.anyOf?.some((one) => isSecret(one)) ?? Object.hasOwn(node.properties ?? {}, 'env');
/** An account or a journal of the books, and a rate: one line each. */
const isPair = ({ properties = {} }: Node): boolean =>
  ['number', 'code', 'requests'].some((name) => Object.hasOwn(properties, name));

/** Every entry that holds a value, with its path. */
function entriesOf(node: Node, path: string, isRequired: boolean): Entry[] {
  const { properties, additionalProperties, items, prefixItems, anyOf } = node;
  const some = anyOf?.find(({ type }) => type !== 'null');
  if (anyOf?.length === 2 && some && anyOf.some(({ type }) => type === 'null') && some.type !== 'array') {
    return entriesOf({ ...some, default: node.default }, path, isRequired);
  }
  if (isSecret(node) || isPair(node)) return [{ path, node, isRequired }];
  if (properties) {
    return Object.entries(properties).flatMap(([name, child]) => {
      if (name === 'LIVE' && properties.TEST) return [];
      const part = name === 'TEST' && properties.LIVE ? '<mode>' : name;
      return entriesOf(child, path === '' ? part : `${path}.${part}`, node.required?.includes(name) ?? false);
    });
  }
  if (typeof additionalProperties === 'object') return entriesOf(additionalProperties, `${path}.*`, false);
  if (items?.properties && !prefixItems) return entriesOf(items, `${path}[]`, false);
  return [{ path, node, isRequired }];
}

function typeOf(node: Node): string {
  const { items, minimum, maximum, format, type, anyOf, properties } = node;
  if (properties?.requests) return '`{"requests", "seconds"}`';
  if (isPair(node)) return 'object';
  if (type === 'array') return items && isSecret(items) ? 'secrets' : `list of ${items ? typeOf(items) : 'values'}`;
  if (anyOf && isSecret(node)) return anyOf.some((one) => one.type === 'string') ? 'text or secret' : 'secret';
  if (anyOf) return anyOf.map((one) => typeOf(one)).join(', ');
  if (node.enum) return node.enum.length > 8 ? 'name' : node.enum.map((name) => `\`${name}\``).join(' ');
  if (type === 'integer') return (maximum ?? 0) > 1e9 ? 'whole number' : `${minimum} to ${maximum}`;
  if (type === 'boolean') return '`true` `false`';
  return format === 'uri' ? 'address' : format === 'date-time' ? 'moment' : 'text';
}

function defaultOf({ node, isRequired }: Entry): string {
  if (isRequired) return 'required';
  if (node.properties?.requests) {
    const { requests, seconds } = node.properties;
    return `${String(requests?.default)} in ${String(seconds?.default)} s`;
  }
  const { default: standard } = node;
  if (standard === undefined || standard === null || (Array.isArray(standard) && standard.length === 0)) return '';
  return typeof standard === 'object' && !Array.isArray(standard) ? '' : `\`${JSON.stringify(standard)}\``;
}

/** The page of every entry of the config file. @throws where an entry has no text, or a text no entry. */
export function describeConfigurationEntries(): string {
  const node = z.toJSONSchema(configFile, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node;
  const entries = entriesOf(node, '', false);
  const paths = new Set(entries.map(({ path }) => path));
  const without = [...paths].filter((path) => !Object.hasOwn(configTexts, path));
  const tooMany = Object.keys(configTexts).filter((path) => !paths.has(path));
  if (without.length + tooMany.length > 0) {
    throw new Error(
      `config-texts.ts: no text for ${without.join(', ') || '-'}; no entry for ${tooMany.join(', ') || '-'}`,
    );
  }
  const groups = Map.groupBy(entries, ({ path }) => groupOf(path));
  return [
    '# Entries of the config file',
    '',
    'Written by `npm run codegen` from `src/config/schema/` and `scripts/documentation/config-texts.ts`.',
    '[Configuration](configuration.md) has the rules. `*` is a number that the config chooses, `<mode>` is',
    '`TEST` or `LIVE`, `[]` is one of a list. A secret is `{"env":"NAME"}` or `{"file":"/path"}`. Required means: where',
    'the group of the entry is given.',
    ...[...groups].flatMap(([group, ones]) => [
      '',
      `## ${group}`,
      '',
      '| entry | value | default | meaning |',
      '|---|---|---|---|',
      ...ones.map((one) => `| \`${one.path}\` | ${typeOf(one.node)} | ${defaultOf(one)} | ${configTexts[one.path]} |`),
    ]),
    '',
    ...environment(),
    '',
  ].join('\n');
}

/** @throws where a variable that the gateway reads has no text */
function environment(): string[] {
  const without = Object.keys(environmentSchema.shape).filter((name) => !Object.hasOwn(environmentTexts, name));
  if (without.length > 0) throw new Error(`config-texts.ts: no text for ${without.join(', ')}`);
  return [
    '## Environment',
    '',
    'The environment wins over the file. An empty variable counts as not set.',
    '',
    '| variable | default | meaning |',
    '|---|---|---|',
    ...Object.entries(environmentTexts).map(([name, texts]) => `| \`${name}\` | ${texts.join(' | ')} |`),
  ];
}

/** What belongs to a société as a whole, and to no account. */
const ofSociete: ReadonlySet<string> = new Set(['name', 'customerPages', 'fallbackPayer']);

function groupOf(path: string): string {
  const [first = '', , third] = path.split('.');
  if (first === 'societes') return ofSociete.has(third ?? '') ? 'societes' : `societes: ${third}`;
  return path.includes('.') ? first.replace('[]', '') : 'Deployment';
}
