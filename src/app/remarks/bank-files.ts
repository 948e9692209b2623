import { accessSync, constants, readdirSync } from 'node:fs';
import type { Config } from '../../config/config.ts';
import { holds, worksAt } from '../../kernel/caller.ts';
import { ownTarget } from '../../kernel/vocabulary.ts';
import type { Remark } from './remark.ts';

export const remarksOnBankFiles = (config: Config): Remark[] => [
  ...remarksOnFolder(config),
  ...remarksOnSchemas(config),
  ...remarksOnConfirmations(config),
];

function remarksOnFolder({ bankFiles: { folder } }: Config): Remark[] {
  try {
    if (folder !== null) accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return [];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [`bankFiles.folder: ${folder} cannot be read and written (${code}): no file is taken from there.`];
  }
}

/** A file without its schema passes: with a wrong path the check would be off, and nothing would say so. */
function remarksOnSchemas({ bankFiles: { schemaFolder } }: Config): Remark[] {
  if (schemaFolder === null || hasSchemas(schemaFolder)) return [];
  return [
    `bankFiles.schemaFolder: ${schemaFolder} cannot be read or holds no .xsd: files of the bank are checked against no schema.`,
  ];
}

function hasSchemas(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.xsd'));
  } catch {
    return false;
  }
}

/** Clients whose bank files wait for a confirmation, if another client can give it. */
function remarksOnConfirmations({ clients }: Config): Remark[] {
  const callers = clients.map(({ caller }) => caller);
  const mayBring = callers.filter((caller) => holds(caller, 'bankFiles') && worksAt(caller, ownTarget));
  return mayBring
    .filter(({ bankFilesNeedConfirmation }) => bankFilesNeedConfirmation === true)
    .map(({ client, scopes }) => {
      const isAlone = mayBring.length === 1;
      const who = isAlone ? 'No other client may confirm them: the command `bank confirm` does.' : '';
      const how = scopes.has('bankFiles')
        ? ''
        : 'It has no scope `bankFiles`. Add that scope, or say `bankFilesNeedConfirmation`, true or false.';
      return [`${client}: each file of the bank that it brings waits for a confirmation.`, who, how]
        .filter((sentence) => sentence !== '')
        .join(' ');
    });
}
