/**
 * @module hajiq-checkout/testing/react A checkout in jsdom, for tests with Testing Library.
 */
export { checkoutOnPage, type CheckoutOnPage, type CheckoutOnPageOptions } from './checkoutOnPage.ts';
export { renderWithCheckout, type RenderWithCheckoutOptions } from './renderWithCheckout.tsx';
