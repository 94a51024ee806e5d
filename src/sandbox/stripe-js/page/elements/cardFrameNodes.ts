import { cardTexts } from '../../card/cardTexts.ts';
import { nextFrameName } from '../frameName.ts';
import { parentOrigin } from '../parentOrigin.ts';

/** The nodes an element puts inside its mount node. */
export interface CardFrameNodes {
  readonly holder: HTMLElement;
  readonly iframe: HTMLIFrameElement;
  readonly input: HTMLInputElement;
}

interface CardFrame {
  readonly base: string;
  readonly locale: string;
  readonly isRightToLeft: boolean;
}

const reset = { border: 'none', margin: '0', padding: '0', display: 'block' };

function setImportant(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

/** Builds the frame, with the same attributes as Stripe's, so that tests and style sheets find the same things. */
export function createCardFrameNodes({ base, locale, isRightToLeft }: CardFrame): CardFrameNodes {
  const holder = document.createElement('div');
  holder.className = '__PrivateStripeElement';
  setImportant(holder, { ...reset, background: 'transparent', position: 'relative', opacity: '1' });

  const iframe = document.createElement('iframe');
  const fragment = {
    locale,
    rtl: String(isRightToLeft),
    componentName: 'card',
    parentOrigin: parentOrigin(),
  };
  iframe.name = nextFrameName();
  iframe.title = cardTexts(locale).frameTitle;
  iframe.allow = 'payment *';
  iframe.setAttribute('frameborder', '0');
  iframe.setAttribute('allowtransparency', 'true');
  iframe.setAttribute('scrolling', 'no');
  iframe.src = `${base}/elements/card-frame.html#${new URLSearchParams(fragment).toString()}`;
  // A frame of another colour scheme than its page would be painted an opaque white.
  setImportant(iframe, {
    ...reset,
    width: '1px',
    'min-width': '100%',
    overflow: 'hidden',
    'color-scheme': 'light only',
  });
  iframe.style.height = '19.2px';

  const input = document.createElement('input');
  input.className = '__PrivateStripeElement-input';
  input.setAttribute('aria-hidden', 'true');
  input.setAttribute('aria-label', ' ');
  input.autocomplete = 'off';
  input.maxLength = 1;
  input.tabIndex = -1;
  setImportant(input, {
    ...reset,
    position: 'absolute',
    height: '1px',
    top: '-1px',
    left: '0',
    width: '100%',
    opacity: '0',
    background: 'transparent',
    'pointer-events': 'none',
    'font-size': '16px',
  });
  holder.append(iframe, input);
  return { holder, iframe, input };
}
