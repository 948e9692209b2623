import type { Logger } from 'pino';
import type { Worker } from '../../../workers/workers.ts';
import type { Services } from '../ports.ts';
import { removeAbandonedUploads } from './remove-abandoned-uploads.ts';

const everyMs = 3_600_000;

/** Removes bytes of files of banks that were never received whole. */
export const createAbandonedUploads = ({
  services,
  logger,
}: {
  readonly services: Pick<Services, 'store' | 'clock'>;
  readonly logger: Logger;
}): Worker => ({
  name: 'abandoned-uploads',
  everyMs,
  round: async (keepsLease) => {
    const uploads = await removeAbandonedUploads(services, keepsLease);
    if (uploads > 0) logger.info({ uploads }, 'files of banks that never came whole were removed');
  },
});
