import type { Day } from './calendar.ts';
import type { FileStatus, ReceivedFile, Report } from './files.ts';
import { isIdentifier } from './identifiers.ts';
import { type CheckedMessage, type CompanyAccount, checkMessage } from './messages/check-message.ts';
import { type Fault, FileRefused, fault } from './messages/faults-of-file.ts';
import { centsOf, type Debit, type DebitBlock, type DebitMessage, debitMessageOf } from './messages/message.ts';
import { readXmlApart } from './messages/read-apart.ts';
import type { Script } from './scripts.ts';
import type { State } from './state.ts';

export type ReceiveParts = {
  readonly state: State;
  readonly accounts: readonly CompanyAccount[];
  readonly schemaFolder: string | null;
  /** By the calendar: the day of the upload, for the due dates. */
  readonly today: Day;
  /** The bank's own day, for its report. */
  readonly day: Day;
};

/** The most faults that a report keeps. */
const faultsKept = 50;

/** Accepts a file of direct debits, or refuses all or parts of it. A readable file gets a report. */
export async function receiveFile(parts: ReceiveParts, bytes: Buffer): Promise<ReceivedFile> {
  const { state } = parts;
  let message: DebitMessage;
  try {
    message = debitMessageOf(await readXmlApart(bytes, parts.schemaFolder));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const nothing = { messageId: null, debits: 0, rejected: 0, totalCents: 0, reportId: null };
    return state.insertFile({ receivedOn: parts.day, ...nothing, status: 'REJECTED', faults: [error.fault] });
  }
  return state.atomically(() => {
    const checked = checkMessage(message, { ...parts, memory: state });
    const decided = checked.fault === null ? followScripts(state, checked) : checked;
    return keep(parts, message, decided);
  });
}

/** Refusals by script, besides real faults. The first one for a block or file takes it with it. */
function followScripts(state: State, checked: CheckedMessage): CheckedMessage {
  let ofFile: Fault | null = null;
  const blocks = checked.blocks.map((one) => {
    let ofBlock = one.fault;
    const debits = one.debits.map((it) => {
      if (it.fault !== null || ofBlock !== null) return it;
      const script = state.takeScript({ ...struckBy(it.debit), kinds: ['REJECT'] });
      if (script === null) return it;
      const found = scripted(script);
      if (script.scope === 'FILE') ofFile ??= found;
      if (script.scope === 'BLOCK') ofBlock ??= found;
      return { ...it, fault: found };
    });
    return { ...one, fault: ofBlock, debits };
  });
  return { fault: ofFile, blocks };
}

export const scripted = ({ reason }: Pick<Script, 'reason'>): Fault =>
  fault(reason, '', 'par un scénario', 'by a script');

const struckBy = ({ account, rum, endToEndId, amount }: Debit) => ({
  iban: account,
  rum,
  endToEndId,
  amountCents: centsOf(amount) ?? 0,
});

function keep(parts: ReceiveParts, message: DebitMessage, checked: CheckedMessage): ReceivedFile {
  const { state, day } = parts;
  const report = reportOf(message, checked, day);
  const debits = checked.blocks.flatMap(({ debits: listed, fault: ofBlock }) =>
    listed.map((it) => ({ ...it, refusal: checked.fault ?? ofBlock ?? it.fault })),
  );
  const refused = [checked.fault, ...checked.blocks.map((it) => it.fault), ...debits.map((it) => it.fault)];
  // A refused file leaves no trace: its ids may come again.
  if (checked.fault === null) {
    for (const { block, fault: ofBlock, debits: listed } of checked.blocks) {
      for (const it of listed) state.insertDebit(heldOf(message, block, it.debit, ofBlock ?? it.fault, day));
    }
  }
  return state.insertFile({
    receivedOn: day,
    messageId: report === null ? null : message.messageId,
    debits: debits.length,
    rejected: debits.filter(({ refusal }) => refusal !== null).length,
    totalCents: debits.reduce((sum, { debit }) => sum + (centsOf(debit.amount) ?? 0), 0),
    status: report?.status ?? 'REJECTED',
    faults: refused.filter((it) => it !== null).slice(0, faultsKept),
    reportId: report === null ? null : state.insertReport(report).id,
  });
}

/** Null where the file has no id that a report could name. */
function reportOf(message: DebitMessage, checked: CheckedMessage, day: Day): Omit<Report, 'id'> | null {
  if (!isIdentifier(message.messageId)) return null;
  const blocks = checked.blocks.map(({ block, fault: ofBlock, debits }) => {
    const rejected = debits.flatMap(({ debit, fault: found }) =>
      found === null || ofBlock !== null
        ? []
        : [{ instructionId: debit.instructionId, endToEndId: debit.endToEndId, fault: found }],
    );
    const status: FileStatus = ofBlock ? 'REJECTED' : rejected.length > 0 ? 'PARTIALLY_ACCEPTED' : 'ACCEPTED';
    return { id: block.id, status, fault: ofBlock, rejected };
  });
  const isWhole = blocks.every(({ status }) => status === 'ACCEPTED');
  return {
    day,
    messageId: message.messageId,
    messageName: `pain.008.001.${message.version}`,
    status: checked.fault ? 'REJECTED' : isWhole ? 'ACCEPTED' : 'PARTIALLY_ACCEPTED',
    fault: checked.fault,
    // A reason appears at one level only.
    blocks: checked.fault ? [] : blocks,
  };
}

function heldOf(message: DebitMessage, block: DebitBlock, debit: Debit, refusal: Fault | null, day: Day) {
  return {
    messageId: message.messageId,
    messageName: `pain.008.001.${message.version}`,
    blockId: block.id,
    inOneSum: block.inOneSum ?? true,
    scheme: block.scheme,
    sequence: block.sequence,
    account: block.account,
    creditor: block.creditor,
    ics: block.ics,
    endToEndId: debit.endToEndId,
    instructionId: debit.instructionId,
    rum: debit.rum,
    debtor: debit.debtor,
    debtorAccount: debit.account,
    amountCents: centsOf(debit.amount) ?? 0,
    text: debit.text,
    reference: debit.reference,
    dueOn: block.dueOn,
    status: refusal === null ? 'ACCEPTED' : 'REJECTED',
    reason: refusal?.code ?? null,
    changedOn: day,
    comesBack: null,
  } as const;
}
