import { type Caller, runModesOf, worksAt } from '../../../kernel/caller.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { type EffectiveRunMode, ownTarget } from '../../../kernel/vocabulary.ts';
import type { Services } from '../ports.ts';
import { maySeeMandate } from './change-mandate.ts';
import type { Mandate, MandateQuery } from './mandate.ts';
import type { MandateEvent } from './mandate-event.ts';

type Reading = Pick<Services, 'store' | 'settings' | 'societes'>;

/** Null for an unknown mandate and for one that the caller may not see: the two look alike. */
export async function readMandate(services: Reading, caller: Caller, id: string): Promise<Mandate | null> {
  const mandate = isIdOf('mdt', id) ? await services.store.mandateById(id) : null;
  return mandate && maySeeMandate(services, caller, mandate) ? mandate : null;
}

/**
 * By its reference, at any of the caller's sociétés: a reference is unique for a creditor and a run mode only. A `LIVE`
 * mandate goes before one of `TEST`, as where an import was tried first.
 */
export async function readMandateByRum(
  services: Reading,
  caller: Caller,
  { rum, idSociete }: { readonly rum: string; readonly idSociete: string | null },
): Promise<Mandate | null> {
  if (rum.length > 100) return null;
  const found = await services.store.mandatesByRum(rumKeyOf(rum));
  const seen = found.filter(
    (one) => maySeeMandate(services, caller, one) && (idSociete === null || one.idSociete === idSociete),
  );
  const live = seen.filter(({ runMode }) => runMode === 'LIVE');
  const [mandate, another] = live.length > 0 ? live : seen;
  return mandate && !another ? mandate : null;
}

export async function listMandates(
  services: Reading,
  caller: Caller,
  { runMode = null, ...query }: Omit<MandateQuery, 'societes' | 'runModes'> & { runMode?: EffectiveRunMode | null },
): Promise<readonly Mandate[]> {
  const { scopes, societes } = caller;
  if (!scopes.has('mandates') || !worksAt(caller, ownTarget)) return [];
  return services.store.mandates({
    ...query,
    societes: societes && [...societes],
    runModes: runModesOf(services, caller).filter((mode) => runMode === null || mode === runMode),
  });
}

/** Null where there is none, and where the caller may not see its mandate. */
export async function readMandateEvent(services: Reading, caller: Caller, id: string): Promise<MandateEvent | null> {
  const event = isIdOf('mev', id) ? await services.store.mandateEvent(id) : null;
  return event && (await readMandate(services, caller, event.mandateId)) ? event : null;
}
