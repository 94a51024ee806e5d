/** The language of the shop's own pages. */
export const locale = 'en';
