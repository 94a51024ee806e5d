const submitButtons = 'button:not([type]), button[type="submit"], input[type="submit"], input[type="image"]';

/** Submits the form a node stands in, as Enter in one of its own fields would: by pressing its submit button. */
export function submitHostForm(node: HTMLElement): void {
  const form = node.closest('form');
  if (form === null) return;
  const button = [...form.elements].find((element) => element.matches(submitButtons));
  if (button instanceof HTMLElement) button.click();
}
