import type { Challenge, FromAcs, ToChallenge } from '../wire/challengeMessages.ts';
import { greetParent } from '../wire/greetParent.ts';
import { type Outcome, sendOutcome } from './sendOutcome.ts';

const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-outcome]')];
const problem = document.querySelector<HTMLElement>('.Problem');

function setBusy(isBusy: boolean): void {
  for (const button of buttons) button.disabled = isBusy;
}

function complain(message: string | undefined): void {
  if (problem === null) return;
  problem.hidden = message === undefined;
  problem.textContent = message ?? '';
}

function show(challenge: Challenge, send: (message: FromAcs) => void): void {
  const decide = async (outcome: Outcome): Promise<void> => {
    setBusy(true);
    complain(undefined);
    const { error } = await sendOutcome(challenge, outcome);
    // A card that is declined after it was authenticated has been decided on, too.
    if (error === undefined || error.type === 'card_error' || error.payment_intent !== undefined) {
      send({ type: 'finished' });
      return;
    }
    complain(`The sandbox did not take the answer: ${error.message ?? error.type} Try again.`);
    setBusy(false);
  };
  for (const button of buttons) {
    button.addEventListener(
      'click',
      () => void decide(button.dataset.outcome === 'complete' ? 'complete' : 'fail'),
    );
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') send({ type: 'abandon' });
  });
  setBusy(false);
  buttons[0]?.focus();
}

greetParent((port) => {
  port.addEventListener('message', ({ data }: MessageEvent<ToChallenge>) => {
    show(data.challenge, (message) => port.postMessage(message));
  });
  port.start();
});
