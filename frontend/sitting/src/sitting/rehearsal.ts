import { Client, Unreachable } from '../api/client';
import { ServerClock } from '../api/clock';
import type { AttemptFacts, Form } from '../api/types';
import { MemoryKeep } from '../outbox/memory-keep';
import { Sitting } from './sitting';

const NAME = 'rehearsal';

/** Nobody sits here: in the form's own order, without a clock, and without a score that a paper would have to give. */
const facts = (form: Form): AttemptFacts => ({
  attemptId: NAME, title: '', behaviour: 'IMMEDIATE', state: 'STARTED', epoch: 1, lastSequence: 0, startedAt: '', deadline: null, purpose: 'practice', purposeId: '',
  arrangement: { slots: form.slots.map(({ slot }) => slot) }, responses: [], serverTime: '',
});

/** A sitting to try an item in: what is answered stays in memory, nothing is ever sent. */
export async function rehearsal(form: Form): Promise<Sitting> {
  const clock = new ServerClock();
  const client = new Client(clock, () => '', () => Promise.reject(new Unreachable()));
  const pacing = { later: () => () => undefined, random: () => 0 };
  const sitting = new Sitting({ client, clock, keep: new MemoryKeep(), pacing }, facts(form), form, '');
  await sitting.outbox.open(sitting.facts);
  return sitting;
}
