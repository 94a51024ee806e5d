import type {
  Appearance,
  CssFontSource,
  CustomFontSource,
  PaymentIntentResult,
  StripeCardElementOptions,
  StripeCardNumberElementOptions,
} from '@stripe/stripe-js';
import type { CardValidationError } from '../card/findComplaint.ts';
import type { FormRecord } from './encodeForm.ts';

/** How a frame speaks and which fonts it has: what an element has from its group. */
export interface SharedSettings {
  readonly locale: string;
  readonly fonts: readonly (CssFontSource | CustomFontSource)[];
}

/** How the frame of a Card Element is to look and speak. */
export interface CardFrameSettings extends SharedSettings {
  readonly options: Omit<StripeCardElementOptions, 'classes'>;
}

/** How the frame of a single field of a card is to look and speak. */
export interface CardPartSettings extends SharedSettings {
  /** Names the elements group, whose fields are one card. */
  readonly group: string;
  readonly options: Omit<StripeCardNumberElementOptions, 'classes'>;
}

/** How the frame of a Payment Element is to look and speak, and what it asks for beside the card. */
export interface PaymentFrameSettings extends SharedSettings {
  readonly appearance: Appearance;
  readonly asksCountry: boolean;
  /** Asked for in those countries only where Stripe needs one. */
  readonly asksPostalCode: boolean;
  /** What the fields begin with. */
  readonly country: string;
  readonly postalCode: string;
  readonly isReadOnly: boolean;
}

/** What the page knows of a confirmation; the card itself is added inside the frame. */
export interface ConfirmRequest {
  readonly publishableKey: string;
  readonly clientSecret: string;
  readonly billingDetails: FormRecord;
  /** Further parameters of the confirm call. */
  readonly parameters: FormRecord;
}

/** Page → frame. What has a `requestId` is answered under it. */
export type ToFrame<Settings> =
  | { type: 'settings'; requestId: number; settings: Settings }
  | { type: 'focus' | 'blur' | 'clear' }
  | { type: 'check'; requestId: number }
  | { type: 'confirm'; requestId: number; request: ConfirmRequest };

/** What a frame tells of itself in one word. */
export interface FrameSignal {
  readonly type: 'ready' | 'focus' | 'blur' | 'escape' | 'enter';
}

/** Frame → page. None of these can hold a number, an expiry or a security code. */
export type FromFrame<Change> =
  | FrameSignal
  | { type: 'height'; height: number }
  | { type: 'change'; change: Change; isAutofilled: boolean }
  | { type: 'done'; requestId: number; error?: CardValidationError | undefined }
  | { type: 'confirmed'; requestId: number; result: PaymentIntentResult };
