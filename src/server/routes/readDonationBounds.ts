import { BackendError } from '../../errors/BackendError.ts';
import { jsonResponse } from '../jsonResponse.ts';
import type { Route } from './Call.ts';

/** Tells a donor's page within which bounds an amount is taken. They are the same for everybody. */
export const readDonationBounds: Route = async (_call, { donation }) => {
  if (donation === undefined) throw new BackendError('donations_not_taken');
  const { min, max, currencies } = donation;
  return jsonResponse(200, { min, max, currencies });
};
