import type { Messages } from './messages.ts';

export const es: Messages = {
  direction: 'ltr',
  total: 'Total',
  card: 'Tarjeta',
  pay: 'Pagar',
  payAmount: 'Pagar {amount}',
  donate: 'Donar',
  donateAmount: 'Donar {amount}',
  paying: 'Procesando el pago…',
  paymentDetails: 'Datos de pago',
  orPayByCard: 'O pague con tarjeta',
  cardIsPrivate: 'Los datos de su tarjeta se envían directamente a Stripe. Esta tienda nunca los ve.',
  testMode: 'Modo de prueba',
  checkAgain: 'Comprobar de nuevo',
  retry: 'Intentar de nuevo',
  status: {
    loading: { title: 'Preparando su pago…', text: '' },
    confirming: { title: 'Verificando su tarjeta…', text: 'Por favor, permanezca en esta página.' },
    declined: { title: 'No se ha hecho ningún cargo en su tarjeta', text: '' },
    verifying: {
      title: 'Confirmando su pago…',
      text: 'Esto lleva unos segundos. Por favor, no vuelva a pagar.',
    },
    succeeded: { title: 'Pago realizado', text: 'Gracias. Hemos recibido su pago de {amount}.' },
    failed: {
      title: 'El pago no se ha completado',
      text: 'No se ha cobrado nada por él. Puede intentarlo de nuevo.',
    },
    cancelled: { title: 'Este pago se ha cancelado', text: 'Aquí ya no se puede pagar nada más.' },
    refunded: { title: 'Pago reembolsado', text: 'El importe de {amount} se ha devuelto a su tarjeta.' },
    unknown: {
      title: 'Todavía estamos confirmando su pago',
      text: 'Es posible que se haya hecho un cargo en su tarjeta. Por favor, no vuelva a pagar.',
    },
    leftToShop: {
      title: 'Todavía estamos confirmando su pago',
      text: 'Es posible que se haya hecho un cargo en su tarjeta. Por favor, no vuelva a pagar. La tienda confirmará su pago.',
    },
    notPayable: { title: 'Este pedido no se puede pagar aquí', text: 'Póngase en contacto con la tienda.' },
    notCharged: {
      title: 'Este pedido no se puede pagar aquí',
      text: 'No se ha hecho ningún cargo en su tarjeta. Póngase en contacto con la tienda.',
    },
    offline: {
      title: 'No tiene conexión a internet',
      text: 'Seguiremos confirmando su pago en cuanto recupere la conexión. Por favor, no vuelva a pagar.',
    },
    elsewhere: {
      title: 'El pago se está realizando en otra ventana',
      text: 'Continúe allí, por favor. Esta página se actualizará sola.',
    },
    unavailable: {
      title: 'El pago no está disponible en este momento',
      text: 'Inténtelo de nuevo en unos momentos o recargue la página.',
    },
  },
  declineReason: {
    declined: 'Su banco ha rechazado la tarjeta. Pruebe con otra o consulte a su banco.',
    insufficient_funds: 'Esta tarjeta no tiene fondos suficientes. Pruebe con otra.',
    expired_card: 'Esta tarjeta está caducada. Pruebe con otra.',
    incorrect_cvc: 'El código de seguridad no es correcto. Revíselo e inténtelo de nuevo.',
    incorrect_number: 'El número de la tarjeta no es correcto. Revíselo e inténtelo de nuevo.',
    processing_error: 'El banco no ha podido procesar la tarjeta. Inténtelo de nuevo en unos momentos.',
    authentication_failed:
      'Su banco no ha podido confirmar su identidad. Inténtelo de nuevo o use otra tarjeta.',
    connection_lost:
      'Se ha perdido la conexión. Inténtelo de nuevo: no se le puede cobrar dos veces por este pago.',
    incomplete: 'Revise los datos de la tarjeta.',
    amount_changed: 'El total ha cambiado. Revíselo antes de pagar.',
    not_prepared:
      'No se ha podido preparar el pago. No se ha cobrado nada. Inténtelo de nuevo en unos momentos.',
  },
  donation: {
    legend: 'Su donación',
    ownAmount: 'Otro importe',
    currency: 'Moneda',
    notAnAmount: 'Indique un importe.',
    tooLittle: 'La donación debe ser de {amount} como mínimo.',
    tooMuch: 'La donación debe ser de {amount} como máximo.',
  },
};
