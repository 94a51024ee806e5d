import { Link } from 'react-router';
import { Page } from '../components/Page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Page not found" lead="There is nothing at this address.">
      <Link className="button" to="/">
        Back to the shop
      </Link>
    </Page>
  );
}
