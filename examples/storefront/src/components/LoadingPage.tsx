/** Stands in for a page while the shop is asked for what it shows. */
export function LoadingPage() {
  return (
    <main className="page loading" aria-busy="true">
      <p className="visually-hidden" role="status">
        Loading…
      </p>
      <span className="skeleton loading-title" />
      <div className="products">
        <span className="skeleton loading-product" />
        <span className="skeleton loading-product" />
        <span className="skeleton loading-product" />
      </div>
    </main>
  );
}
