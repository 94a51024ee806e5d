import { isSameChange } from '../card/cardChange.ts';
import type { FromFrame } from '../wire/frameMessages.ts';

/** Makes what tells the page of each change once; the first payload is where the page begins, not a change. */
export function changeReporter<Change extends { readonly empty: boolean }>(
  send: (message: FromFrame<Change>) => void,
): (change: Change, isAutofilled: boolean) => void {
  let last: Change | undefined;
  let wasAutofilled = false;
  return (change, isAutofilled) => {
    const isNew = last !== undefined || !change.empty;
    const isSame = isSameChange(last, change) && isAutofilled === wasAutofilled;
    last = change;
    wasAutofilled = isAutofilled;
    if (isNew && !isSame) send({ type: 'change', change, isAutofilled });
  };
}
