import type { Messages } from './messages.ts';

export const id: Messages = {
  direction: 'ltr',
  total: 'Total',
  card: 'Kartu',
  pay: 'Bayar',
  payAmount: 'Bayar {amount}',
  donate: 'Donasi',
  donateAmount: 'Donasi {amount}',
  paying: 'Memproses pembayaran…',
  paymentDetails: 'Detail pembayaran',
  orPayByCard: 'Atau bayar dengan kartu',
  cardIsPrivate: 'Data kartu Anda dikirim langsung ke Stripe. Toko ini tidak pernah melihatnya.',
  testMode: 'Mode uji coba',
  checkAgain: 'Periksa lagi',
  retry: 'Coba lagi',
  status: {
    loading: { title: 'Menyiapkan pembayaran Anda…', text: '' },
    confirming: { title: 'Memverifikasi kartu Anda…', text: 'Mohon tetap di halaman ini.' },
    declined: { title: 'Kartu Anda tidak ditagih', text: '' },
    verifying: {
      title: 'Mengonfirmasi pembayaran Anda…',
      text: 'Proses ini memerlukan beberapa detik. Mohon jangan membayar lagi.',
    },
    succeeded: {
      title: 'Pembayaran berhasil',
      text: 'Terima kasih. Kami telah menerima pembayaran Anda sebesar {amount}.',
    },
    failed: {
      title: 'Pembayaran tidak berhasil',
      text: 'Tidak ada dana yang ditarik untuk pembayaran ini. Anda dapat mencoba lagi.',
    },
    cancelled: { title: 'Pembayaran ini dibatalkan', text: 'Tidak ada lagi yang dapat dibayar di sini.' },
    refunded: { title: 'Dana dikembalikan', text: 'Dana sebesar {amount} telah dikembalikan ke kartu Anda.' },
    unknown: {
      title: 'Kami masih mengonfirmasi pembayaran Anda',
      text: 'Kartu Anda mungkin sudah ditagih. Mohon jangan membayar lagi.',
    },
    leftToShop: {
      title: 'Kami masih mengonfirmasi pembayaran Anda',
      text: 'Kartu Anda mungkin sudah ditagih. Mohon jangan membayar lagi. Toko akan mengonfirmasi pembayaran Anda.',
    },
    notPayable: { title: 'Pesanan ini tidak dapat dibayar di sini', text: 'Silakan hubungi toko.' },
    notCharged: {
      title: 'Pesanan ini tidak dapat dibayar di sini',
      text: 'Kartu Anda tidak ditagih. Silakan hubungi toko.',
    },
    offline: {
      title: 'Anda sedang offline',
      text: 'Kami akan melanjutkan konfirmasi pembayaran Anda begitu koneksi pulih. Mohon jangan membayar lagi.',
    },
    elsewhere: {
      title: 'Pembayaran sedang berlangsung di jendela lain',
      text: 'Silakan lanjutkan di sana. Halaman ini akan diperbarui secara otomatis.',
    },
    unavailable: {
      title: 'Pembayaran sedang tidak tersedia',
      text: 'Silakan coba beberapa saat lagi, atau muat ulang halaman.',
    },
  },
  declineReason: {
    declined: 'Bank Anda menolak kartu ini. Silakan coba kartu lain, atau hubungi bank Anda.',
    insufficient_funds: 'Saldo kartu ini tidak mencukupi. Silakan coba kartu lain.',
    expired_card: 'Kartu ini sudah kedaluwarsa. Silakan coba kartu lain.',
    incorrect_cvc: 'Kode keamanan tidak benar. Silakan periksa dan coba lagi.',
    incorrect_number: 'Nomor kartu tidak benar. Silakan periksa dan coba lagi.',
    processing_error: 'Bank tidak dapat memproses kartu ini. Silakan coba beberapa saat lagi.',
    authentication_failed:
      'Bank Anda tidak dapat memastikan identitas Anda. Silakan coba lagi, atau gunakan kartu lain.',
    connection_lost:
      'Koneksi terputus. Silakan coba lagi: Anda tidak dapat ditagih dua kali untuk pembayaran ini.',
    incomplete: 'Silakan periksa data kartu.',
    amount_changed: 'Total pembayaran telah berubah. Silakan periksa sebelum membayar.',
    not_prepared:
      'Pembayaran tidak dapat disiapkan. Tidak ada dana yang ditarik. Silakan coba beberapa saat lagi.',
  },
  donation: {
    legend: 'Donasi Anda',
    ownAmount: 'Nominal lain',
    currency: 'Mata uang',
    notAnAmount: 'Silakan masukkan nominal.',
    tooLittle: 'Donasi minimal {amount}.',
    tooMuch: 'Donasi maksimal {amount}.',
  },
};
