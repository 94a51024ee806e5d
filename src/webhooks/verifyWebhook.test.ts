import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../errors/ConfigError.ts';
import { WebhookError } from '../errors/WebhookError.ts';
import { verifyWebhook } from './verifyWebhook.ts';
import { signWebhook } from './signWebhook.ts';
import { vectors } from './signature-vectors.json';

const bytes = (text: string) => new TextEncoder().encode(text);
const secret = 'whsec_test_0123456789abcdef';
const now = 1_767_225_600;
const body = bytes(
  '{"id":"evt_1","type":"payment.succeeded","created":1767225590,"data":{"object":{"amount":5000}}}',
);

describe('verifyWebhook', () => {
  for (const { name, header, bodyBase64, secrets, now: at, expect: expected } of vectors) {
    it(`${expected}s the vector "${name}"`, async () => {
      const verdict = verifyWebhook({
        body: Buffer.from(bodyBase64, 'base64'),
        signature: header,
        secrets,
        now: at,
      });
      if (expected === 'accept') await expect(verdict).resolves.toMatchObject({ type: 'payment.succeeded' });
      else if (expected === 'reject:stale')
        await expect(verdict).rejects.toMatchObject({ code: 'stale_signature' });
      else if (expected === 'reject:future')
        await expect(verdict).rejects.toMatchObject({ code: 'future_signature' });
      else if (name === 'secret-empty') await expect(verdict).rejects.toBeInstanceOf(ConfigError);
      else await expect(verdict).rejects.toBeInstanceOf(WebhookError);
    });
  }

  it('accepts what Node signs with the same secret', async () => {
    const mac = createHmac('sha256', secret).update(`${now}.`).update(body).digest('hex');
    await expect(
      verifyWebhook({ body, signature: `t=${now},v1=${mac}`, secrets: secret, now }),
    ).resolves.toMatchObject({
      id: 'evt_1',
      data: { object: { amount: 5000 } },
    });
  });

  it('refuses a second timestamp, even the one of two headers joined by a proxy', async () => {
    const signature = await signWebhook(body, secret, now);
    for (const doubled of [`t=1,${signature}`, `${signature}, t=1`, `${signature}, ${signature}`]) {
      await expect(verifyWebhook({ body, signature: doubled, secrets: secret, now })).rejects.toMatchObject({
        code: 'malformed_signature',
      });
    }
  });

  it('refuses more than eight signatures', async () => {
    const signature = `t=${now},${Array.from({ length: 9 }, () => `v1=${'0'.repeat(64)}`).join(',')}`;
    await expect(verifyWebhook({ body, signature, secrets: secret, now })).rejects.toMatchObject({
      code: 'malformed_signature',
    });
  });

  it('refuses a well-signed body with a byte order mark', async () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...body]);
    const signature = await signWebhook(marked, secret, now);
    await expect(verifyWebhook({ body: marked, signature, secrets: secret, now })).rejects.toMatchObject({
      code: 'invalid_event',
    });
  });

  it.each(['"5000"', '5000.5', '1e400'])('refuses a well-signed amount of %s', async (amount) => {
    const odd = bytes(
      `{"id":"evt_1","type":"payment.succeeded","created":1,"data":{"object":{"amount":${amount}}}}`,
    );
    const signature = await signWebhook(odd, secret, now);
    await expect(verifyWebhook({ body: odd, signature, secrets: secret, now })).rejects.toMatchObject({
      code: 'invalid_event',
    });
  });

  it('names express.json() when it is given a parsed body', async () => {
    const parsed = { id: 'evt_1' } as unknown as Uint8Array;
    await expect(verifyWebhook({ body: parsed, signature: 't=1,v1=', secrets: secret })).rejects.toThrow(
      'express.json()',
    );
  });

  it.each(['', '   ', 'hqp_live_project_1', 'whsec_ with space'])('refuses the secret %j', async (bad) => {
    await expect(verifyWebhook({ body, signature: 't=1', secrets: bad })).rejects.toBeInstanceOf(ConfigError);
  });

  it('keeps the payload, the header and the secret out of its errors', async () => {
    const canary = bytes('{"card": canary}');
    const signature = await signWebhook(canary, secret, now);
    const error: unknown = await verifyWebhook({ body: canary, signature, secrets: secret, now }).catch(
      (reason: unknown) => reason,
    );
    const shown = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).cause);
    expect(shown).not.toContain('canary');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(signature);
  });
});
