import type { Messages } from './messages.ts';

export const tr: Messages = {
  direction: 'ltr',
  total: 'Toplam',
  card: 'Kart',
  pay: 'Öde',
  payAmount: '{amount} öde',
  donate: 'Bağış yap',
  donateAmount: '{amount} bağışla',
  paying: 'Ödeme yapılıyor…',
  paymentDetails: 'Ödeme bilgileri',
  orPayByCard: 'Ya da kartla ödeyin',
  cardIsPrivate: 'Kart bilgileriniz doğrudan Stripe’a iletilir. Mağaza bu bilgileri hiçbir zaman görmez.',
  testMode: 'Test modu',
  checkAgain: 'Tekrar kontrol et',
  retry: 'Tekrar dene',
  status: {
    loading: { title: 'Ödemeniz hazırlanıyor…', text: '' },
    confirming: { title: 'Kartınız doğrulanıyor…', text: 'Lütfen bu sayfada kalın.' },
    declined: { title: 'Kartınızdan para çekilmedi', text: '' },
    verifying: {
      title: 'Ödemeniz onaylanıyor…',
      text: 'Bu birkaç saniye sürer. Lütfen tekrar ödeme yapmayın.',
    },
    succeeded: { title: 'Ödeme tamamlandı', text: 'Teşekkür ederiz. {amount} tutarındaki ödemenizi aldık.' },
    failed: { title: 'Ödeme gerçekleşmedi', text: 'Bu ödeme için para çekilmedi. Tekrar deneyebilirsiniz.' },
    cancelled: { title: 'Bu ödeme iptal edildi', text: 'Burada artık ödeme yapılamaz.' },
    refunded: { title: 'İade edildi', text: '{amount} kartınıza iade edildi.' },
    unknown: {
      title: 'Ödemeniz hâlâ onaylanıyor',
      text: 'Kartınızdan para çekilmiş olabilir. Lütfen tekrar ödeme yapmayın.',
    },
    leftToShop: {
      title: 'Ödemeniz hâlâ onaylanıyor',
      text: 'Kartınızdan para çekilmiş olabilir. Lütfen tekrar ödeme yapmayın. Ödemenizi mağaza onaylayacak.',
    },
    notPayable: {
      title: 'Bu siparişin ödemesi burada yapılamıyor',
      text: 'Lütfen mağazayla iletişime geçin.',
    },
    notCharged: {
      title: 'Bu siparişin ödemesi burada yapılamıyor',
      text: 'Kartınızdan para çekilmedi. Lütfen mağazayla iletişime geçin.',
    },
    offline: {
      title: 'İnternet bağlantınız yok',
      text: 'Bağlantınız geri gelir gelmez ödemenizi onaylamaya devam edeceğiz. Lütfen tekrar ödeme yapmayın.',
    },
    elsewhere: {
      title: 'Ödeme başka bir pencerede yapılıyor',
      text: 'Lütfen oradan devam edin. Bu sayfa kendiliğinden güncellenir.',
    },
    unavailable: {
      title: 'Şu anda ödeme yapılamıyor',
      text: 'Lütfen biraz sonra tekrar deneyin veya sayfayı yenileyin.',
    },
  },
  declineReason: {
    declined: 'Bankanız kartı reddetti. Lütfen başka bir kart deneyin veya bankanıza danışın.',
    insufficient_funds: 'Bu kartın bakiyesi yetersiz. Lütfen başka bir kart deneyin.',
    expired_card: 'Bu kartın süresi dolmuş. Lütfen başka bir kart deneyin.',
    incorrect_cvc: 'Güvenlik kodu doğru değil. Lütfen kontrol edip tekrar deneyin.',
    incorrect_number: 'Kart numarası doğru değil. Lütfen kontrol edip tekrar deneyin.',
    processing_error: 'Banka, kart işlemini gerçekleştiremedi. Lütfen biraz sonra tekrar deneyin.',
    authentication_failed:
      'Bankanız kimliğinizi doğrulayamadı. Lütfen tekrar deneyin veya başka bir kart kullanın.',
    connection_lost: 'Bağlantı kesildi. Lütfen tekrar deneyin: bu tutar kartınızdan iki kez çekilemez.',
    incomplete: 'Lütfen kart bilgilerini kontrol edin.',
    amount_changed: 'Toplam tutar değişti. Lütfen ödemeden önce kontrol edin.',
    not_prepared: 'Ödeme hazırlanamadı. Kartınızdan para çekilmedi. Lütfen biraz sonra tekrar deneyin.',
  },
  donation: {
    legend: 'Bağışınız',
    ownAmount: 'Başka bir tutar',
    currency: 'Para birimi',
    notAnAmount: 'Lütfen bir tutar girin.',
    tooLittle: 'Lütfen en az {amount} bağışlayın.',
    tooMuch: 'Lütfen en fazla {amount} bağışlayın.',
  },
};
