/** Writes a BCP 47 tag as `Intl` takes it; English for what is none. `en_US` is common in the wild. */
export function toCanonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Returns the language of a canonical tag: `ar` of `ar-AE`. */
export const toLanguageCode = (tag: string) => tag.split('-', 1)[0] ?? tag;
