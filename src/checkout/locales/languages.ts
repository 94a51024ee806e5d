import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** The languages that the checkout speaks. English is always here; each other is a file that is loaded when it is asked for. */
const languages = {
  en: async () => en,
  ar: async () => (await import('./ar.ts')).ar,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  id: async () => (await import('./id.ts')).id,
  tr: async () => (await import('./tr.ts')).tr,
  ur: async () => (await import('./ur.ts')).ur,
} satisfies Record<string, () => Promise<Messages>>;

export type Language = keyof typeof languages;

/** Tells whether the checkout speaks a language, by its ISO 639 code. */
export const isSpoken = (code: string): code is Language => Object.hasOwn(languages, code);

/** Tells which way a language runs, before its words are here. */
export function directionOf(language: Language | undefined): 'ltr' | 'rtl' | undefined {
  if (language === undefined) return undefined;
  return language === 'ar' || language === 'ur' ? 'rtl' : 'ltr';
}

/** How long words are waited for: some are better than none where there is something to pay. */
const PATIENCE_MS = 10_000;

const loaded = /* @__PURE__ */ new Map<Language, Messages>([['en', en]]);

/** Returns the words of a language when they are here. */
export const loadedMessages = (language: Language) => loaded.get(language);

/**
 * Loads the words of a language. The browser loads a file once, however many ask for it; it is asked again after a
 * failure.
 *
 * @throws When the file cannot be loaded, or not in 10 s.
 */
export async function loadMessages(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const arrival = languages[language]().then((messages) => loaded.set(language, messages));
  await Promise.race([arrival, new Promise((_, reject) => setTimeout(reject, PATIENCE_MS))]);
}
