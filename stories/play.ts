import { expect, userEvent, waitFor, within } from 'storybook/test';
import { fillCard } from './fillCard.ts';

const PATIENCE = { timeout: 10_000 };

/** Waits until the checkout tells the state. */
async function awaitState(canvasElement: HTMLElement, state: string): Promise<void> {
  const status = () => within(canvasElement).getAllByRole('status')[0];
  await waitFor(() => expect(status()?.dataset.state).toBe(state), PATIENCE);
}

/** Waits until the button can be clicked. */
export async function awaitPayable(
  canvasElement: HTMLElement,
  name = /^(Pay|Donate|ادفع|تبرّع)/,
): Promise<HTMLElement> {
  return waitFor(async () => {
    const button = within(canvasElement).getByRole('button', { name });
    await expect(button).toBeEnabled();
    return button;
  }, PATIENCE);
}

/** Types a card and pays with it. */
export async function pay(canvasElement: HTMLElement, cardNumber: string): Promise<void> {
  await awaitPayable(canvasElement);
  await fillCard(canvasElement, cardNumber);
  await userEvent.click(await awaitPayable(canvasElement));
}

interface Playing {
  canvasElement: HTMLElement;
}

/** A play function: pays with a card, and sees the state, and the words. */
export const payAndSee = (cardNumber: string, state: string, words?: RegExp) =>
  async function play({ canvasElement }: Playing): Promise<void> {
    await pay(canvasElement, cardNumber);
    await see(state, words)({ canvasElement });
  };

/** A play function: sees the state, and the words. */
export const see = (state: string, words?: RegExp) =>
  async function play({ canvasElement }: Playing): Promise<void> {
    await awaitState(canvasElement, state);
    if (state === 'ready') await awaitPayable(canvasElement);
    if (words !== undefined) await expect(within(canvasElement).getByText(words)).toBeVisible();
  };

function challengeFrame({ ownerDocument }: HTMLElement): HTMLIFrameElement | null {
  return ownerDocument.querySelector('iframe[title="3D Secure 2 authentication frame"]');
}

/** Waits for a button in the bank's frames, which the stand-in serves from this page's own origin. */
async function findInChallenge(canvasElement: HTMLElement, selector: string): Promise<HTMLButtonElement> {
  return waitFor(() => {
    const outer = challengeFrame(canvasElement)?.contentDocument;
    const inner = outer?.querySelector('iframe')?.contentDocument;
    const button =
      outer?.querySelector<HTMLButtonElement>(selector) ?? inner?.querySelector<HTMLButtonElement>(selector);
    if (button?.disabled !== false) throw new Error(`The challenge has no ${selector} yet.`);
    return button;
  }, PATIENCE);
}

/** Waits until the bank asks. */
export async function awaitChallenge(canvasElement: HTMLElement): Promise<void> {
  await findInChallenge(canvasElement, '[data-outcome]');
}

/** Ends the bank's challenge. */
export async function answerChallenge(
  canvasElement: HTMLElement,
  answer: 'complete' | 'fail',
): Promise<void> {
  (await findInChallenge(canvasElement, `[data-outcome="${answer}"]`)).click();
}

/** Closes the bank's page, as a customer does who wants another card. */
export async function closeChallenge(canvasElement: HTMLElement): Promise<void> {
  await awaitChallenge(canvasElement);
  (await findInChallenge(canvasElement, '.Challenge-close')).click();
}
