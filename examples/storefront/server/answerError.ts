import type { ErrorRequestHandler } from 'express';
import { ShopError } from './ShopError.ts';

/** What Express throws for a body or an address it cannot read. */
function isUnreadable(error: unknown): error is { status: number } {
  return error instanceof Error && 'status' in error && Number(error.status) < 500;
}

function toShopError(error: unknown): ShopError {
  if (error instanceof ShopError) return error;
  if (isUnreadable(error)) {
    return new ShopError(error.status, 'invalid_request', 'This request cannot be read.');
  }
  console.error(error);
  return new ShopError(500, 'internal_error', 'Something went wrong on our side.');
}

/** Answers every error in one place, as JSON and without a stack. */
export const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const { status, code, message } = toShopError(error);
  response.status(status).json({ error: { code, message } });
};
