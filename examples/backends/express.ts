import express from 'express';
import { toNodeHandler } from 'hajiq-checkout/server/node';
import { handler } from './handler.ts';

const app = express();
app.use('/api/hajiq', toNodeHandler(handler)); // before express.json()
app.use(express.json());
app.listen(3000);
