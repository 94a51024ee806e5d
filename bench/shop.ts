/** What both servers and those who ask them agree on. */
export const WEBHOOK_SECRET = 'whsec_of_the_benchmark';
export const API_KEY = 'hqp_test_of_the_benchmark';
export const BASE_PATH = '/api/hajiq';

/** What every order costs. */
export const PRICE = { amount: 5000, currency: 'USD' };

/** The gateway's id of the payment of an order. */
export const toGatewayId = (orderId: string) => `gateway-${orderId}`;
