import { QueryClientProvider } from '@tanstack/react-query';
import 'hajiq-checkout/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './router.tsx';
import { configQuery, queryClient } from './shop/queries.ts';
import './storefront.css';

// The checkout needs the publishable key: fetched now, it is there before anyone has chosen a product.
void queryClient.prefetchQuery(configQuery);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
