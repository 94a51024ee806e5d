import { ConfigError } from '../../errors/ConfigError.ts';

/** Refuses what would send the API key in the clear or under another name. @throws {ConfigError} */
export function checkClientOptions({ apiKey, baseUrl }: { apiKey: string; baseUrl: string }): void {
  if (typeof apiKey !== 'string' || apiKey.trim() === '') {
    throw new ConfigError('invalid_option', { detail: 'The HajiQ API key (hqp_…) is missing.' });
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    // It travels in a header, and a runtime that refuses the header would quote it.
    throw new ConfigError('invalid_option', {
      detail:
        'The HajiQ API key has white space or a control character in it: a line break from a file, perhaps.',
    });
  }
  if (/^(pk|sk|rk|whsec)_/.test(apiKey)) {
    throw new ConfigError('wrong_key', { detail: '`apiKey` is another kind of key.' });
  }
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isLocal = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url === undefined || (url.protocol !== 'https:' && !isLocal)) {
    throw new ConfigError('invalid_option', {
      detail:
        'The gateway URL has to be https (plain http is accepted for this machine only), for the API key travels to it.',
    });
  }
}
