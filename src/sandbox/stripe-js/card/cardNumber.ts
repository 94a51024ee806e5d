import { findBrandRule, maxNumberLength } from './brands.ts';

/** Takes the digits out of what was typed or pasted; every other character is dropped. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9]/g, '');
}

/** Writes a card number in the groups of its brand, and drops the digits it has no room for. */
export function formatCardNumber(text: string): string {
  const all = digitsOf(text);
  const digits = all.slice(0, maxNumberLength(all));
  const parts: string[] = [];
  let start = 0;
  for (const size of [...findBrandRule(digits).groups, 4]) {
    if (start >= digits.length) break;
    parts.push(digits.slice(start, start + size));
    start += size;
  }
  return parts.join(' ');
}
