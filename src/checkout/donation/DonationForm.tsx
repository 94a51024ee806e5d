import { useEffect, useId, useRef, useState } from 'react';
import type { DonationBounds } from '../../client/readDonationBounds.ts';
import { useCheckoutStore } from '../../hooks/CheckoutContext.ts';
import { useHajiqCheckout } from '../../hooks/useHajiqCheckout.ts';
import type { Currency } from '../../protocol/currency.ts';
import { Amount } from '../Amount.tsx';
import { AmountText } from '../AmountText.tsx';
import { useLocale } from '../locales/LocaleContext.ts';
import { parseAmount } from './parseAmount.ts';

interface DonationFormProps {
  bounds: DonationBounds;
  presets: readonly number[];
}

/** What the donor has done: taken a preset, or begun to write. */
type Choice = { kind: 'preset'; amount: number } | { kind: 'own'; text: string };

const toFirstChoice = (amount: number | undefined, presets: readonly number[]): Choice => {
  if (amount !== undefined && !presets.includes(amount)) return { kind: 'own', text: String(amount / 100) };
  const [first] = presets;
  const preset = amount ?? first;
  return preset === undefined ? { kind: 'own', text: '' } : { kind: 'preset', amount: preset };
};

/** Lets the donor choose among presets, or name an amount of their own, within the merchant's bounds. */
export function DonationForm({ bounds, presets }: DonationFormProps) {
  const { min, max, currencies } = bounds;
  const checkout = useCheckoutStore();
  const { state, error } = { error: undefined, ...useHajiqCheckout() };
  const { messages, tag } = useLocale();
  const words = messages.donation;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { donation: before } = checkout.getSnapshot();
  const [currency, setCurrency] = useState<Currency>(before?.currency ?? currencies[0]);
  const [choice, setChoice] = useState(() => toFirstChoice(before?.amount, presets));
  const [isTouched, setTouched] = useState(false);

  const amount = choice.kind === 'preset' ? choice.amount : parseAmount(choice.text, currency, tag);
  const isWithin = amount !== undefined && amount >= min && amount <= max;
  useEffect(() => {
    checkout.setDonation(isWithin ? { amount, currency } : undefined);
  }, [checkout, isWithin, amount, currency]);

  const isMissed = error?.code === 'amount_missing';
  useEffect(() => {
    if (isMissed) field.current?.focus();
  }, [isMissed]);

  const fault =
    amount === undefined
      ? { text: words.notAnAmount }
      : amount < min
        ? { text: words.tooLittle, money: { amount: min, currency } }
        : { text: words.tooMuch, money: { amount: max, currency } };
  const isFaulty = !isWithin && (isTouched || isMissed);

  return (
    <fieldset data-hajiq-part="donation" disabled={state === 'confirming'}>
      <legend data-hajiq-part="label">{words.legend}</legend>
      <div data-hajiq-part="presets">
        {presets.map((preset) => (
          <label key={preset} data-hajiq-part="preset">
            <input
              type="radio"
              name={id}
              checked={choice.kind === 'preset' && choice.amount === preset}
              onChange={() => setChoice({ kind: 'preset', amount: preset })}
            />
            <Amount money={{ amount: preset, currency }} isShort />
          </label>
        ))}
        {presets.length > 0 && (
          <label data-hajiq-part="preset">
            <input
              type="radio"
              name={id}
              checked={choice.kind === 'own'}
              onChange={() => {
                setChoice({ kind: 'own', text: '' });
                setTouched(false);
              }}
            />
            {words.ownAmount}
          </label>
        )}
      </div>
      <div data-hajiq-part="own-amount">
        {choice.kind === 'own' && (
          <label>
            <span data-hajiq-part="label">{words.ownAmount}</span>
            <input
              ref={field}
              data-hajiq-part="amount-field"
              inputMode="decimal"
              autoComplete="transaction-amount"
              dir="ltr"
              value={choice.text}
              aria-invalid={isFaulty}
              aria-describedby={`${id}-fault`}
              onChange={({ target }) => setChoice({ kind: 'own', text: target.value })}
              onBlur={() => setTouched(choice.text !== '')}
            />
          </label>
        )}
        {currencies.length > 1 && (
          <label>
            <span data-hajiq-part="label">{words.currency}</span>
            <select
              data-hajiq-part="currency-field"
              value={currency}
              onChange={({ target }) => {
                const chosen = currencies.find((each) => each === target.value);
                if (chosen !== undefined) setCurrency(chosen);
              }}
            >
              {currencies.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p data-hajiq-part="amount-error" id={`${id}-fault`} role="alert">
        {isFaulty && <AmountText {...fault} />}
      </p>
    </fieldset>
  );
}
