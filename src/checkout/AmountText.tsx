import type { Money } from '../protocol/money.ts';
import { Amount } from './Amount.tsx';

/** Puts money in the place of `{amount}` in a sentence. */
export function AmountText({ text, money }: { text: string; money?: Money }) {
  const [before, after] = text.split('{amount}');
  if (after === undefined || money === undefined) return before;
  return (
    <>
      {before}
      <Amount money={money} />
      {after}
    </>
  );
}
