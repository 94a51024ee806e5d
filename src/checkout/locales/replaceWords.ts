/** Puts some words in the place of others; those that nothing is given for stay. */
export function replaceWords<Words extends object>(words: Words, replacing: object = {}): Words {
  const replaced = { ...words } as Record<string, unknown>;
  for (const [key, word] of Object.entries(replacing) as [string, unknown][]) {
    if (typeof word === 'string') replaced[key] = word;
    else if (word) replaced[key] = replaceWords(Object(replaced[key]), word);
  }
  return replaced as Words;
}
