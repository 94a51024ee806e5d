import { expect, it } from 'vitest';
import { toFrameSelector } from './toFrameSelector.ts';

it.each([
  ['.Input', '.Input'],
  ['.Input:focus', '.Input:focus'],
  ['.Input--invalid', '.Input.Input--invalid'],
  ['.Tab, .Input--invalid:focus', '.Tab, .Input.Input--invalid:focus'],
])('writes %s as %s', (selector, written) => expect(toFrameSelector(selector)).toBe(written));
