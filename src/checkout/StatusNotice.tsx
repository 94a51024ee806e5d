import type { ReactNode } from 'react';
import type { CheckoutState } from '../client/checkoutState.ts';
import type { Money } from '../protocol/money.ts';
import { AmountText } from './AmountText.tsx';
import { useLocale } from './locales/LocaleContext.ts';
import type { Told } from './locales/messages.ts';
import { StatusIcon } from './StatusIcon.tsx';

interface StatusNoticeProps {
  state: CheckoutState['state'];
  /** What is told of it, where that is not the state itself. */
  told?: Told | 'ready';
  money?: Money;
  /** Says why, in place of the state's own sentence. */
  reason?: string;
  /** What the customer can do about it. */
  children?: ReactNode;
}

/**
 * Tells how the payment stands: one polite live region that is always there, empty while there is nothing to tell.
 *
 * `data-state` on it is the state, for style sheets and tests.
 */
export function StatusNotice({ state, told = state, money, reason, children }: StatusNoticeProps) {
  const { messages } = useLocale();
  const message = told === 'ready' ? undefined : messages.status[told];
  const text = reason ?? message?.text ?? '';
  return (
    <div data-hajiq-part="status" data-state={state} role="status">
      {(message !== undefined || text !== '') && <StatusIcon state={state} />}
      <div>
        {message !== undefined && <p data-hajiq-part="status-title">{message.title}</p>}
        {text !== '' && (
          <p data-hajiq-part="status-text">
            <AmountText text={text} money={money} />
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
