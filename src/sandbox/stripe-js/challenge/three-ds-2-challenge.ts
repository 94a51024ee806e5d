import type { Challenge, FromAcs, FromChallenge, ToChallenge } from '../wire/challengeMessages.ts';
import { connectFrame } from '../wire/connectFrame.ts';
import { greetParent } from '../wire/greetParent.ts';
import { sendOutcome } from './sendOutcome.ts';

function createAcsFrame(): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  const fragment = new URLSearchParams({ parentOrigin: location.origin }).toString();
  iframe.className = 'Challenge-frame';
  iframe.name = 'stripe-challenge-frame';
  iframe.title = '3D Secure 2 Test Page';
  iframe.src = `three-ds-2-acs.html#${fragment}`;
  return iframe;
}

function show(challenge: Challenge, finish: () => void): void {
  const iframe = createAcsFrame();
  let isAbandoned = false;
  const abandon = (): void => {
    if (isAbandoned) return;
    isAbandoned = true;
    void sendOutcome(challenge, 'fail').then(finish);
  };
  connectFrame({
    iframe,
    origin: location.origin,
    onConnect: (port) => {
      port.addEventListener('message', ({ data }: MessageEvent<FromAcs>) => {
        if (data.type === 'abandon') abandon();
        else finish();
      });
      port.start();
      port.postMessage({ type: 'start', challenge } satisfies ToChallenge);
      iframe.focus();
    },
    onFailure: abandon,
  });
  document.querySelector('.Challenge')?.append(iframe);
  document.querySelector('.Challenge-close')?.addEventListener('click', abandon);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') abandon();
  });
}

greetParent((port) => {
  port.addEventListener('message', ({ data }: MessageEvent<ToChallenge>) => {
    show(data.challenge, () => port.postMessage({ type: 'finished' } satisfies FromChallenge));
  });
  port.start();
});
