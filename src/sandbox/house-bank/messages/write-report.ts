import type { FileStatus, Report } from '../files.ts';
import type { Fault } from './faults-of-file.ts';
import { document, tag, type Xml } from './write-xml.ts';

export const reportVersions = ['03', '10'] as const;
export type ReportVersion = (typeof reportVersions)[number];

const statuses: Readonly<Record<FileStatus, string>> = {
  ACCEPTED: 'ACCP',
  PARTIALLY_ACCEPTED: 'PART',
  REJECTED: 'RJCT',
};

/** A pain.002 with the refusals, each at its own level. Both versions have the same content. */
export function writeReport(report: Report, version: ReportVersion): Buffer {
  return document(
    `pain.002.001.${version}`,
    tag(
      'CstmrPmtStsRpt',
      tag('GrpHdr', tag('MsgId', `REPORT-${report.id}`), tag('CreDtTm', `${report.day}T18:00:00`)),
      tag(
        'OrgnlGrpInfAndSts',
        tag('OrgnlMsgId', report.messageId),
        tag('OrgnlMsgNmId', report.messageName),
        tag('GrpSts', statuses[report.status]),
        reasonOf(report.fault),
      ),
      report.blocks.map((block) =>
        tag(
          'OrgnlPmtInfAndSts',
          tag('OrgnlPmtInfId', block.id),
          tag('PmtInfSts', statuses[block.status]),
          reasonOf(block.fault),
          block.rejected.map(({ instructionId, endToEndId, fault }) =>
            tag(
              'TxInfAndSts',
              tag('OrgnlInstrId', instructionId),
              tag('OrgnlEndToEndId', endToEndId),
              tag('TxSts', 'RJCT'),
              reasonOf(fault),
            ),
          ),
        ),
      ),
    ),
  );
}

function reasonOf(fault: Fault | null): Xml | null {
  if (fault === null) return null;
  const words = [fault.words.en, fault.place].filter(Boolean).join(', ');
  return tag('StsRsnInf', tag('Rsn', tag('Cd', fault.code)), tag('AddtlInf', words.slice(0, 105)));
}
