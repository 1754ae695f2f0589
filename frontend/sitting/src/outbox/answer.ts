import type { RefusalReason, ResponseValue, Step } from '../api/types';
import type { KeptStep } from './keep';
import type { Merged } from './merge';

/** One slot as the outbox sees it. Only `saved` means that the server has acknowledged the value. */
export interface Answer {
  value: ResponseValue;
  state: 'saved' | 'pending' | 'refused';
  /** Absent while the change is still being written to this device, or where the value came from the server. */
  sequence?: number;
  /** What the server last acknowledged. */
  base?: { value: ResponseValue };
  /** Why the server did not take the value. */
  reason?: RefusalReason;
  /** A change made here gave way to a later one of another device. */
  overtaken?: boolean;
  /** How often this change had to be numbered anew. */
  renumbered?: number;
}

/** The answer that a merged slot starts with. */
export function answerOf(merged: Merged): Answer {
  const base = merged.base ? { base: merged.base } : {};
  switch (merged.kind) {
    case 'saved':
      return { value: merged.value, state: 'saved', ...base };
    case 'resend':
      return { value: merged.step.value, state: 'pending', sequence: merged.step.sequence, ...base };
    case 'renumber':
      return { value: merged.value, state: 'pending', ...base };
    case 'overtaken':
      return { value: merged.value, state: 'saved', overtaken: true, ...base };
  }
}

/** Steps that can be sent, oldest first: the server wants growing numbers. */
export function sendable(answers: Map<number, Answer>): Step[] {
  const steps: Step[] = [];
  answers.forEach(({ value, state, sequence }, slot) => {
    if (state === 'pending' && sequence !== undefined) steps.push({ slot, sequence, value });
  });
  return steps.sort((one, other) => one.sequence - other.sequence);
}

/** Highest number that this device has given out. */
export function highest(kept: KeptStep[], floor: number): number {
  return kept.reduce((top, step) => Math.max(top, step.sequence), floor);
}
