import { Client } from './api/client';
import { ServerClock } from './api/clock';
import type { AttemptFacts, Form } from './api/types';
import type { Keep } from './outbox/keep';
import { openKeep } from './outbox/open-keep';
import type { Pacing } from './outbox/outbox';
import { currentLanguage } from './texts';

/** What there is one of in a page. */
export const clock = new ServerClock();
export const client = new Client(clock, currentLanguage);

export const pacing: Pacing = {
  later(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

let opened: Promise<Keep> | undefined;
const WEEK_MS = 7 * 24 * 3600 * 1000;

/** This device's keep, opened once; what was not touched for a week is forgotten then. */
export function keep(): Promise<Keep> {
  opened ??= openKeep().then((found) => {
    found.forgetBefore(Date.now() - WEEK_MS).catch(() => undefined);
    return found;
  });
  return opened;
}

let handed: { attempt: AttemptFacts; form: Form } | undefined;

/** Gives a paper that was opened at the door to the page that shows it, within this tab. */
export function handOver(attempt: AttemptFacts, form: Form): void {
  handed = { attempt, form };
}

/** The paper that was handed over for an attempt, once. */
export function takeHandedOver(attemptId: string): { attempt: AttemptFacts; form: Form } | undefined {
  const found = handed?.attempt.attemptId === attemptId ? handed : undefined;
  handed = undefined;
  return found;
}

/** Waits, for loops that try again. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
