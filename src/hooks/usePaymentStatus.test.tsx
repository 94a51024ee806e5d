import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as loading from '../client/loadQueryClient.ts';
import { merchantFixture } from '../server/merchant.fixture.ts';
import { usePaymentStatus, type UsePaymentStatusOptions } from './usePaymentStatus.ts';

vi.mock('../client/loadQueryClient.ts', { spy: true });

async function paymentFixture() {
  const merchant = merchantFixture();
  const { paymentId, statusToken, clientSecret } = await (await merchant.createPayment()).json();
  const requests: Request[] = [];
  const options: UsePaymentStatusOptions = {
    backendUrl: 'http://localhost:4310/api/hajiq',
    paymentId,
    statusToken,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return merchant.browse(request);
    },
  };
  return { merchant, options, clientSecret, requests };
}

function Status({ options }: { options?: UsePaymentStatusOptions }) {
  const status = usePaymentStatus(options);
  return (
    <>
      <output>{status.state}</output>
      <button onClick={status.checkAgain}>again</button>
    </>
  );
}

const shows = (state: string) =>
  waitFor(() => expect(screen.getAllByRole('status').map((node) => node.textContent)).toContain(state));

afterEach(cleanup);

describe('usePaymentStatus', () => {
  it('follows the payment, in held requests, until it is paid', async () => {
    const { merchant, options, clientSecret, requests } = await paymentFixture();
    merchant.sandbox.holdWebhooks();
    render(<Status options={options} />);
    await shows('verifying');
    await waitFor(() => expect(requests.at(-1)?.headers.get('prefer')).toBe('wait=25'));
    const asked = requests.length;
    await merchant.confirm(clientSecret);
    merchant.sandbox.releaseWebhooks();
    await shows('succeeded');
    expect(requests).toHaveLength(asked);
  });

  it('keeps the status with the client of the page around it', async () => {
    const { options } = await paymentFixture();
    const queryClient = new QueryClient();
    render(
      <QueryClientProvider client={queryClient}>
        <Status options={options} />
      </QueryClientProvider>,
    );
    await shows('verifying');
    expect(queryClient.getQueryCache().getAll()).toHaveLength(1);
  });

  it('says unknown where what keeps the status cannot be loaded, and loads it when asked again', async () => {
    const { options } = await paymentFixture();
    vi.mocked(loading.loadQueryClient).mockRejectedValueOnce(new TypeError('offline'));
    render(<Status options={options} />);
    await shows('unknown');
    await userEvent.click(screen.getByRole('button'));
    await shows('verifying');
  });

  it('keeps the token out of the URL', async () => {
    const { options, requests } = await paymentFixture();
    render(<Status options={options} />);
    await shows('verifying');
    expect(requests.map(({ url }) => url).join()).not.toContain(options.statusToken);
  });

  it('shares one poller among all who follow the same payment with the same client', async () => {
    const { merchant, options, clientSecret, requests } = await paymentFixture();
    await merchant.confirm(clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    const queryClient = new QueryClient();
    render(
      <>
        <Status options={{ ...options, queryClient }} />
        <Status options={{ ...options, queryClient }} />
      </>,
    );
    await shows('succeeded');
    expect(requests).toHaveLength(1);
  });

  it('tells that the backend will not answer, and asks it no more', async () => {
    const { options, requests } = await paymentFixture();
    render(<Status options={{ ...options, statusToken: 'of-somebody-else' }} />);
    await shows('unavailable');
    expect(requests).toHaveLength(1);
  });

  it('polls a backend that cannot hold a request', async () => {
    const { merchant, options, clientSecret, requests } = await paymentFixture();
    const send: typeof fetch = async (input, init) => {
      const headers = new Headers(init?.headers);
      headers.delete('prefer');
      return (options.fetch ?? fetch)(input, { ...init, headers });
    };
    render(<Status options={{ ...options, fetch: send }} />);
    await waitFor(() => expect(requests.length).toBeGreaterThanOrEqual(2));
    await merchant.confirm(clientSecret);
    await waitFor(() => shows('succeeded'), { timeout: 5000 });
  });

  it('never tells a failed attempt as the end: a later one may have been charged', async () => {
    const { merchant, options, clientSecret } = await paymentFixture();
    await merchant.confirm(clientSecret, '4000000000000002');
    await expect.poll(() => merchant.sandbox.deliveries()[0]?.state).toBe('delivered');
    render(<Status options={{ ...options, patienceMs: 0 }} />);
    await shows('unknown');
  });

  it('names the provider when it has neither options nor one', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<Status />)).toThrow('<HajiqCheckout>');
    vi.restoreAllMocks();
  });
});
