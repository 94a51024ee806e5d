import type {
  CssFontSource,
  CustomFontSource,
  PaymentIntentResult,
  StripeCardElementOptions,
} from '@stripe/stripe-js';
import type { CardChange } from '../card/cardChange.ts';
import type { FormRecord } from './encodeForm.ts';

/** How the card frame is to look and speak. */
export interface CardFrameSettings {
  readonly locale: string;
  readonly fonts: readonly (CssFontSource | CustomFontSource)[];
  readonly options: Omit<StripeCardElementOptions, 'classes'>;
}

/** What the page knows of a confirmation; the card itself is added inside the frame. */
export interface ConfirmRequest {
  readonly publishableKey: string;
  readonly clientSecret: string;
  readonly billingDetails: FormRecord;
  /** Further parameters of the confirm call. */
  readonly parameters: FormRecord;
}

/** Page → card frame. */
export type ToCardFrame =
  | { type: 'settings'; settings: CardFrameSettings }
  | { type: 'focus' | 'blur' | 'clear' }
  | { type: 'confirm'; requestId: number; request: ConfirmRequest };

/** Card frame → page. None of these can hold a number, an expiry or a security code. */
export type FromCardFrame =
  | { type: 'ready' | 'focus' | 'blur' | 'escape' | 'enter' }
  | { type: 'height'; height: number }
  | { type: 'change'; change: CardChange; isAutofilled: boolean }
  | { type: 'confirmed'; requestId: number; result: PaymentIntentResult };
