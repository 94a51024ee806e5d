import { GatewayError } from '../../errors/GatewayError.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import { findGatewayError } from './gatewayErrors.ts';
import { readRetryAfterMs } from './retryAfter.ts';

/** Makes the gateway's own words fit for a log: one line, and nobody's address or key. */
function toLogText(text: string): string {
  return text
    .replaceAll(/\p{C}+/gu, ' ')
    .replaceAll(/\S+@\S+/g, '[e-mail]')
    .replaceAll(/\b(?:hqp|whsec|sk|rk|pk|pi)_\w+/g, '[key]')
    .slice(0, 200);
}

/** Reads the guide's error envelope as far as there is one. */
function readEnvelope(answer: unknown): { gatewayCode?: string; said: string } {
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  const said = typeof error.message === 'string' ? ` "${toLogText(error.message)}"` : '';
  const isCode = typeof error.code === 'string' && /^[A-Z_]{1,64}$/.test(error.code);
  return isCode ? { gatewayCode: String(error.code), said } : { said };
}

/** Reads how long to wait: 503 may say so, and 429 always means it. */
function toRetryAfter({ status, headers }: Response): { retryAfterMs?: number } {
  const header = headers.get('retry-after');
  if (status !== 429 && (status !== 503 || header === null)) return {};
  return { retryAfterMs: readRetryAfterMs(header) };
}

/** Says what the key may not do, for the gateway's own words name at most the key. */
const namesScope = (gatewayCode: string | undefined, capability: string) =>
  gatewayCode === 'INSUFFICIENT_SCOPE' ? ` The API key is not allowed to ${capability}.` : '';

/**
 * Makes an error of an answer that is no success: by the guide's code when it is one, else by the HTTP status.
 *
 * Under a 2xx status it is `bad_gateway_response`, whatever it says.
 */
export function toGatewayError(response: Response, answer: unknown, capability: string): GatewayError {
  const { status } = response;
  const { gatewayCode, said } = readEnvelope(answer);
  const known = findGatewayError(gatewayCode);
  const isTemporary = known?.retryable ?? (status === 429 || status >= 500);
  const ours = isTemporary ? 'gateway_unavailable' : 'gateway_refused';
  const remedy = known === undefined ? '' : ` ${known.remedy}`;
  const answered = `HajiQ Pay answered ${status} ${gatewayCode ?? 'without an error code'}${said}.`;
  return new GatewayError(status < 400 ? 'bad_gateway_response' : ours, {
    detail: `${answered}${namesScope(gatewayCode, capability)}${remedy}`,
    status,
    gatewayCode,
    ...toRetryAfter(response),
  });
}

/** Tells whether the API key is at fault. A 401 without a code of the guide says the same. */
export function isCredentialsFault({ status, gatewayCode }: GatewayError): boolean {
  if (status === undefined || status < 400) return false;
  return findGatewayError(gatewayCode)?.isCredentialsFault ?? status === 401;
}
