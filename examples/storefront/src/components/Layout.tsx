import { Suspense } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { LoadingPage } from './LoadingPage.tsx';
import { Logo } from './Logo.tsx';

export function Layout() {
  return (
    <>
      <header className="masthead">
        <Link className="brand" to="/">
          <Logo />
          Dar Nakhla
        </Link>
        <nav aria-label="Main">
          <NavLink to="/" end>
            Shop
          </NavLink>
          <NavLink to="/orders" end>
            Orders
          </NavLink>
        </nav>
      </header>
      <Suspense fallback={<LoadingPage />}>
        <Outlet />
      </Suspense>
      <footer className="footer">
        An example shop for HajiQ Pay. Nothing is sent, and with the sandbox no money moves.
      </footer>
      <ScrollRestoration />
    </>
  );
}
