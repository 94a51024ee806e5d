import { servePage } from '../frame/servePage.ts';
import { greetParent } from '../wire/greetParent.ts';
import { PaymentForm } from './PaymentForm.ts';
import { findPaymentView } from './paymentView.ts';

greetParent((port) => servePage(port, (send) => new PaymentForm(findPaymentView(), send)));
