import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { remarksOnBanks } from '../../src/app/remarks/banks.ts';
import { configOf } from '../support/config-of.ts';

const read = (file: string): Promise<string> => readFile(path.resolve(import.meta.dirname, '../..', file), 'utf8');

/** Another reference to each secret: none of those that are named is here. */
const withSecrets = (config: string): string =>
  config.replaceAll(
    /"(?<entry>databaseUrl|hmacKeys|formKeys|secrets)": (?<open>\[?)\{ "(?:file|env)": "[^"]+" \}/g,
    '"$<entry>": $<open>{ "env": "$<entry>" }',
  );
const secrets = {
  databaseUrl: 'postgres://u:p@h/d',
  hmacKeys: 'a1'.repeat(64),
  formKeys: '1122334455667788',
  secrets: `whsec_${Buffer.alloc(32).toString('base64')}`,
};

it.each([
  ['docs/reference/config-example.json', (text: string) => text],
  ['deploy/kubernetes.yaml', (text: string) => parseAllDocuments(text)[0]?.toJS().data['config.json']],
])('the accounts of %s take real payments as they stand', async (file, configIn) => {
  const config = configOf(withSecrets(configIn(await read(file))), secrets);
  expect(config.societes?.get('1')?.accounts.PAYBOX?.LIVE).toBeDefined();
  expect(remarksOnBanks(config)).toEqual([]);
});
