import type { BankFilePiece, StatusReport } from './bank-file.ts';
import { codeAt, idAt, neededText, refuseAt, rootNode } from './read-values.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

type NamedDebit = Pick<StatusReport, 'endToEndId' | 'mandateReference'>;

/**
 * Reads a pain.002, at the lowest level that it names. A reason appears at one level only: a file that is refused as a
 * whole names no debit.
 */
export function createStatusReader(emit: (piece: BankFilePiece) => void) {
  let originalMessageId: string | null = null;
  let groupName: Node | null = null;
  const parents: Node[] = [];
  const report = (node: Node, ids: { block: string | null; debit?: NamedDebit; status: string | null }): void => {
    if (ids.status === null) return;
    emit({
      kind: 'STATUS',
      report: {
        place: { line: node.line, path: node.path },
        originalMessageId: originalMessageId ?? refuseAt(node, 'OrgnlGrpInfAndSts/OrgnlMsgId is missing before it'),
        paymentInformationId: ids.block,
        endToEndId: ids.debit?.endToEndId ?? null,
        isOfDebit: ids.debit !== undefined,
        mandateReference: ids.debit?.mandateReference ?? null,
        status: ids.status,
        reason: reasonOf(node),
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
        report(node, { block: null, status: textAt(node, 'GrpSts') });
        return true;
      }
      if (node.name === 'TxInfAndSts') {
        const block = parents.findLast(({ name }) => name === 'OrgnlPmtInfAndSts') ?? null;
        const debit = {
          endToEndId: idAt(node, 'OrgnlEndToEndId') ?? idAt(node, 'OrgnlInstrId'),
          mandateReference: idAt(node, 'OrgnlTxRef/MndtRltdInf/MndtId'),
        };
        report(node, { block: idAt(block, 'OrgnlPmtInfId'), debit, status: textAt(node, 'TxSts') });
        return true;
      }
      if (node.name !== 'OrgnlPmtInfAndSts') return false;
      const block = idAt(node, 'OrgnlPmtInfId');
      if (textAt(node, 'PmtInfSts') !== null && block === null) refuseAt(node, 'OrgnlPmtInfId is missing');
      report(node, { block, status: textAt(node, 'PmtInfSts') });
      return true;
    },
    end: (): void => {
      if (groupName === null) refuseAt(rootNode, 'OrgnlGrpInfAndSts is missing');
    },
  };
}

/** We send direct debits alone: a report on another message is not on a file of ours. */
function checkName(node: Node): void {
  const name = textAt(node, 'OrgnlMsgNmId');
  if (name !== null && !name.startsWith('pain.008')) refuseAt(node, 'OrgnlMsgNmId is not pain.008');
}

const reasonOf = (node: Node): string | null =>
  findAll(node, 'StsRsnInf').flatMap((information) =>
    find(information, 'Rsn') ? [codeAt(information, 'Rsn')] : [],
  )[0] ?? null;
