/** The language of the shop, and of the checkout within it. */
export const locale = 'en';
