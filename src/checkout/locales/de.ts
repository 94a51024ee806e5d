import type { Messages } from './messages.ts';

export const de: Messages = {
  direction: 'ltr',
  total: 'Gesamt',
  card: 'Karte',
  pay: 'Bezahlen',
  payAmount: '{amount} bezahlen',
  donate: 'Spenden',
  donateAmount: '{amount} spenden',
  paying: 'Zahlung läuft\u00a0…',
  paymentDetails: 'Zahlungsdaten',
  orPayByCard: 'Oder mit Karte bezahlen',
  cardIsPrivate: 'Ihre Kartendaten gehen direkt an Stripe. Dieser Shop bekommt sie nie zu sehen.',
  testMode: 'Testmodus',
  checkAgain: 'Erneut prüfen',
  retry: 'Erneut versuchen',
  status: {
    loading: { title: 'Ihre Zahlung wird vorbereitet\u00a0…', text: '' },
    confirming: { title: 'Ihre Karte wird geprüft\u00a0…', text: 'Bitte bleiben Sie auf dieser Seite.' },
    declined: { title: 'Ihre Karte wurde nicht belastet', text: '' },
    verifying: {
      title: 'Ihre Zahlung wird bestätigt\u00a0…',
      text: 'Das dauert einige Sekunden. Bitte zahlen Sie nicht noch einmal.',
    },
    succeeded: { title: 'Bezahlt', text: 'Vielen Dank. Wir haben Ihre Zahlung über {amount} erhalten.' },
    failed: {
      title: 'Die Zahlung wurde nicht ausgeführt',
      text: 'Dafür wurde nichts abgebucht. Sie können es noch einmal versuchen.',
    },
    cancelled: { title: 'Diese Zahlung wurde storniert', text: 'Hier kann nichts mehr bezahlt werden.' },
    refunded: { title: 'Erstattet', text: 'Der Betrag von {amount} wurde auf Ihre Karte zurückerstattet.' },
    unknown: {
      title: 'Wir prüfen Ihre Zahlung noch',
      text: 'Ihre Karte wurde möglicherweise belastet. Bitte zahlen Sie nicht noch einmal.',
    },
    leftToShop: {
      title: 'Wir prüfen Ihre Zahlung noch',
      text: 'Ihre Karte wurde möglicherweise belastet. Bitte zahlen Sie nicht noch einmal. Der Shop wird Ihre Zahlung bestätigen.',
    },
    notPayable: {
      title: 'Diese Bestellung kann hier nicht bezahlt werden',
      text: 'Bitte wenden Sie sich an den Shop.',
    },
    notCharged: {
      title: 'Diese Bestellung kann hier nicht bezahlt werden',
      text: 'Ihre Karte wurde nicht belastet. Bitte wenden Sie sich an den Shop.',
    },
    offline: {
      title: 'Sie sind offline',
      text: 'Sobald Sie wieder verbunden sind, prüfen wir Ihre Zahlung weiter. Bitte zahlen Sie nicht noch einmal.',
    },
    elsewhere: {
      title: 'Die Zahlung läuft in einem anderen Fenster',
      text: 'Bitte fahren Sie dort fort. Diese Seite aktualisiert sich von selbst.',
    },
    unavailable: {
      title: 'Die Zahlung ist gerade nicht möglich',
      text: 'Bitte versuchen Sie es gleich noch einmal oder laden Sie die Seite neu.',
    },
  },
  declineReason: {
    declined: 'Ihre Bank hat die Karte abgelehnt. Bitte verwenden Sie eine andere oder fragen Sie Ihre Bank.',
    insufficient_funds: 'Diese Karte ist nicht ausreichend gedeckt. Bitte verwenden Sie eine andere.',
    expired_card: 'Diese Karte ist abgelaufen. Bitte verwenden Sie eine andere.',
    incorrect_cvc: 'Der Sicherheitscode stimmt nicht. Bitte prüfen Sie ihn und versuchen Sie es noch einmal.',
    incorrect_number: 'Die Kartennummer stimmt nicht. Bitte prüfen Sie sie und versuchen Sie es noch einmal.',
    processing_error:
      'Die Bank konnte die Kartenzahlung nicht verarbeiten. Bitte versuchen Sie es gleich noch einmal.',
    authentication_failed:
      'Ihre Bank konnte Ihre Identität nicht bestätigen. Bitte versuchen Sie es noch einmal oder verwenden Sie eine andere Karte.',
    connection_lost:
      'Die Verbindung wurde unterbrochen. Bitte versuchen Sie es noch einmal: Ihre Karte kann dafür nicht zweimal belastet werden.',
    incomplete: 'Bitte prüfen Sie die Kartendaten.',
    amount_changed: 'Der Gesamtbetrag hat sich geändert. Bitte prüfen Sie ihn, bevor Sie bezahlen.',
    not_prepared:
      'Die Zahlung konnte nicht vorbereitet werden. Es wurde nichts abgebucht. Bitte versuchen Sie es gleich noch einmal.',
  },
  donation: {
    legend: 'Ihre Spende',
    ownAmount: 'Anderer Betrag',
    currency: 'Währung',
    notAnAmount: 'Bitte geben Sie einen Betrag ein.',
    tooLittle: 'Bitte spenden Sie mindestens {amount}.',
    tooMuch: 'Bitte spenden Sie höchstens {amount}.',
  },
};
