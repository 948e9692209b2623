import { isSaidOfRepeat } from '../../../kernel/sepa/reason-codes.ts';
import type { BankFilePiece, StatusReport } from './bank-file.ts';
import { codeAt, idAt, neededText, refuseAt, rootNode } from './read-values.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

/** Each says that the bank took it on, or a part of it. To receive it, or to find its form right, says nothing of that. */
const takenOn = new Set(['ACCP', 'ACWC', 'ACSP', 'ACSC', 'ACCC', 'ACFC', 'PART']);

type NamedDebit = Pick<StatusReport, 'endToEndId' | 'mandateReference'>;

/**
 * Reads a pain.002, the lowest level first, also where the file itself is refused: what a bank says of a debit counts
 * before what it says of its block or file. In a refused file or block, a level without a reason has that of the level
 * above it, and one with a reason is refused.
 */
export function createStatusReader(emit: (piece: BankFilePiece) => void) {
  let originalMessageId: string | null = null;
  let groupName: Node | null = null;
  const parents: Node[] = [];
  let takesPartOf = { file: false, block: false };
  const report = (node: Node, ids: { block: string | null; debit?: NamedDebit; above?: Node | null }): void => {
    const groups = [groupName].filter(isRefused);
    const blocks = [ids.above ?? null].filter((block) => statusWithin(block, groups) === 'RJCT');
    const refused = [...blocks, ...groups];
    const status = statusWithin(node, refused);
    if (status === null) return;
    const isContradicted =
      status === 'RJCT' && !ids.debit && (ids.block === null ? takesPartOf.file : takesPartOf.block);
    if (takenOn.has(status)) takesPartOf = { file: true, block: ids.debit !== undefined };
    const levels = [node, ...(status === 'RJCT' ? refused : [])];
    emit({
      kind: 'STATUS',
      report: {
        place: { line: node.line, path: node.path },
        originalMessageId: originalMessageId ?? refuseAt(node, 'OrgnlGrpInfAndSts/OrgnlMsgId is missing before it'),
        paymentInformationId: ids.block,
        endToEndId: ids.debit?.endToEndId ?? null,
        isOfDebit: ids.debit !== undefined,
        mandateReference: ids.debit?.mandateReference ?? null,
        status,
        reason: levels.map(reasonOf).find((one) => one !== null) ?? null,
        hasOwnReason: reasonOf(node) !== null,
        isFileRefused: isRefused(groupName) && !isSaidOfRepeat(reasonOf(groupName)),
        isContradicted,
      },
    });
  };
  return {
    opened: (node: Node): void => {
      parents.push(node);
    },
    closed: (node: Node): boolean => {
      parents.pop();
      if (node.name === 'OrgnlGrpInfAndSts') {
        if (groupName !== null) refuseAt(node, 'OrgnlGrpInfAndSts stands there twice');
        originalMessageId = neededText(node, 'OrgnlMsgId');
        groupName = node;
        checkName(node);
        if (!isRefused(node)) report(node, { block: null });
        return true;
      }
      if (node.name === 'TxInfAndSts') {
        const above = parents.findLast(({ name }) => name === 'OrgnlPmtInfAndSts') ?? null;
        const debit = {
          endToEndId: idAt(node, 'OrgnlEndToEndId') ?? idAt(node, 'OrgnlInstrId'),
          mandateReference: idAt(node, 'OrgnlTxRef/MndtRltdInf/MndtId'),
        };
        report(node, { block: idAt(above, 'OrgnlPmtInfId'), debit, above });
        return true;
      }
      if (node.name !== 'OrgnlPmtInfAndSts') return false;
      const block = idAt(node, 'OrgnlPmtInfId');
      if (block === null && statusOf(node) !== null) refuseAt(node, 'OrgnlPmtInfId is missing');
      // A reason alone refuses with its file, which has its own line; a repeat may be of any block of it.
      if (block !== null || isSaidOfRepeat(reasonOf(node))) report(node, { block: block ?? 'NOTPROVIDED' });
      takesPartOf.block = false;
      return true;
    },
    end: (): void => {
      if (groupName === null) refuseAt(rootNode, 'OrgnlGrpInfAndSts is missing');
      if (isRefused(groupName)) report(groupName, { block: null });
    },
  };
}

/** We send direct debits alone: a report on another message is not on a file of ours. */
function checkName(node: Node): void {
  const name = textAt(node, 'OrgnlMsgNmId');
  if (name !== null && !name.startsWith('pain.008')) refuseAt(node, 'OrgnlMsgNmId is not pain.008');
}

const statusOf = (node: Node | null): string | null =>
  textAt(node, 'GrpSts') ?? textAt(node, 'PmtInfSts') ?? textAt(node, 'TxSts');

/** In a refused file or block, one with a reason is refused. */
const statusWithin = (node: Node | null, refused: readonly unknown[]): string | null =>
  statusOf(node) ?? (refused.length > 0 && reasonOf(node) !== null ? 'RJCT' : null);

const isRefused = (node: Node | null): boolean => statusOf(node) === 'RJCT';

const reasonOf = (node: Node | null): string | null =>
  findAll(node, 'StsRsnInf').flatMap((information) =>
    find(information, 'Rsn') ? [codeAt(information, 'Rsn')] : [],
  )[0] ?? null;
