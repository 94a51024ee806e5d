import crypto from 'node:crypto';

/**
 * The published guide's "Backend: Create Payment Intent", as it stands there but for the base URL and the types.
 */
export async function createIntentAsTheGuideDoes(baseUrl: string): Promise<{ clientSecret: string }> {
  const response = await fetch(`${baseUrl}/payment-intents`, {
    method: 'POST',
    headers: {
      'X-API-Key': process.env.HAJIQ_PAY_API_KEY ?? '',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      amount: 5000, // $50.00 in cents
      currency: 'usd',
      externalReferenceId: 'ORDER-12345',
      customerEmail: 'customer@example.com',
      customerName: 'John Doe',
      description: 'Purchase from My Store',
    }),
  });

  const { data } = await response.json();

  // Return clientSecret to your frontend
  return { clientSecret: data.clientSecret };
}

/** The published guide's "Webhook Verification", as it stands there but for the types. It is unsafe; ours is not this. */
export function verifyWebhookAsTheGuideDoes(payload: string, signature: string, secret: string): boolean {
  // Parse the signature header
  const parts = signature.split(',');
  let timestamp, sig;

  for (const part of parts) {
    const [key, value] = part.split('=');
    if (key === 't') timestamp = value;
    if (key === 'v1') sig = value;
  }

  // Check timestamp is recent (within 5 minutes)
  const now = Math.floor(Date.now() / 1000);
  if (Math.abs(now - parseInt(timestamp as string, 10)) > 300) {
    return false; // Too old, possible replay attack
  }

  // Calculate expected signature
  const signedPayload = `${timestamp}.${payload}`;
  const expectedSig = crypto.createHmac('sha256', secret).update(signedPayload).digest('hex');

  // Compare signatures (use timing-safe comparison)
  return crypto.timingSafeEqual(Buffer.from(sig as string), Buffer.from(expectedSig));
}
