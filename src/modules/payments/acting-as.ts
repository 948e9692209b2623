import type { Services } from './ports.ts';

/**
 * The same services for one caller: every event that is written with them names it as `actor`. A prototype, for some of
 * the services are looked up anew each time.
 */
export function actingAs<Part extends Partial<Services>>(
  services: Part,
  actor: string,
): Part & Pick<Services, 'actor'> {
  const acting = Object.create(services) as Part & { actor?: string };
  acting.actor = actor;
  return acting;
}
