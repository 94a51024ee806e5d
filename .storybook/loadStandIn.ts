let loading: Promise<void> | undefined;

/** Puts the sandbox's stand-in where Stripe.js would be, so that the unmodified loader finds `window.Stripe`. */
export function loadStandIn(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('sandbox/endive/stripe.js', document.baseURI).href;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () =>
      reject(new Error(`${script.src} is missing: run npm run build first.`)),
    );
    document.head.append(script);
  });
  return loading;
}
