import type { CardPart } from '../../card/cardParts.ts';
import { nextFrameName } from '../frameName.ts';
import { parentOrigin } from '../parentOrigin.ts';

/** What sets the frame of one kind of element apart from another's. */
export interface FrameKind {
  readonly componentName: 'card' | CardPart | 'payment';
  /** The frame's document, under `{base}/elements/`. */
  readonly file: string;
  readonly title: (locale: string) => string;
  readonly allow: string;
  /** How far the frame reaches over its node on each side, so that it does not cut off the ring around a field. */
  readonly bleed: number;
  readonly firstHeight: string;
}

/** The nodes an element puts inside its mount node. */
export interface FrameNodes {
  readonly holder: HTMLElement;
  readonly iframe: HTMLIFrameElement;
  readonly input: HTMLInputElement;
}

interface FramePlace {
  readonly base: string;
  readonly locale: string;
  readonly isRightToLeft: boolean;
}

const reset = { border: 'none', margin: '0', padding: '0', display: 'block' };

function setImportant(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

function createIframe(kind: FrameKind, { base, locale, isRightToLeft }: FramePlace): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  const fragment = {
    locale,
    rtl: String(isRightToLeft),
    componentName: kind.componentName,
    parentOrigin: parentOrigin(),
  };
  iframe.name = nextFrameName();
  iframe.title = kind.title(locale);
  iframe.allow = kind.allow;
  iframe.setAttribute('frameborder', '0');
  iframe.setAttribute('allowtransparency', 'true');
  iframe.setAttribute('scrolling', 'no');
  iframe.src = `${base}/elements/${kind.file}#${new URLSearchParams(fragment).toString()}`;
  // A frame of another colour scheme than its page would be painted an opaque white.
  setImportant(iframe, {
    ...reset,
    width: '1px',
    'min-width': kind.bleed === 0 ? '100%' : `calc(100% + ${2 * kind.bleed}px)`,
    margin: kind.bleed === 0 ? '0' : `-${kind.bleed}px`,
    overflow: 'hidden',
    'color-scheme': 'light only',
  });
  iframe.style.height = kind.firstHeight;
  return iframe;
}

/** Builds the frame, with the same attributes as Stripe's, so that tests and style sheets find the same things. */
export function createFrameNodes(kind: FrameKind, place: FramePlace): FrameNodes {
  const holder = document.createElement('div');
  holder.className = '__PrivateStripeElement';
  setImportant(holder, { ...reset, background: 'transparent', position: 'relative', opacity: '1' });

  const iframe = createIframe(kind, place);
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
