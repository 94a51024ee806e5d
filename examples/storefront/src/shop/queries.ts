import { QueryClient, queryOptions } from '@tanstack/react-query';
import {
  fetchConfig,
  fetchOrder,
  fetchOrders,
  fetchProducts,
  ShopRequestError,
  type ShopOrder,
} from './shopClient.ts';

const FULFILMENT_CHECK_MS = 2000;

const isRefused = (error: Error) => error instanceof ShopRequestError && error.status < 500;

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: (failures, error) => !isRefused(error) && failures < 3 } },
});

// A webhook fulfils orders, so the page has to ask. It pauses while its tab is hidden, and ends with the last order.
const untilFulfilled = (orders: ShopOrder[] = []) =>
  orders.some(({ fulfilledAt }) => fulfilledAt === undefined) ? FULFILMENT_CHECK_MS : false;

export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: fetchConfig,
  staleTime: Infinity,
});

export const productsQuery = queryOptions({
  queryKey: ['products'],
  queryFn: fetchProducts,
  staleTime: Infinity,
});

export const orderQuery = (orderId: string) =>
  queryOptions({ queryKey: ['orders', orderId], queryFn: () => fetchOrder(orderId) });

export const followedOrderQuery = (orderId: string) =>
  queryOptions({
    ...orderQuery(orderId),
    refetchInterval: ({ state }) => untilFulfilled(state.data && [state.data]),
  });

export const followedOrdersQuery = queryOptions({
  queryKey: ['orders'],
  queryFn: fetchOrders,
  refetchInterval: ({ state }) => untilFulfilled(state.data),
});
