import { useCallback, useState, useSyncExternalStore } from 'react';
import { en } from './en.ts';
import { loadedMessages, loadMessages, type Language } from './languages.ts';
import type { Messages } from './messages.ts';

/** Returns the words of a language: undefined while they are on their way, and English where they cannot be loaded. */
export function useMessages(language: Language | undefined): Messages | undefined {
  const [missing, setMissing] = useState<Language | null>(null);
  const load = useCallback(
    (onLoaded: () => void) => {
      if (language !== undefined) loadMessages(language).then(onLoaded, () => setMissing(language));
      return () => {};
    },
    [language],
  );
  const messages = useSyncExternalStore(
    load,
    () => language && loadedMessages(language),
    // A server loads nothing, and the browser begins with what the server has rendered.
    () => (language === 'en' ? en : undefined),
  );
  return messages ?? (language === missing ? en : undefined);
}
