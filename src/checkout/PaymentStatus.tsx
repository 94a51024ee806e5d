import { CheckoutNotice } from './CheckoutNotice.tsx';
import { isTrouble } from './ErrorNotice.tsx';

interface PaymentStatusProps {
  /** Whether it tells what went wrong as well. False where an `<ErrorNotice>` does. Defaults to true. May change. */
  withErrors?: boolean;
}

const always = () => true;
const unlessTrouble = (state: Parameters<typeof isTrouble>[0]) => !isTrouble(state);

/** Tells the customer how the payment stands, and offers what can be done: check again, or try again. */
export function PaymentStatus({ withErrors = true }: PaymentStatusProps) {
  return <CheckoutNotice isTold={withErrors ? always : unlessTrouble} />;
}
