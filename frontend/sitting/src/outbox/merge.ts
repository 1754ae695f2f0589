import type { ResponseValue } from '../api/types';
import { isAssessed, sameValue } from '../sitting/response';
import type { KeptStep } from './keep';

/** What the server holds of an attempt. */
export interface ServerSide {
  epoch: number;
  lastSequence: number;
  responses: { slot: number; value: ResponseValue }[];
}

/** A slot after the two sides were put together. */
export type Merged =
  | { kind: 'saved'; value: ResponseValue; base?: { value: ResponseValue } }
  /** Not acknowledged yet: send this very step again. */
  | { kind: 'resend'; step: KeptStep; base?: { value: ResponseValue } }
  /** Written under an earlier epoch and still wanted: give it a new number and send it. */
  | { kind: 'renumber'; value: ResponseValue; base?: { value: ResponseValue } }
  /** Another device answered the slot meanwhile; its answer stands. */
  | { kind: 'overtaken'; value: ResponseValue; base: { value: ResponseValue } };

/**
 * Puts what this device kept beside what the server holds. Within one epoch a pending step is always newer than what
 * the server showed, or the same step, and sending it again is harmless. Across epochs the numbers say nothing: a kept
 * change wins only where nobody has touched the slot since it was made. What the server told may be as old as the start of
 * the sitting, where a page was opened again without network; what it acknowledged since then stands.
 */
export function merge(server: ServerSide, kept: KeptStep[]): Map<number, Merged> {
  const merged = new Map<number, Merged>();
  for (const { slot, value } of server.responses) {
    merged.set(slot, { kind: 'saved', value, base: { value } });
  }
  for (const step of kept) {
    if (acknowledgedSince(step, server)) merged.set(step.slot, { kind: 'saved', value: step.value, base: { value: step.value } });
    if (step.state !== 'pending') continue;
    const held = merged.get(step.slot);
    const base = held?.kind === 'saved' ? held.base : undefined;
    merged.set(step.slot, step.epoch === server.epoch ? { kind: 'resend', step, ...optional(base) } : across(step, base));
  }
  return merged;
}

/** An assessment is kept as saved before it is sent, so that one proves nothing. */
function acknowledgedSince(step: KeptStep, server: ServerSide): boolean {
  return step.state === 'saved' && step.epoch === server.epoch && step.sequence > server.lastSequence && !isAssessed(step.value);
}

function across(step: KeptStep, base: { value: ResponseValue } | undefined): Merged {
  const untouched = sameValue(base?.value ?? null, step.base?.value ?? null);
  if (untouched) return { kind: 'renumber', value: step.value, ...optional(base) };
  if (base && sameValue(base.value, step.value)) return { kind: 'saved', value: base.value, base };
  return { kind: 'overtaken', value: base?.value ?? null, base: base ?? { value: null } };
}

function optional(base: { value: ResponseValue } | undefined): { base?: { value: ResponseValue } } {
  return base ? { base } : {};
}
