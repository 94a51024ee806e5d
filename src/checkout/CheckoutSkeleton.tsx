/** Stands where the checkout will be: its shape, and no word. */
export function CheckoutSkeleton() {
  const bar = <span data-hajiq-part="skeleton" />;
  return (
    <div data-hajiq-part="form" aria-hidden="true">
      <div data-hajiq-part="summary">
        <span />
        {bar}
      </div>
      <div data-hajiq-part="card">
        <div data-hajiq-part="label">{bar}</div>
        <div data-hajiq-part="card-frame">{bar}</div>
      </div>
      <button type="button" data-hajiq-part="pay" aria-hidden="true" disabled />
      <div data-hajiq-part="privacy">{bar}</div>
    </div>
  );
}
