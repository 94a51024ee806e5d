/** How a story is looked at. Its name is the folder of its pictures. */
export interface Variant {
  name: string;
  /** What would be chosen in Storybook's toolbar. */
  globals: Record<string, string>;
  width: number;
}

const light: Variant = { name: 'light', globals: {}, width: 560 };

const others: Variant[] = [
  { name: 'dark', globals: { scheme: 'dark' }, width: 560 },
  { name: 'arabic', globals: { language: 'ar-AE', direction: 'rtl' }, width: 560 },
  { name: '320px', globals: {}, width: 320 },
];

/** The stories that are looked at in every way; between them they show every part of the checkout. */
const inEveryWay = new Set(['States', 'Fields', 'Declines']);

/** The ways in which a story is looked at, the first of which is as it stands. */
export function variantsOf({ title }: { title: string }): Variant[] {
  return inEveryWay.has(title) ? [light, ...others] : [light];
}
