import { randomBytes } from 'node:crypto';
import { createMask } from '../observability/masking.ts';
import { legacyUrlOf } from '../rest/request/legacy-url.ts';
import type { DoorServices } from '../schema/server/context.ts';

/** What the GraphQL door shows of the legacy door and of the log. */
export function createDoorServices(publicUrl: () => string): DoorServices {
  // Digests of addresses link the messages of one process, and mean nothing elsewhere.
  const mask = createMask(randomBytes(32));
  return { maskFields: mask.fields, legacyUrlOf: (wanted) => legacyUrlOf(publicUrl(), wanted) };
}
