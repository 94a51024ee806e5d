import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

interface PageProps {
  title: string;
  /** Stands under the heading. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page with its title. Its heading takes the focus on arrival, so a screen reader says where one is. */
export function Page({ title, lead, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    // The first page is announced by the browser.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
  }, [key]);

  return (
    <main className="page">
      <title>{`${title} · Dar Nakhla`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </main>
  );
}
