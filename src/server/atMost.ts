/** Waits for work that must not fail, and no longer than this; it goes on beside. */
export async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, elapsed]).finally(() => clearTimeout(timer));
}
