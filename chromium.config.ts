/** How the tests start Chromium: quietly, and as the commands have found it. */
export const chromium = {
  executablePath: process.env.CHROMIUM_PATH,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
