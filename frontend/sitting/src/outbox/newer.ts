import type { ResponseValue, Step } from '../api/types';
import { sameValue } from '../sitting/response';
import type { Answer } from './answer';
import type { ServerSide } from './merge';

/** What another tab of this device saved of a slot, where that is later than what stands here; else undefined. */
export function fromTab(own: Answer | undefined, { sequence, value }: Step): Answer | undefined {
  // A change on its way to the keep gets its number there, and so a higher one.
  const later = own === undefined || (own.sequence === undefined ? own.state === 'saved' : own.sequence < sequence);
  return later ? { value, state: 'saved', sequence, base: { value } } : undefined;
}

/**
 * Slots in which the server holds something else than what is shown as saved here. A value with a number above the
 * server's last one was saved after the server was asked, and stays; so does whatever waits here.
 */
export function fromServer(answers: Map<number, Answer>, server: ServerSide): Map<number, Answer> {
  const changed = new Map<number, Answer>();
  for (const { slot, value } of server.responses) {
    const own = answers.get(slot);
    const settled = own === undefined || (own.state === 'saved' && (own.sequence ?? 0) <= server.lastSequence);
    if (settled && !sameValue(own?.value ?? null, value)) changed.set(slot, taken(value));
  }
  return changed;
}

const taken = (value: ResponseValue): Answer => ({ value, state: 'saved', base: { value } });
