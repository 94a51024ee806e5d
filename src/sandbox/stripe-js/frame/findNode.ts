/**
 * Finds a part of the frame's own document.
 *
 * @throws When the document is not the one that the frame was built with.
 */
export function findNode<Found extends Element>(
  root: ParentNode,
  selector: string,
  kind: new () => Found,
): Found {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The frame's document has no ${selector}.`);
  return found;
}
