import type { Messages } from './messages.ts';

export const fr: Messages = {
  direction: 'ltr',
  total: 'Total',
  card: 'Carte bancaire',
  pay: 'Payer',
  payAmount: 'Payer {amount}',
  donate: 'Faire un don',
  donateAmount: 'Donner {amount}',
  paying: 'Paiement en cours…',
  paymentDetails: 'Informations de paiement',
  orPayByCard: 'Ou payer par carte',
  cardIsPrivate:
    'Les données de votre carte sont transmises directement à Stripe. Cette boutique ne les voit jamais.',
  testMode: 'Mode test',
  checkAgain: 'Vérifier à nouveau',
  retry: 'Réessayer',
  status: {
    loading: { title: 'Préparation de votre paiement…', text: '' },
    confirming: { title: 'Vérification de votre carte…', text: 'Veuillez rester sur cette page.' },
    declined: { title: 'Votre carte n’a pas été débitée', text: '' },
    verifying: {
      title: 'Confirmation de votre paiement…',
      text: 'Cela prend quelques secondes. Veuillez ne pas payer une nouvelle fois.',
    },
    succeeded: {
      title: 'Paiement effectué',
      text: 'Merci. Nous avons bien reçu votre paiement de {amount}.',
    },
    failed: {
      title: 'Le paiement n’a pas abouti',
      text: 'Rien n’a été débité pour ce paiement. Vous pouvez réessayer.',
    },
    cancelled: { title: 'Ce paiement a été annulé', text: 'Il n’est plus possible de payer ici.' },
    refunded: {
      title: 'Paiement remboursé',
      text: 'Le montant de {amount} a été remboursé sur votre carte.',
    },
    unknown: {
      title: 'Votre paiement est toujours en cours de confirmation',
      text: 'Votre carte a peut-être été débitée. Veuillez ne pas payer une nouvelle fois.',
    },
    leftToShop: {
      title: 'Votre paiement est toujours en cours de confirmation',
      text: 'Votre carte a peut-être été débitée. Veuillez ne pas payer une nouvelle fois. La boutique confirmera votre paiement.',
    },
    notPayable: {
      title: 'Cette commande ne peut pas être payée ici',
      text: 'Veuillez contacter la boutique.',
    },
    notCharged: {
      title: 'Cette commande ne peut pas être payée ici',
      text: 'Votre carte n’a pas été débitée. Veuillez contacter la boutique.',
    },
    offline: {
      title: 'Vous êtes hors ligne',
      text: 'Nous reprendrons la confirmation de votre paiement dès que la connexion sera rétablie. Veuillez ne pas payer une nouvelle fois.',
    },
    elsewhere: {
      title: 'Le paiement est en cours dans une autre fenêtre',
      text: 'Veuillez y poursuivre le paiement. Cette page se mettra à jour automatiquement.',
    },
    unavailable: {
      title: 'Le paiement n’est pas disponible pour le moment',
      text: 'Veuillez réessayer dans un instant ou recharger la page.',
    },
  },
  declineReason: {
    declined: 'Votre banque a refusé la carte. Veuillez en utiliser une autre ou contacter votre banque.',
    insufficient_funds:
      'Les fonds disponibles sur cette carte sont insuffisants. Veuillez en utiliser une autre.',
    expired_card: 'Cette carte a expiré. Veuillez en utiliser une autre.',
    incorrect_cvc: 'Le code de sécurité est incorrect. Veuillez le vérifier et réessayer.',
    incorrect_number: 'Le numéro de carte est incorrect. Veuillez le vérifier et réessayer.',
    processing_error: 'La banque n’a pas pu traiter la carte. Veuillez réessayer dans un instant.',
    authentication_failed:
      'Votre banque n’a pas pu confirmer votre identité. Veuillez réessayer ou utiliser une autre carte.',
    connection_lost:
      'La connexion a été interrompue. Veuillez réessayer\u00a0: votre carte ne peut pas être débitée deux fois pour ce paiement.',
    incomplete: 'Veuillez vérifier les informations de la carte.',
    amount_changed: 'Le total a changé. Veuillez le vérifier avant de payer.',
    not_prepared:
      'Le paiement n’a pas pu être préparé. Rien n’a été débité. Veuillez réessayer dans un instant.',
  },
  donation: {
    legend: 'Votre don',
    ownAmount: 'Autre montant',
    currency: 'Devise',
    notAnAmount: 'Veuillez saisir un montant.',
    tooLittle: 'Le don doit être d’au moins {amount}.',
    tooMuch: 'Le don ne peut pas dépasser {amount}.',
  },
};
