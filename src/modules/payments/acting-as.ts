import type { Services } from './ports.ts';

/**
 * The same services for one caller: each event written with them names the caller as `actor`. The object inherits from
 * `services`, because some services are looked up anew on each access.
 */
export function actingAs<Part extends Partial<Services>>(
  services: Part,
  actor: string,
): Part & Pick<Services, 'actor'> {
  const acting = Object.create(services) as Part & { actor?: string };
  acting.actor = actor;
  return acting;
}
