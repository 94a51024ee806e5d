import type { HandlerContext } from '../HandlerContext.ts';

/** A request on its way to a route. */
export interface Call {
  request: Request;
  /** The client's network address, as far as it can be known. */
  address: string | undefined;
  /** From the path; empty where the path names none. */
  paymentId: string;
}

export type Route = (call: Call, context: HandlerContext) => Promise<Response>;
