import { isRecord } from '../../../protocol/isRecord.ts';

import { IntegrationError, notInSandbox } from '../wire/IntegrationError.ts';

/**
 * Takes an unknown value as a record that has only members the stand-in knows; undefined counts as an empty one.
 *
 * @throws {IntegrationError} Naming the member that would otherwise be ignored in silence.
 */
export function assertKnownKeys(
  value: unknown,
  known: readonly string[],
  name: string,
): Record<string, unknown> {
  if (value === undefined) return {};
  if (!isRecord(value)) throw new IntegrationError(`Invalid value for ${name}: it must be an object.`);
  for (const key of Object.keys(value)) {
    if (known.includes(key) || value[key] === undefined) continue;
    throw notInSandbox(
      `\`${name}.${key}\``,
      `It knows ${known.join(', ')}: take \`${key}\` out, or try it against Stripe's own test mode.`,
    );
  }
  return value;
}
