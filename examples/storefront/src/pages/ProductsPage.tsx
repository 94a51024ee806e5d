import { useSuspenseQuery } from '@tanstack/react-query';
import { Page } from '../components/Page.tsx';
import { ProductCard } from '../components/ProductCard.tsx';
import { productsQuery } from '../shop/queries.ts';

export function ProductsPage() {
  const { data: products } = useSuspenseQuery(productsQuery);

  return (
    <Page
      title="From our house to yours"
      lead="A small family shop: dates, oud and what belongs to prayer. And wells, for those who have none."
    >
      <ul className="products">
        {products.map((product) => (
          <li key={product.productId}>
            <ProductCard product={product} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
