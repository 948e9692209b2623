import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { parseAddress, type RawSearch } from './address.ts';

/** Opens a page of the console: `/mandates/mdt_…`, `/exceptions?open=bkx_…`. The run mode goes along. */
export function useGo(): (address: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (address) => {
      const [path = '', query = ''] = address.split('?');
      const search = ({ mode }: RawSearch): RawSearch => ({
        ...(mode !== undefined && { mode }),
        ...parseAddress(query),
      });
      void navigate({ to: path as never, search: search as never });
    },
    [navigate],
  );
}
