import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const storybookFolder = join(import.meta.dirname, '..', 'storybook-static');

interface Entry {
  type: 'story' | 'docs';
  id: string;
  title: string;
  name: string;
}

function readEntries(): Entry[] {
  const file = join(storybookFolder, 'index.json');
  if (!existsSync(file))
    throw new Error('The Storybook is not built: use npm run pictures, which builds it.');
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: Record<string, Entry> };
  return Object.values(entries);
}

/** Every story of the Storybook that was built last. */
export const stories = readEntries().filter(({ type }) => type === 'story');
