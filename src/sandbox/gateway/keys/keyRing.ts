import { ConfigError } from '../../../errors/ConfigError.ts';
import { ApiError } from '../hajiq/ApiError.ts';
import { KEY_SCOPES, REFUSED_KEYS, type KeyScope, type SandboxKey } from './SandboxKey.ts';

function assertKey({ key, state = 'active', scopes = [] }: SandboxKey): void {
  const refuse = (detail: string): never => {
    throw new ConfigError('invalid_option', { detail });
  };
  if (key.startsWith('hqp_live_')) {
    throw new ConfigError('wrong_key', { detail: 'The sandbox takes no live key: give it any other.' });
  }
  if (!/^[\x21-\x7e]+$/.test(key)) refuse('An API key is empty, or has in it what a header cannot hold.');
  if (!['active', 'expired', 'revoked'].includes(state))
    refuse(`A key is active, expired or revoked, and never ${state}.`);
  const unknown = scopes.find((scope) => !KEY_SCOPES.includes(scope));
  if (unknown !== undefined) refuse(`There is no scope ${unknown}. There are ${KEY_SCOPES.join(', ')}.`);
}

/** Finds the key of a request, in either of the guide's two headers. */
function readKey(headers: Headers): string | undefined {
  return headers.get('x-api-key') ?? /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
}

/**
 * Knows the keys of a sandbox, and lets requests in by them.
 *
 * @param given The first of two of the same name counts.
 * @throws {ConfigError} When one is a live key, or has a state or a scope that there is not.
 */
export function keyRing(given: readonly SandboxKey[]) {
  given.forEach(assertKey);
  const keys: readonly SandboxKey[] = [...given, ...REFUSED_KEYS];

  return {
    /** Finds the key a request comes with. @throws {ApiError} When there is none, or it is not good (any more). */
    admit(headers: Headers): SandboxKey {
      const given = readKey(headers);
      if (given === undefined) throw new ApiError('MISSING_API_KEY', 'No API key provided');
      const found = keys.find(({ key }) => key === given);
      if (found === undefined) {
        throw new ApiError(
          'INVALID_API_KEY',
          given.startsWith('hqp_live_') ? 'This is the sandbox: it takes no live key' : 'API key is wrong',
        );
      }
      if (found.state === 'expired') throw new ApiError('API_KEY_EXPIRED', 'API key has expired');
      if (found.state === 'revoked') throw new ApiError('API_KEY_REVOKED', 'API key was revoked');
      return found;
    },
  };
}

export type KeyRing = ReturnType<typeof keyRing>;

/** Refuses what a key may not do. @throws {ApiError} */
export function assertScope({ scopes = KEY_SCOPES }: SandboxKey, scope: KeyScope): void {
  if (!scopes.includes(scope))
    throw new ApiError('INSUFFICIENT_SCOPE', `API key doesn't have permission: it lacks ${scope}`);
}
