/** Longest pause between two tries; a contestant should not wait longer than this after the network is back. */
export const LONGEST_MS = 15_000;

/**
 * Pause before the next try after `failures` failed ones (1 and up): doubling from one second, with half of it by
 * chance so that a hall full of phones does not come back at one instant. What the server asked for is the least.
 */
export function pauseMs(failures: number, random: number, retryAfterSeconds?: number): number {
  const doubled = Math.min(LONGEST_MS, 1000 * 2 ** Math.min(failures - 1, 10));
  const spread = doubled * (0.5 + random / 2);
  const asked = Math.min((retryAfterSeconds ?? 0) * 1000, 2 * LONGEST_MS);
  return Math.round(Math.max(spread, asked * (1 + random / 4)));
}
