import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { merchantFixture } from '../server/merchant.fixture.ts';
import { usePaymentStatus, type UsePaymentStatusOptions } from './usePaymentStatus.ts';

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

  it('keeps the token out of the URL', async () => {
    const { options, requests } = await paymentFixture();
    render(<Status options={options} />);
    await shows('verifying');
    expect(requests.map(({ url }) => url).join()).not.toContain(options.statusToken);
  });

  it('shares one poller among all who follow the same payment on the page', async () => {
    const { merchant, options, clientSecret, requests } = await paymentFixture();
    await merchant.confirm(clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    render(
      <>
        <Status options={options} />
        <Status options={options} />
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
