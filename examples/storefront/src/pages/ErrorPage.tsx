import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useRouteError } from 'react-router';
import { Page } from '../components/Page.tsx';
import { ShopRequestError } from '../shop/shopClient.ts';

/** Stands in for a page that could not be drawn. */
export function ErrorPage() {
  const error = useRouteError();
  const { reset } = useQueryErrorResetBoundary();
  // The next page asks the shop again, instead of remembering this error.
  useEffect(() => reset(), [reset]);

  if (error instanceof ShopRequestError && error.status === 404) {
    return (
      <Page
        title="Order not found"
        lead="We have no order of this number. Please check the link you followed."
      >
        <Link className="button" to="/">
          Back to the shop
        </Link>
      </Page>
    );
  }
  return (
    <Page title="Something went wrong" lead="We could not load this page. Please try again in a moment.">
      <button className="button" onClick={() => window.location.reload()}>
        Try again
      </button>
    </Page>
  );
}
