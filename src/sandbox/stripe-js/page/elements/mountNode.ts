import { IntegrationError } from '../../wire/IntegrationError.ts';

/**
 * Finds the node an element is to be mounted on.
 *
 * @throws {IntegrationError} When there is none, or it cannot hold one.
 */
export function findMountNode(target: unknown): HTMLElement {
  if (typeof target === 'string') {
    const found = document.querySelector(target);
    if (found instanceof HTMLElement) return assertHolder(found);
    throw new IntegrationError(
      `The selector you specified (${target}) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().`,
    );
  }
  if (target instanceof HTMLElement) return assertHolder(target);
  throw new IntegrationError(
    'Invalid DOM element. Make sure to call mount() with a valid DOM element or selector.',
  );
}

function assertHolder(node: HTMLElement): HTMLElement {
  if (!(node instanceof HTMLInputElement)) return node;
  throw new IntegrationError(
    'Stripe Elements must be mounted in a DOM element that can contain child nodes. `input` elements are not permitted to have child nodes. Try using a `div` element instead.',
  );
}
