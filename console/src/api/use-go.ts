import { useNavigate } from '@tanstack/react-router';
import type { RawSearch } from './address.ts';

/** Opens a page of the console: `/mandates/mdt_…`. The run mode goes along. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  return (path) =>
    void navigate({
      to: path as never,
      search: (({ mode }: RawSearch) => (mode === undefined ? {} : { mode })) as never,
    });
}
