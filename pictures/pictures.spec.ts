import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stories } from './stories.ts';
import { expect, test } from './test.ts';
import { variantsOf } from './variants.ts';

const baseline = join(import.meta.dirname, 'baseline');
const pictures = stories.flatMap((story) =>
  variantsOf(story).map((variant) => ({ story, variant, file: `${variant.name}/${story.id}.png` })),
);

for (const { story, variant, file } of pictures) {
  test(`${story.title} › ${story.name} › ${variant.name}`, async ({ storyPage }) => {
    await storyPage.open(story.id, variant);
    await expect(
      await storyPage.subject(),
      `The story looks as in pictures/baseline/${file}. If it is meant to look otherwise: npm run pictures:renew`,
    ).toHaveScreenshot(file.split('/'));
  });
}

// oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of this pattern
test('every picture is of a story', ({}, { config }) => {
  const wanted = new Set(pictures.map(({ file }) => file));
  const orphans = globSync('**/*.png', { cwd: baseline }).filter(
    (file) => !wanted.has(file.replaceAll('\\', '/')),
  );
  if (config.updateSnapshots !== 'none') orphans.forEach((file) => rmSync(join(baseline, file)));
  else
    expect(orphans, 'Pictures of stories that are no more. To remove them: npm run pictures:renew').toEqual(
      [],
    );
});
