import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal, Unreachable } from '../src/api/client';
import { IdbKeep } from '../src/outbox/idb-keep';
import { MemoryKeep } from '../src/outbox/memory-keep';
import type { Keep } from '../src/outbox/keep';
import { Outbox } from '../src/outbox/outbox';
import { withFile } from '../src/sitting/response';
import { HandClock, outboxOn, quiet, TestServer } from './tools';

let server: TestServer;
let time: HandClock;
let database = 0;
let name: string;

beforeEach(() => {
  server = new TestServer();
  time = new HandClock();
  name = `test-${(database += 1)}`;
});

const off = () => {
  throw new Unreachable();
};

describe('sending', () => {
  it('countsAsSavedOnlyWhatWasAcknowledged', async () => {
    const outbox = await outboxOn(server, time);
    await outbox.put(1, 'a');
    expect([outbox.savedCount, outbox.pendingCount]).toEqual([0, 1]);
    await time.pass(300);
    expect([outbox.savedCount, outbox.pendingCount]).toEqual([1, 0]);
  });

  it('givesGrowingNumbersAndSendsOldestFirst', async () => {
    const outbox = await outboxOn(server, time);
    for (const slot of [3, 1, 2]) await outbox.put(slot, 'x');
    await outbox.put(3, 'y');
    await time.pass(300);
    expect(server.requests).toEqual([
      [{ slot: 1, sequence: 2, value: 'x' }, { slot: 2, sequence: 3, value: 'x' }, { slot: 3, sequence: 4, value: 'y' }],
    ]);
  });

  it('goesOnAboveTheServersLastSequence', async () => {
    server.commit([{ slot: 1, sequence: 41, value: 'a' }]);
    const outbox = await outboxOn(server, time);
    await outbox.put(1, 'b');
    await time.pass(300);
    expect(server.requests[0]).toEqual([{ slot: 1, sequence: 42, value: 'b' }]);
  });

  it('sendsNoMoreThanTwoHundredAtOnce', async () => {
    const outbox = await outboxOn(server, time);
    for (let slot = 1; slot <= 201; slot += 1) void outbox.put(slot, 'x');
    await time.pass(300);
    expect(server.requests.map((steps) => steps.length)).toEqual([200, 1]);
    expect(outbox.savedCount).toBe(201);
  });

  it('doesNotSendTheSameValueTwice', async () => {
    const outbox = await outboxOn(server, time);
    await outbox.put(1, 'a');
    await time.pass(300);
    await outbox.put(1, 'a');
    await time.pass(300);
    expect(server.requests).toHaveLength(1);
  });

  it('sendsAClearedAnswerAndDoesNotCountIt', async () => {
    const outbox = await outboxOn(server, time);
    await outbox.put(1, ['a']);
    await time.pass(300);
    await outbox.put(1, null);
    await time.pass(300);
    expect(server.journal.get(2)).toEqual({ slot: 1, sequence: 2, value: null });
    expect(outbox.savedCount).toBe(0);
  });

  it('aChangeDuringARequestIsNotSavedByThatRequestsAnswer', async () => {
    const outbox = await outboxOn(server, time);
    let answer: () => void = () => undefined;
    server.faults.push((steps) => new Promise((resolve) => (answer = () => resolve(server.commit(steps)))));
    await outbox.put(1, 'a');
    await time.pass(300);
    await outbox.put(1, 'b');
    answer();
    await quiet();
    expect(server.journal.get(2)?.value).toBe('b');
    expect(outbox.answers.get(1)).toMatchObject({ state: 'saved', value: 'b', sequence: 2 });
  });
});

describe('trouble', () => {
  it('triesAgainWithGrowingPausesAndSaysThatItIsNotSaved', async () => {
    const outbox = await outboxOn(server, time);
    server.faults.push(off, off, off);
    await outbox.put(1, 'a');
    await time.pass(250);
    expect([outbox.trouble, outbox.pendingCount, outbox.savedCount]).toEqual([true, 1, 0]);
    await time.pass(500);
    expect(server.requests).toHaveLength(2);
    await time.pass(900);
    expect(server.requests).toHaveLength(2);
    await time.pass(3000);
    expect(server.requests).toHaveLength(4);
    expect([outbox.trouble, outbox.savedCount]).toEqual([false, 1]);
  });

  it('sendsAtOnceWhenTheNetworkIsBack', async () => {
    const outbox = await outboxOn(server, time);
    server.faults.push(off, off, off, off, off);
    await outbox.put(1, 'a');
    await time.pass(9000);
    server.faults.length = 0;
    expect(await outbox.flush()).toBe(true);
    expect(outbox.savedCount).toBe(1);
  });

  it('waitsAsLongAsAnUnknownCommitAsksAndSendsTheSameStep', async () => {
    const outbox = await outboxOn(server, time);
    server.faults.push(() => {
      throw new Unreachable(4);
    });
    await outbox.put(1, 'a');
    await time.pass(3900);
    expect(server.requests).toHaveLength(1);
    await time.pass(400);
    expect(server.requests[1]).toEqual(server.requests[0]);
    expect(outbox.savedCount).toBe(1);
  });

  it('aLostResponseIsFollowedByTheSameStepAndTheSameAnswer', async () => {
    const outbox = await outboxOn(server, time);
    server.faults.push((steps) => {
      server.commit(steps);
      throw new Unreachable();
    });
    await outbox.put(1, 'a');
    await time.pass(2000);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]).toEqual(server.requests[0]);
    expect([...server.journal.keys()]).toEqual([1]);
    expect(outbox.savedCount).toBe(1);
  });

  it('aSlowRequestIsNotCalledSaving', async () => {
    const outbox = await outboxOn(server, time);
    server.faults.push(() => new Promise(() => undefined));
    await outbox.put(1, 'a');
    await time.pass(1600);
    expect(outbox.trouble).toBe(false);
    await time.pass(200);
    expect(outbox.trouble).toBe(true);
  });

  it('anAnswerAboutOtherStepsSavesNothing', async () => {
    const outbox = await outboxOn(server, time);
    server.faults.push(() => ({ saved: [{ slot: 9, sequence: 1 }], refused: [], serverTime: '' }));
    await outbox.put(1, 'a');
    await time.pass(250);
    expect([outbox.savedCount, outbox.pendingCount]).toEqual([0, 1]);
  });

  it('anUnacceptableRequestIsTakenApartUntilTheBadStepStandsAlone', async () => {
    const outbox = await outboxOn(server, time);
    const picky = (steps: { slot: number; sequence: number; value: unknown }[]) => {
      if (steps.some(({ slot }) => slot === 3)) throw new Refusal(400, 'bad', '');
      return server.commit(steps as never);
    };
    server.faults.push(...Array.from({ length: 12 }, () => picky as never));
    for (const slot of [1, 2, 3, 4]) await outbox.put(slot, 'x');
    await time.pass(300);
    expect(outbox.savedCount).toBe(3);
    expect(outbox.answers.get(3)).toMatchObject({ state: 'refused', reason: 'invalid' });
  });
});

describe('refusals', () => {
  it.each(['late', 'locked', 'invalid'] as const)('%sIsShownAtTheSlotAndNotSentAgain', async (reason) => {
    const outbox = await outboxOn(server, time);
    server.faults.push((steps) => ({ saved: [], refused: steps.map(({ slot, sequence }) => ({ slot, sequence, reason })), serverTime: '' }));
    await outbox.put(1, 'a');
    await time.pass(60_000);
    expect(server.requests).toHaveLength(1);
    expect(outbox.answers.get(1)).toMatchObject({ state: 'refused', reason });
    expect([outbox.savedCount, outbox.pendingCount, outbox.refusedCount]).toEqual([0, 0, 1]);
  });

  it('conflictTakesAFreeNumber', async () => {
    const outbox = await outboxOn(server, time);
    server.commit([{ slot: 7, sequence: 1, value: 'from elsewhere' }, { slot: 7, sequence: 2, value: 'again' }]);
    await outbox.put(1, 'a');
    await time.pass(300);
    expect(server.journal.get(3)).toEqual({ slot: 1, sequence: 3, value: 'a' });
    expect(outbox.savedCount).toBe(1);
  });

  it('conflictWithoutEndIsGivenUpVisibly', async () => {
    const outbox = await outboxOn(server, time);
    const always = (steps: { slot: number; sequence: number }[]) =>
      ({ saved: [], refused: steps.map(({ slot, sequence }) => ({ slot, sequence, reason: 'conflict' as const })), serverTime: '' });
    server.faults.push(always, always, always, always, always);
    await outbox.put(1, 'a');
    await time.pass(300);
    expect(outbox.answers.get(1)).toMatchObject({ state: 'refused', reason: 'conflict' });
  });

  it.each([
    [409, 'attempt.superseded', 'superseded'],
    [409, 'attempt.closed', 'closed'],
    [401, 'token.invalid', 'signed-out'],
    [404, '', 'gone'],
  ])('%i %s stops sending as %s and keeps what is not saved', async (status, code, kind) => {
    const outbox = await outboxOn(server, time);
    server.faults.push(() => {
      throw new Refusal(status, code, 'sentence');
    });
    await outbox.put(1, 'a');
    await time.pass(60_000);
    expect(server.requests).toHaveLength(1);
    expect(outbox.halt).toEqual({ kind, sentence: 'sentence' });
    expect(outbox.pendingCount).toBe(1);
  });
});

describe('keeping', () => {
  it('survivesAReloadWithoutNetwork', async () => {
    const first = await outboxOn(server, time, await IdbKeep.open(name));
    server.faults.push(off, off, off);
    await first.put(1, 'a');
    await first.put(2, ['b', 'c']);
    await time.pass(250);
    first.stop({ kind: 'left', sentence: '' });
    server.faults.length = 0;
    const second = await outboxOn(server, time, await IdbKeep.open(name));
    expect(second.answers.get(2)).toMatchObject({ value: ['b', 'c'], state: 'pending', sequence: 2 });
    await time.pass(10);
    expect([...server.journal.values()]).toEqual([
      { slot: 1, sequence: 1, value: 'a' }, { slot: 2, sequence: 2, value: ['b', 'c'] },
    ]);
    expect(second.savedCount).toBe(2);
  });

  it('aPendingChangeIsNewerThanWhatTheServerShows', async () => {
    const first = await outboxOn(server, time, await IdbKeep.open(name));
    await first.put(1, 'old');
    await time.pass(300);
    server.faults.push(off);
    await first.put(1, 'new');
    await time.pass(250);
    first.stop({ kind: 'left', sentence: '' });
    const second = await outboxOn(server, time, await IdbKeep.open(name));
    expect(second.answers.get(1)).toMatchObject({ value: 'new', state: 'pending' });
  });

  it('theServersAnswerStandsWhereNothingIsPending', async () => {
    const first = await outboxOn(server, time, await IdbKeep.open(name));
    await first.put(1, 'here');
    await time.pass(300);
    first.stop({ kind: 'left', sentence: '' });
    server.commit([{ slot: 1, sequence: 9, value: 'there' }]);
    const second = await outboxOn(server, time, await IdbKeep.open(name));
    expect(second.answers.get(1)).toMatchObject({ value: 'there', state: 'saved' });
  });

  it('openedAgainWithoutTheServerItStillShowsWhatWasAcknowledgedAndBuildsOnIt', async () => {
    const asItWasAtTheStart = server.side();
    const first = await outboxOn(server, time, await IdbKeep.open(name));
    await first.put(1, { text: 'see the drawing', files: ['a'] });
    await time.pass(300);
    server.faults.push(off, off, off);
    await first.put(2, 'not yet');
    await time.pass(250);
    first.stop({ kind: 'left', sentence: '' });
    await quiet();
    const second = new Outbox('a1', await IdbKeep.open(name), server, time, () => undefined);
    await second.open(asItWasAtTheStart);
    expect(second.answers.get(1)).toMatchObject({ value: { text: 'see the drawing', files: ['a'] }, state: 'saved' });
    expect(second.answers.get(2)).toMatchObject({ value: 'not yet', state: 'pending' });
    await second.put(1, withFile(second.answers.get(1)?.value, 'b'));
    expect(second.answers.get(1)).toMatchObject({ value: { text: 'see the drawing', files: ['a', 'b'] }, sequence: 3 });
  });

  it('anAssessmentThatWasNotSentYetIsNoAcknowledgedAnswer', async () => {
    const first = await outboxOn(server, time, await IdbKeep.open(name));
    await first.put(1, 'my words');
    await time.pass(300);
    await first.reserve(1, { text: 'my words', said: ['p'] });
    await quiet();
    const second = await outboxOn(server, time, await IdbKeep.open(name));
    expect(second.answers.get(1)?.value).toBe('my words');
  });

  it('twoTabsNeverShareANumber', async () => {
    const one = await outboxOn(server, time, await IdbKeep.open(name));
    const other = await outboxOn(server, time, await IdbKeep.open(name));
    await Promise.all([one.put(1, 'a'), other.put(2, 'b'), one.put(3, 'c')]);
    await time.pass(300);
    expect([...server.journal.keys()].sort()).toEqual([1, 2, 3]);
    expect(server.journal.size).toBe(3);
  });

  it('attemptsDoNotMix', async () => {
    const keep = await IdbKeep.open(name);
    await (await outboxOn(server, time, keep, 'a1')).put(1, 'a');
    const other = await outboxOn(new TestServer(), time, keep, 'a2');
    expect(other.answers.size).toBe(0);
  });

  it('goesOnInMemoryWhereTheKeepFails', async () => {
    const broken: Keep = Object.assign(new MemoryKeep(), { durable: true, append: () => Promise.reject(new Error('quota')) });
    const outbox = await outboxOn(server, time, broken);
    expect(outbox.durable).toBe(true);
    await outbox.put(1, 'a');
    expect(outbox.durable).toBe(false);
    await time.pass(300);
    expect(outbox.savedCount).toBe(1);
  });

  it('goesOnInMemoryWhereTheKeepHangs', async () => {
    const hanging: Keep = Object.assign(new MemoryKeep(), { durable: true, append: () => new Promise<never>(() => undefined) });
    const outbox = await outboxOn(server, time, hanging);
    void outbox.put(1, 'a');
    await time.pass(3500);
    expect([outbox.durable, outbox.savedCount]).toEqual([false, 1]);
  });
});

describe('anotherDevice', () => {
  const superseded = () => {
    throw new Refusal(409, 'attempt.superseded', '');
  };

  async function takenBack(whatTheOtherDeviceDid: () => void) {
    const outbox = await outboxOn(server, time, await IdbKeep.open(name));
    await outbox.put(1, 'first');
    await time.pass(300);
    server.faults.push(superseded);
    await outbox.put(1, 'offline');
    await outbox.put(2, 'only here');
    await time.pass(300);
    server.epoch = 3;
    whatTheOtherDeviceDid();
    await outbox.open(server.side());
    await time.pass(300);
    return outbox;
  }

  it('takingBackSendsWhatNobodyElseTouched', async () => {
    const outbox = await takenBack(() => undefined);
    expect(outbox.answers.get(1)).toMatchObject({ value: 'offline', state: 'saved' });
    expect(outbox.answers.get(2)).toMatchObject({ value: 'only here', state: 'saved' });
  });

  it('theOtherDevicesAnswerStandsAndIsSaidAloud', async () => {
    const outbox = await takenBack(() => server.commit([{ slot: 1, sequence: 8, value: 'later, elsewhere' }]));
    expect(outbox.answers.get(1)).toMatchObject({ value: 'later, elsewhere', state: 'saved', overtaken: true });
    expect(outbox.answers.get(2)).toMatchObject({ value: 'only here', state: 'saved' });
    expect(outbox.pendingCount).toBe(0);
  });
});
