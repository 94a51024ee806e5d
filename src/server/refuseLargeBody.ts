import { RequestError } from '../errors/RequestError.ts';
import { BodyTooLarge } from './readBytes.ts';

/** Turns a passed cap into the answer 413, and lets every other error through. */
export function refuseLargeBody(error: unknown): never {
  throw error instanceof BodyTooLarge ? new RequestError('body_too_large') : error;
}
