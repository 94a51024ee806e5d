import { useId, type FormEvent } from 'react';
import type { Product } from '../shop/shopClient.ts';
import { useBuyNow } from '../shop/useBuyNow.ts';
import { Price } from './Price.tsx';

const quantities = Array.from({ length: 10 }, (_, index) => index + 1);

export function ProductCard({ product }: { product: Product }) {
  const nameId = useId();
  const buyNow = useBuyNow();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const quantity = Number(new FormData(event.currentTarget).get('quantity'));
    buyNow.mutate({ productId: product.productId, quantity });
  }

  return (
    <article className="product" aria-labelledby={nameId}>
      <img src={product.imageUrl} alt="" width="400" height="300" />
      <div className="product-text">
        <h2 id={nameId}>{product.name}</h2>
        <p>{product.description}</p>
      </div>
      <form className="product-buy" onSubmit={submit}>
        <Price amount={product.amount} currency={product.currency} />
        <label className="quantity">
          <span className="visually-hidden">Quantity</span>
          <select name="quantity">
            {quantities.map((quantity) => (
              <option key={quantity}>{quantity}</option>
            ))}
          </select>
        </label>
        <button className="button" aria-describedby={nameId} disabled={buyNow.isPending}>
          Buy now
        </button>
      </form>
      {buyNow.isError && (
        <p className="problem" role="alert">
          We could not place your order. Please try again.
        </p>
      )}
    </article>
  );
}
