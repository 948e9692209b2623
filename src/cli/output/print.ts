import { decimalComma } from '../../kernel/money.ts';
import type { Payment } from '../../modules/payments/payment.ts';
import type { CommandWorld } from '../world.ts';

/** The output formats of commands. */

const usualZone = 'Europe/Paris';

/**
 * How a command prints moments: `2026-11-25 10:30:00 CET`, the time in France, or in the zone that `TZ` names. JSON keeps
 * what is stored.
 */
export function momentIn({ environment }: Pick<CommandWorld, 'environment'>): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zoneOf(environment.TZ),
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    ...{ hourCycle: 'h23', timeZoneName: 'short' },
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const time = `${part.hour}:${part.minute}:${part.second}`;
    return `${part.year}-${part.month}-${part.day} ${time} ${part.timeZoneName}`;
  };
}

/** `TZ` may be a path or a rule of POSIX, which name no zone. */
function zoneOf(named: string | undefined): string {
  if (!named) return usualZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: named }).resolvedOptions().timeZone;
  } catch {
    return usualZone;
  }
}

/** `12,50 EUR`: people read euros, in every command. JSON and files for programs keep their form. */
export const eurosOf = (cents: number): string => `${decimalComma(cents)} EUR`;

/** Without the payer's data and the keys. */
export function withoutPerson(payment: Payment): object {
  const {
    token: _token,
    derivedKey: _key,
    email: _email,
    idClient: _idClient,
    commentaire: _comment,
    payer: _payer,
    returnUrl: _returnUrl,
    ...facts
  } = payment;
  return facts;
}

export function printJson({ write }: Pick<CommandWorld, 'write'>, value: unknown): void {
  write(`${JSON.stringify(value, null, 2)}\n`);
}
