/** Says in one line why the sandbox did not start. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${String(error.port)}` : '';
    return `port${port} is in use: stop what listens there, or choose another with --port.`;
  }
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `${error.message} Try --help.`;
  return error.message;
}
