/**
 * Turns a selector of the `rules` option into one of the frame's.
 *
 * `.Input--invalid` becomes `.Input.Input--invalid`: what a merchant says of a field in general must not go before
 * what the theme says of an invalid one.
 */
export function toFrameSelector(selector: string): string {
  return selector.replace(/\.([A-Za-z]+)--/g, '.$1.$1--');
}
