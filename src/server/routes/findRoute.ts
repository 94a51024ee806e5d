import type { Route } from './Call.ts';
import { createPayment } from './createPayment.ts';
import { readDonationBounds } from './readDonationBounds.ts';
import { readStatus } from './readStatus.ts';
import { receiveWebhook } from './receiveWebhook.ts';

interface FoundRoute {
  method: 'GET' | 'POST';
  route: Route;
  /** From the path; empty where the path names none. */
  paymentId: string;
  /** Whether pages call it, so that their origin counts. HajiQ Pay's deliveries are told by their signature. */
  isForBrowsers: boolean;
}

/** Finds the route of a URL; a query and a slash at the end change nothing. */
export function findRoute(url: string, basePath: string): FoundRoute | undefined {
  const { pathname } = new URL(url);
  if (!pathname.startsWith(`${basePath}/`)) return undefined;
  const path = pathname.slice(basePath.length).replace(/(.)\/$/, '$1');
  if (path === '/payments') {
    return { method: 'POST', route: createPayment, paymentId: '', isForBrowsers: true };
  }
  if (path === '/donation') {
    return { method: 'GET', route: readDonationBounds, paymentId: '', isForBrowsers: true };
  }
  if (path === '/webhook') {
    return { method: 'POST', route: receiveWebhook, paymentId: '', isForBrowsers: false };
  }
  const paymentId = /^\/payments\/([\w-]{1,64})$/.exec(path)?.[1];
  if (paymentId === undefined) return undefined;
  return { method: 'GET', route: readStatus, paymentId, isForBrowsers: true };
}
