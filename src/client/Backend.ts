/** The merchant's backend, as the browser half reaches it. */
export interface Backend {
  /** Where the handler is mounted: a path of this site (`/api/hajiq`) or a URL. */
  url: string;
  /** Defaults to the global `fetch`. */
  fetch?: typeof fetch;
}

/** Joins the backend's URL and a path. */
export function toBackendUrl({ url }: Backend, path: string): string {
  return `${url.replace(/\/+$/, '')}${path}`;
}
