/** How long it is until two in the morning in Paris: then the day's collection is far. */
export function untilNight(now: number): number {
  const hour = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });
  const hourMs = 3_600_000;
  let aheadMs = hourMs;
  while (Number.parseInt(hour.format(now + aheadMs), 10) !== 2) aheadMs += hourMs;
  return aheadMs;
}
