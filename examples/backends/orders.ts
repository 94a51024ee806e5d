const prices = new Map([['ORDER-1', { amount: 5000, currency: 'USD' }]]);
const fulfilled = new Set<string>();

/** Stands for the shop's own orders. */
export const orders = {
  find: (orderId: string) => prices.get(orderId),
  fulfil: (orderId: string) => void fulfilled.add(orderId),
};
