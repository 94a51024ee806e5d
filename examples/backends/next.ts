// app/api/hajiq/[...path]/route.ts
import { handler } from './handler.ts';

const answer = (request: Request) => handler(request);

export const GET = answer;
export const POST = answer;
export const OPTIONS = answer; // Next.js would answer preflights itself, without the CORS headers.
