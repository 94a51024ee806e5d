import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { orderQuery } from './queries.ts';
import { createOrder } from './shopClient.ts';

/** Places an order and leads to its checkout, which then has the order already. */
export function useBuyNow() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  return useMutation({
    mutationFn: createOrder,
    onSuccess(order) {
      queryClient.setQueryData(orderQuery(order.orderId).queryKey, order);
      return navigate(`/checkout/${order.orderId}`);
    },
  });
}
