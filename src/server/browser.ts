import { ServerConfigError } from '../errors/ServerConfigError.ts';

// What `hajiq-checkout/server` resolves to in a bundle for the browser: nothing of the server, and a loud refusal.
throw new ServerConfigError('server_entry_in_browser');
