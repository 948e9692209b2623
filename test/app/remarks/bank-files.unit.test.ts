import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { remarksOnBankFiles } from '../../../src/app/remarks/bank-files.ts';
import { clientEntry, configOf } from '../../support/config-of.ts';

const client = (name: string, scopes: readonly string[], more: object = {}) => clientEntry(name, { scopes, ...more });
const callersOf = (...clients: readonly object[]) => configOf({ clients }).clients.map(({ caller }) => caller);
const remarksOf = (...clients: readonly object[]) => remarksOnBankFiles(configOf({ clients }));

describe('files of the bank', () => {
  it('wait for a confirmation where their client may bring them by operations alone, or where the config says so', () => {
    const needs = callersOf(
      client('old', ['operations']),
      client('trusted', ['operations'], { bankFilesNeedConfirmation: false }),
      client('named', ['operations', 'bankFiles']),
      client('new', ['bankFiles']),
      client('watched', ['bankFiles'], { bankFilesNeedConfirmation: true }),
    ).map(({ client: name, bankFilesNeedConfirmation }) => [name, bankFilesNeedConfirmation]);
    expect(Object.fromEntries(needs)).toEqual({ old: true, trusted: false, named: false, new: false, watched: true });
  });

  it('are remarked on where the folder of their schemas is wrong', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'schemas-'));
    const remarksAt = (schemaFolder: string | null) => remarksOnBankFiles(configOf({ bankFiles: { schemaFolder } }));
    const gone = path.join(folder, 'gone');
    expect(remarksAt(null)).toEqual([]);
    for (const wrong of [gone, folder]) {
      expect(remarksAt(wrong)).toEqual([expect.stringContaining(`bankFiles.schemaFolder: ${wrong} cannot be read`)]);
    }
    writeFileSync(path.join(folder, 'camt.053.001.08.xsd'), '');
    expect(remarksAt(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('are remarked on where the watched folder is not there', () => {
    const remarksAt = (folder: string | null) => remarksOnBankFiles(configOf({ bankFiles: { folder } }));
    expect(remarksAt(null)).toEqual([]);
    expect(remarksAt(tmpdir())).toEqual([]);
    const gone = path.join(tmpdir(), 'no-such-folder');
    expect(remarksAt(gone)).toEqual([
      `bankFiles.folder: ${gone} cannot be read and written (ENOENT): no file is taken from there.`,
    ]);
  });

  it('are remarked on for each client whose files wait', () => {
    const others = [client('new', ['bankFiles']), client('shop', ['initiate', 'read'])];
    expect(remarksOf(client('old', ['operations']), ...others)).toEqual([
      'old: each file of the bank that it brings waits for a confirmation. It has no scope `bankFiles`. Add that scope, ' +
        'or say `bankFilesNeedConfirmation`, true or false.',
    ]);
    expect(remarksOf(client('old', ['operations'], { targets: ['PAYBOX'] }), ...others)).toEqual([]);
    expect(remarksOf(client('watched', ['bankFiles'], { bankFilesNeedConfirmation: true }))).toEqual([
      'watched: each file of the bank that it brings waits for a confirmation. No other client may confirm them: the ' +
        'command `bank confirm` does.',
    ]);
  });
});
