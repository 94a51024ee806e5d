import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { merchantFixture } from '../server/merchant.fixture.ts';
import { paymentStatusQuery, type PaymentStatusQueryOptions } from './paymentStatusQuery.ts';

async function paymentFixture() {
  const merchant = merchantFixture();
  const { paymentId, statusToken, clientSecret } = await (await merchant.createPayment()).json();
  let asked = 0;
  const options: PaymentStatusQueryOptions = {
    backendUrl: 'http://localhost:4310/api/hajiq',
    paymentId,
    statusToken,
    fetch: async (input, init) => {
      asked += 1;
      return merchant.browse(new Request(input, init));
    },
  };
  return { merchant, options, clientSecret, asked: () => asked };
}

function Status({ options }: { options: PaymentStatusQueryOptions }) {
  return <output>{useQuery(paymentStatusQuery(options)).data?.state}</output>;
}

const shows = (state: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(state));

function show(options: PaymentStatusQueryOptions): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: 3, staleTime: Infinity } } });
  render(
    <QueryClientProvider client={client}>
      <Status options={options} />
    </QueryClientProvider>,
  );
  return client;
}

afterEach(cleanup);

describe('paymentStatusQuery', () => {
  it('follows a payment until it is paid, whatever the client does by default, and asks no more', async () => {
    const { merchant, options, clientSecret, asked } = await paymentFixture();
    merchant.sandbox.holdWebhooks();
    show(options);
    await shows('verifying');
    await merchant.confirm(clientSecret);
    merchant.sandbox.releaseWebhooks();
    await shows('succeeded');
    const before = asked();
    cleanup();
    expect(asked()).toBe(before);
  });

  it('keeps the token out of the key', async () => {
    const { options } = await paymentFixture();
    const client = show(options);
    await shows('verifying');
    const keys = client.getQueryCache().getAll();
    expect(JSON.stringify(keys.map(({ queryKey }) => queryKey))).not.toContain(options.statusToken);
  });

  it('tells that the backend will not answer', async () => {
    const { options } = await paymentFixture();
    show({ ...options, statusToken: 'another' });
    await shows('unavailable');
  });
});
