import { fireEvent, waitFor } from 'storybook/test';

/** A field of the Card Element, and what it is called in the Payment Element. */
const inPaymentElement: Readonly<Record<string, string>> = {
  cardnumber: 'number',
  'exp-date': 'expiry',
  cvc: 'cvc',
  postal: 'postalCode',
};

/** Finds a field inside the stand-in's frame. Of Stripe's own frames a page can see nothing. */
export async function findField(canvasElement: HTMLElement, name: string): Promise<HTMLInputElement> {
  return waitFor(() => {
    const frame = canvasElement.querySelector<HTMLIFrameElement>(
      '[data-hajiq-part="card-frame"] iframe[name^="__privateStripeFrame"], iframe[src*="elements-inner-payment"]',
    );
    const isPaymentElement = frame?.src.includes('elements-inner-payment') === true;
    const called = isPaymentElement ? inPaymentElement[name] : name;
    const field = frame?.contentDocument?.querySelector<HTMLInputElement>(`input[name="${called}"]`);
    if (field === null || field === undefined) throw new Error(`The fields have no ${called} yet.`);
    return field;
  });
}

/** Fills in a card. The postal code is asked for with some cards only, once the number is known. */
export async function fillCard(canvasElement: HTMLElement, number: string): Promise<void> {
  const nextYear = String((new Date().getFullYear() + 1) % 100);
  const values = { cardnumber: number, 'exp-date': `12${nextYear}`, cvc: '123', postal: '10001' };
  await waitFor(async () => {
    for (const [name, value] of Object.entries(values)) {
      const field = await findField(canvasElement, name);
      if (field.checkVisibility() && field.value === '') await fireEvent.input(field, { target: { value } });
    }
    if (canvasElement.querySelector('.StripeElement--complete') === null)
      throw new Error('The card is not complete yet.');
  });
}

/** Types into one field of the card. */
export async function typeInto(canvasElement: HTMLElement, name: string, value: string): Promise<void> {
  await fireEvent.input(await findField(canvasElement, name), { target: { value } });
}

/** Types another card in the place of the one that is there. */
export async function retypeCard(canvasElement: HTMLElement, number: string): Promise<void> {
  await typeInto(canvasElement, 'cardnumber', '');
  await fillCard(canvasElement, number);
}
