import type { QueryClient } from '@tanstack/react-query';

let loading: Promise<QueryClient> | undefined;

/**
 * Loads a client for a page that has none, once: a page that has one need not download what makes one.
 *
 * @throws What the browser throws when the file cannot be loaded; the next call tries again.
 */
export function loadQueryClient(): Promise<QueryClient> {
  loading ??= import('./ownQueryClient.ts').then(
    ({ ownQueryClient }) => ownQueryClient,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
