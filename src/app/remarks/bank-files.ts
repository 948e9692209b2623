import type { Config } from '../../config/config.ts';
import { holds, worksAt } from '../../kernel/caller.ts';
import { ownTarget } from '../../kernel/vocabulary.ts';
import type { Remark } from './remark.ts';

/** Clients whose bank files wait for a confirmation, if another client can give it. */
export function remarksOnBankFiles({ clients }: Config): Remark[] {
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
