export interface Product {
  productId: string;
  name: string;
  description: string;
  /** The price of one, in minor units: $24.00 is 2400. */
  amount: number;
  currency: string;
  imageUrl: string;
}

export const products: readonly Product[] = [
  {
    productId: 'ajwa-dates',
    name: 'Ajwa dates',
    description: 'Soft, dark dates from the groves of Madinah. One kilogram in a gift box.',
    amount: 2400,
    currency: 'USD',
    imageUrl: '/images/ajwa-dates.svg',
  },
  {
    productId: 'prayer-mat',
    name: 'Prayer mat',
    description: 'Woven in Bursa, with a padded back that is kind to the knees.',
    amount: 4800,
    currency: 'USD',
    imageUrl: '/images/prayer-mat.svg',
  },
  {
    productId: 'oud-oil',
    name: 'Oud oil',
    description: 'Aged agarwood, distilled slowly and without alcohol. Three millilitres.',
    amount: 6500,
    currency: 'USD',
    imageUrl: '/images/oud-oil.svg',
  },
  {
    productId: 'sidr-honey',
    name: 'Sidr honey',
    description: 'Raw honey of the sidr tree, gathered once a year. Half a kilogram.',
    amount: 3250,
    currency: 'USD',
    imageUrl: '/images/sidr-honey.svg',
  },
  {
    productId: 'olive-misbaha',
    name: 'Olive-wood misbaha',
    description: 'Thirty-three beads, turned by hand from old olive branches.',
    amount: 1850,
    currency: 'USD',
    imageUrl: '/images/olive-misbaha.svg',
  },
  {
    productId: 'water-well-share',
    name: 'Water well share',
    description: 'A sadaqah jariyah: one share of a village well, dug in your name.',
    amount: 5000,
    currency: 'USD',
    imageUrl: '/images/water-well-share.svg',
  },
];
