import type { Logger } from './options.ts';

/** Writes warnings and errors to the console. */
export const consoleLogger: Logger = {
  info: () => {},
  warn: (message, details) => console.warn(`[hajiq-checkout] ${message}`, details ?? ''),
  error: (message, details) => console.error(`[hajiq-checkout] ${message}`, details ?? ''),
};

/** Keeps a logger that throws from turning a paid order into an error. */
export function toSafeLogger(logger: Logger): Logger {
  const guard =
    (level: keyof Logger): Logger['info'] =>
    (message, details) => {
      try {
        logger[level](message, details);
      } catch (error) {
        console.error('[hajiq-checkout] the logger threw', error);
      }
    };
  return { info: guard('info'), warn: guard('warn'), error: guard('error') };
}
