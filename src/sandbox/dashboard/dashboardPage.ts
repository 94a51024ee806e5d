import { html } from 'hono/html';
import type { SandboxPayment } from '../gateway/SandboxPayment.ts';
import { testCards } from '../gateway/cards/testCards.ts';
import type { Delivery } from '../gateway/webhooks/webhookDeliveries.ts';

const shownCards = [
  '4242424242424242',
  '4000000000000002',
  '4000000000009995',
  '4000000000000069',
  '4000000000003220',
];

function describeCard(number: string): string {
  const outcome = testCards.find((card) => card.number === number)?.outcome;
  if (outcome === undefined) return '';
  if (outcome.result === 'declines')
    return (outcome.decline.declineCode ?? outcome.decline.code).replaceAll('_', ' ');
  return outcome.result === 'challenges' ? 'asks for 3-D Secure' : 'succeeds';
}

const toMajor = ({ amount, currency }: SandboxPayment) => `${(amount / 100).toFixed(2)} ${currency}`;

function describeAnswer(delivery: Delivery): string {
  const answers = delivery.attempts.map(({ answer }) =>
    'status' in answer ? String(answer.status) : answer.failure,
  );
  return answers.length === 0 ? '—' : answers.join(', ');
}

const style = html`<style>
  :root {
    color-scheme: light dark;
    font:
      15px/1.5 system-ui,
      sans-serif;
  }
  body {
    max-width: 60rem;
    margin: 2.5rem auto;
    padding: 0 1rem;
  }
  h1 {
    font-size: 1.4rem;
    margin: 0;
  }
  h2 {
    font-size: 1rem;
    margin: 2rem 0 0.5rem;
  }
  p {
    margin: 0.25rem 0;
    color: GrayText;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  td {
    text-align: start;
    padding: 0.4rem 1rem 0.4rem 0;
    border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  td:last-child {
    padding-inline-end: 0;
  }
  code {
    font-size: 0.92em;
  }
  /* Too narrow for columns: each row becomes a block of lines, and nothing is cut. */
  @media (width < 44rem) {
    table,
    tbody,
    td {
      display: block;
    }
    tr {
      display: block;
      padding: 0.5rem 0;
      border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent);
    }
    td {
      padding: 0;
      border: 0;
    }
  }
</style>`;

/** Draws the sandbox's page: the test cards, and what has happened so far. */
export function dashboardPage(payments: readonly SandboxPayment[], deliveries: readonly Delivery[]) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>HajiQ sandbox</title>
        ${style}
      </head>
      <body>
        <h1>HajiQ sandbox</h1>
        <p>An offline HajiQ Pay. No money moves here. Reload the page to see what is new.</p>
        <h2>Test cards</h2>
        <p>Any future expiry date, any security code, any postal code.</p>
        <table>
          ${shownCards.map(
            (number) =>
              html`<tr>
                <td><code>${number.replace(/(.{4})(?=.)/g, '$1 ')}</code></td>
                <td>${describeCard(number)}</td>
              </tr>`,
          )}
        </table>
        <h2>Payments</h2>
        ${payments.length === 0 ? html`<p>None yet.</p>` : ''}
        <table>
          ${payments.toReversed().map(
            (payment) =>
              html`<tr>
                <td><code>${payment.externalReferenceId ?? payment.id}</code></td>
                <td>${toMajor(payment)}</td>
                <td>${payment.status}</td>
                <td>
                  ${payment.attempts.map(({ outcome, last4 }) => `${outcome.replaceAll('_', ' ')} (…${last4})`).join(', ')}
                </td>
              </tr>`,
          )}
        </table>
        <h2>Webhook deliveries</h2>
        ${deliveries.length === 0 ? html`<p>None yet.</p>` : ''}
        <table>
          ${deliveries.toReversed().map(
            (delivery) =>
              html`<tr>
                <td><code>${delivery.eventId}</code></td>
                <td>${delivery.type}</td>
                <td>${delivery.state}</td>
                <td>the merchant answered ${describeAnswer(delivery)}</td>
              </tr>`,
          )}
        </table>
      </body>
    </html>`;
}
