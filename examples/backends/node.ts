import { createServer } from 'node:http';
import { toNodeHandler } from 'hajiq-checkout/server/node';
import { handler } from './handler.ts';

createServer(toNodeHandler(handler)).listen(3000);
