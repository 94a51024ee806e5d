import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

describe('the notices', () => {
  it('bring the licence of everything that is bundled', () => {
    const bundled = [...read('tsdown.config.ts').matchAll(/onlyBundle: \[([^\]]*)\]/g)].flatMap(([, names]) =>
      [...(names ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name),
    );
    expect(bundled).toContain('hono');
    const notices = read('THIRD-PARTY-NOTICES.md');
    for (const name of bundled) expect(notices).toContain(`\n## ${name}\n`);
  });
});
