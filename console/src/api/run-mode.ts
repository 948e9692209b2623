import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { RawSearch } from './address.ts';
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

/** A link to an object may be of the other mode. The page then goes over to the object's own, so that it never says which money moves wrongly. */
export function useRunModeOf(mode: string | undefined): void {
  const navigate = useNavigate();
  const shown = useRunMode();
  const own = useRunModes().find((one) => mode !== undefined && (one === 'TEST') === (mode === 'TEST'));
  useEffect(() => {
    if (own === undefined || own === shown) return;
    void navigate({ to: '.', search: ((before: RawSearch) => ({ ...before, mode: own })) as never, replace: true });
  }, [navigate, shown, own]);
}

/** Filters are of the mode that one leaves, and go; so does an object, for its list. A customer has no mode. */
export function useChooseRunMode(): (mode: RunMode) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [list = '.'] = /^\/(?!customers)[^/]+(?=\/.)/.exec(pathname) ?? [];
  return (mode) => void navigate({ to: list as never, search: { mode } as never });
}
