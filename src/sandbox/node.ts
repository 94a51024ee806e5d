/**
 * @module hajiq-checkout/sandbox/node Runs the sandbox on a port of this machine, with the stand-in for Stripe.js.
 */
export { serveSandbox, type RunningSandbox, type ServeSandboxOptions } from './serveSandbox.ts';
