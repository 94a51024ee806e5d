/** What a key may do. The guide says that keys have scopes, and names none: these are an inference. */
export const KEY_SCOPES = ['payments:read', 'payments:write', 'refunds:read', 'refunds:write'] as const;

export type KeyScope = (typeof KEY_SCOPES)[number];

/** A key of HajiQ Pay's API. */
export interface SandboxKey {
  /** Anything but a live key. */
  key: string;
  /** Defaults to `active`. */
  state?: 'active' | 'expired' | 'revoked';
  /** Defaults to all of them. */
  scopes?: readonly KeyScope[];
}

/** The keys that every sandbox knows, to try how a backend takes being refused. */
export const REFUSED_KEYS = [
  { key: 'hqp_test_expired', state: 'expired' },
  { key: 'hqp_test_revoked', state: 'revoked' },
  { key: 'hqp_test_readonly', scopes: ['payments:read', 'refunds:read'] },
] as const satisfies readonly SandboxKey[];
