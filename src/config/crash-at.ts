import { z } from 'zod';
import { type CrashPoint, crashPoint } from '../kernel/crash-point.ts';

/** A named moment, and the how manieth time it is reached: `after-commit:initiation`, `before-call:refund@3`. */
export type CrashAt = { readonly point: CrashPoint; readonly time: number };

export const crashAtOf = z.string().transform((text, context): CrashAt => {
  const [, point = '', time = '1'] = /^([^@]*)(?:@([1-9][0-9]{0,8}))?$/.exec(text) ?? [];
  if (crashPoint.has(point)) return { point, time: Number(time) };
  context.addIssue({
    code: 'custom',
    message: `is not one of ${crashPoint.names.join(', ')}, perhaps with @ and the how manieth time`,
  });
  return z.NEVER;
});
