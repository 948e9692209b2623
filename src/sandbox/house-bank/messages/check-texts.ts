import { isSepaText } from '../identifiers.ts';
import { type Fault, fault } from './faults-of-file.ts';
import { type Element, find } from './read-xml.ts';

/** Lengths that SEPA limits more than the schema does, and limits for a file without a schema. */
const limits: Readonly<Record<string, number>> = {
  ...{ Nm: 70, StrtNm: 70, BldgNb: 16, PstCd: 16, TwnNm: 35, AdrLine: 70, Ustrd: 140 },
  ...{ MsgId: 35, PmtInfId: 35, InstrId: 35, EndToEndId: 35, MndtId: 35 },
};

/** The problem of an element's texts, at any depth; `except` is checked elsewhere. */
export function textFault(element: Element, except = ''): Fault | null {
  for (const child of element.children) {
    if (child.name === except) continue;
    const found = child.children.length > 0 ? (addressFault(child) ?? textFault(child)) : leafFault(child);
    if (found !== null) return found;
  }
  return null;
}

function leafFault(leaf: Element): Fault | null {
  const place = `${leaf.name}, line ${leaf.line}`;
  if (leaf.text === '') return fault('FF01', place, 'un élément est vide', 'an element is empty');
  if (!isSepaText(leaf.text)) {
    return fault('CH16', place, 'un caractère hors du jeu SEPA', 'a character outside of the SEPA set');
  }
  const limit = limits[leaf.name];
  return limit !== undefined && leaf.text.length > limit
    ? fault('CH16', place, `plus de ${limit} caractères`, `more than ${limit} characters`)
    : null;
}

/** Since November 2026 an address names town and country, and at most two lines beside them. */
function addressFault(element: Element): Fault | null {
  if (element.name !== 'PstlAdr') return null;
  const place = `PstlAdr, line ${element.line}`;
  if (find(element, 'TwnNm') === null || find(element, 'Ctry') === null) {
    return fault('BE04', place, 'une adresse sans TwnNm et Ctry', 'an address without TwnNm and Ctry');
  }
  const lines = element.children.filter(({ name }) => name === 'AdrLine').length;
  return lines > 2 ? fault('BE04', place, 'plus de deux AdrLine', 'more than two AdrLine') : null;
}
