import type { Day } from '../calendar.ts';
import type { Movement, MovementDetail } from '../movements.ts';
import { printCents } from './message.ts';
import { document, euros, tag, type Xml } from './write-xml.ts';

export const camtVersions = ['02', '08'] as const;
export type CamtVersion = (typeof camtVersions)[number];

export type AccountDayContent = {
  readonly account: string;
  readonly bic: string;
  readonly day: Day;
  readonly openingCents: number;
  /** How many statements the account has had, this one included. */
  readonly number: number;
  readonly movements: readonly Movement[];
};

export const closingOf = ({ movements, openingCents }: AccountDayContent): number =>
  movements.reduce(
    (sum, { direction, amountCents }) => sum + (direction === 'CRDT' ? amountCents : -amountCents),
    openingCents,
  );

/** A camt.053: the day of an account, final. Blocks that were credited in one sum stand in it as that sum alone. */
export function writeStatement(content: AccountDayContent, version: CamtVersion): Buffer {
  const { account, day, openingCents, number, movements } = content;
  const id = `${account.slice(-8)}-${day}`;
  const at = `${day}T22:00:00`;
  return document(
    `camt.053.001.${version}`,
    tag(
      'BkToCstmrStmt',
      tag('GrpHdr', tag('MsgId', `S-${id}`), tag('CreDtTm', at)),
      tag(
        'Stmt',
        tag('Id', `S-${id}`),
        tag('ElctrncSeqNb', String(number)),
        tag('CreDtTm', at),
        accountOf(content, version),
        balance('OPBD', openingCents, day),
        balance('CLBD', closingOf(content), day),
        movements.map((movement) => entry(movement, version, movement.blockId === null)),
      ),
    ),
  );
}

/** A camt.054: notices of a day's bookings so far. It lists every debit of a batch booking. */
export function writeNotice(content: AccountDayContent, version: CamtVersion): Buffer {
  const { account, day, movements } = content;
  const id = `${account.slice(-8)}-${day}-${movements.length}`;
  const at = `${day}T12:00:00`;
  return document(
    `camt.054.001.${version}`,
    tag(
      'BkToCstmrDbtCdtNtfctn',
      tag('GrpHdr', tag('MsgId', `N-${id}`), tag('CreDtTm', at)),
      tag(
        'Ntfctn',
        tag('Id', `N-${id}`),
        tag('CreDtTm', at),
        accountOf(content, version),
        movements.map((movement) => entry(movement, version, true)),
      ),
    ),
  );
}

const accountOf = ({ account, bic }: AccountDayContent, version: CamtVersion): Xml | null =>
  tag(
    'Acct',
    tag('Id', tag('IBAN', account)),
    tag('Ccy', 'EUR'),
    tag('Svcr', tag('FinInstnId', tag(version === '02' ? 'BIC' : 'BICFI', bic))),
  );

const balance = (code: string, cents: number, day: Day): Xml | null =>
  tag(
    'Bal',
    tag('Tp', tag('CdOrPrtry', tag('Cd', code))),
    euros(printCents(cents)),
    tag('CdtDbtInd', cents < 0 ? 'DBIT' : 'CRDT'),
    tag('Dt', tag('Dt', day)),
  );

function entry(movement: Movement, version: CamtVersion, isListed: boolean): Xml | null {
  const { reference, direction, amountCents, day, code, blockId, details } = movement;
  const [family, subFamily] = code;
  return tag(
    'Ntry',
    tag('NtryRef', reference.slice(-6)),
    euros(printCents(amountCents)),
    tag('CdtDbtInd', direction),
    tag('Sts', version === '02' ? 'BOOK' : tag('Cd', 'BOOK')),
    tag('BookgDt', tag('Dt', day)),
    tag('ValDt', tag('Dt', day)),
    tag('AcctSvcrRef', reference),
    tag('BkTxCd', tag('Domn', tag('Cd', 'PMNT'), tag('Fmly', tag('Cd', family), tag('SubFmlyCd', subFamily)))),
    tag(
      'NtryDtls',
      blockId === null ? null : tag('Btch', tag('PmtInfId', blockId), tag('NbOfTxs', String(details.length))),
      isListed ? details.map((detail) => transaction(detail, movement, version)) : null,
    ),
  );
}

function transaction(detail: MovementDetail, movement: Movement, version: CamtVersion): Xml | null {
  const is02 = version === '02';
  const amount = printCents(detail.amountCents);
  const name = tag('Nm', detail.party);
  return tag(
    'TxDtls',
    tag(
      'Refs',
      tag('PmtInfId', movement.blockId),
      tag('InstrId', detail.instructionId),
      tag('EndToEndId', detail.endToEndId),
      tag('MndtId', detail.rum),
    ),
    is02 ? tag('AmtDtls', tag('TxAmt', euros(amount))) : [euros(amount), tag('CdtDbtInd', movement.direction)],
    movement.feeCents === 0 ? null : charges(movement.feeCents, is02),
    tag(
      'RltdPties',
      tag('Dbtr', is02 ? name : tag('Pty', name)),
      tag('DbtrAcct', tag('Id', tag('IBAN', detail.partyAccount))),
    ),
    tag(
      'RmtInf',
      detail.texts.map((text) => tag('Ustrd', text)),
      tag('Strd', tag('CdtrRefInf', detail.structured === null ? null : reference(detail.structured))),
    ),
    tag('RtrInf', tag('Rsn', tag('Cd', detail.reason))),
  );
}

const charges = (cents: number, is02: boolean): Xml | null =>
  is02
    ? tag('Chrgs', euros(printCents(cents)), tag('CdtDbtInd', 'DBIT'))
    : tag('Chrgs', tag('Rcrd', euros(printCents(cents)), tag('CdtDbtInd', 'DBIT'), tag('ChrgInclInd', 'true')));

const reference = (structured: string): readonly (Xml | null)[] => [
  tag('Tp', tag('CdOrPrtry', tag('Cd', 'SCOR')), tag('Issr', 'ISO')),
  tag('Ref', structured),
];
