import type { RequestHandler } from 'express';

const STRIPE_JS = 'https://js.stripe.com https://*.js.stripe.com';

/** Lets the page run its own code and Stripe's, and nothing else. */
export function securityHeaders(stripeJsUrl: string | undefined): RequestHandler {
  const standIn = stripeJsUrl === undefined ? '' : new URL(stripeJsUrl).origin;
  const policy = [
    `default-src 'self'`,
    `script-src 'self' ${STRIPE_JS} ${standIn}`,
    `frame-src ${STRIPE_JS} https://hooks.stripe.com ${standIn}`,
    `connect-src 'self' https://api.stripe.com ${standIn}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');

  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };
}
