import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from './me.tsx';

export type RunMode = 'TEST' | 'LIVE';

/** Modes that the person may look at, the one of the deployment first. */
export function useRunModes(): readonly RunMode[] {
  const { runModes } = useMe();
  const isProduction = document.documentElement.dataset.deployment === 'production';
  const isLive = runModes.includes('FORCE_LIVE') || (isProduction && runModes.includes('LIVE'));
  const held: RunMode[] = [
    ...(isLive ? (['LIVE'] as const) : []),
    ...(runModes.includes('TEST') ? (['TEST'] as const) : []),
  ];
  if (held.length === 0) return ['TEST'];
  return isProduction ? held : held.toReversed();
}

/** `TEST` or `LIVE`, as the address says: every list and total of a page is of this mode alone. */
export function useRunMode(): RunMode {
  const { mode } = useSearch({ strict: false }) as { readonly mode?: unknown };
  const [first = 'TEST', ...others] = useRunModes();
  return others.find((other) => other === mode) ?? first;
}

/** What a request for something of this mode says: off production, real money moves by `FORCE_LIVE` alone. */
export function useRunModeToAsk(): RunMode | 'FORCE_LIVE' {
  const mode = useRunMode();
  return mode === 'LIVE' && document.documentElement.dataset.deployment !== 'production' ? 'FORCE_LIVE' : mode;
}

/** Filters are of the mode that one leaves, and go. */
export function useChooseRunMode(): (mode: RunMode) => void {
  const navigate = useNavigate();
  return (mode) => void navigate({ to: '.', search: { mode } as never });
}
