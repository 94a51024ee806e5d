import { isRecord } from '../../../protocol/isRecord.ts';
import { ApiError } from './ApiError.ts';

/**
 * Takes a body that has these fields at the most. What HajiQ Pay does with others is not known: here they are refused,
 * so that nobody relies on what is left out in silence.
 *
 * @throws {ApiError} `VALIDATION_ERROR`
 */
export function assertKnownFields(
  body: unknown,
  fields: readonly string[],
): asserts body is Record<string, unknown> {
  if (!isRecord(body)) throw new ApiError('VALIDATION_ERROR', 'The body has to be a JSON object');
  const unknown = Object.keys(body).find((field) => !fields.includes(field));
  if (unknown !== undefined)
    throw new ApiError('VALIDATION_ERROR', `The guide knows no field ${unknown} here`);
}
