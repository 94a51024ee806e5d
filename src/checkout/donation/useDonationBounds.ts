import { useCallback, useEffect, useState } from 'react';
import type { Backend } from '../../client/Backend.ts';
import { readDonationBounds, type DonationBounds } from '../../client/readDonationBounds.ts';

type Asked = { state: 'loading' } | { state: 'failed' } | { state: 'known'; bounds: DonationBounds };

/** Asks the backend for the bounds, and again when told to. */
export function useDonationBounds(backend: Backend): Asked & { retry: () => void } {
  const [asked, setAsked] = useState<Asked>({ state: 'loading' });

  useEffect(() => {
    if (asked.state !== 'loading') return undefined;
    let isCurrent = true;
    readDonationBounds(backend).then(
      (bounds) => isCurrent && setAsked({ state: 'known', bounds }),
      (error: unknown) => {
        console.error('[hajiq-checkout]', error);
        if (isCurrent) setAsked({ state: 'failed' });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [backend, asked.state]);

  return { ...asked, retry: useCallback(() => setAsked({ state: 'loading' }), []) };
}
