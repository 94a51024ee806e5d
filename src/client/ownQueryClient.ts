import { QueryClient } from '@tanstack/react-query';

/** Keeps the statuses of a page that has no client of its own. */
export const ownQueryClient = new QueryClient();
