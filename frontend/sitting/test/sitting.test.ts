import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal, Unreachable } from '../src/api/client';
import type { Client } from '../src/api/client';
import { ServerClock } from '../src/api/clock';
import type { AttemptClock, AttemptFacts, Feedback, Form, Receipt, Step } from '../src/api/types';
import { MemoryKeep } from '../src/outbox/memory-keep';
import { Sitting } from '../src/sitting/sitting';
import { HandClock, quiet, TestServer } from './tools';

const form: Form = {
  formId: 'f',
  title: 'paper',
  maxScore: 3,
  sections: [],
  slots: [1, 2, 3].map((slot) => ({ slot, section: 1, type: 'single-choice', maxScore: 1, stem: '', uploads: 6, options: [{ token: 'a', text: '' }, { token: 'b', text: '' }] })),
};

let server: TestServer;
let time: HandClock;
let keep: MemoryKeep;
let offline: boolean;
let refusal: Refusal | undefined;
let calls: string[];
let state: AttemptFacts['state'];
let deadline: string | null;
let checkedOnServer: Feedback[];
let clock: AttemptClock | undefined;
let takenOverAt: string | null;
let filesOff: boolean;
let seated: Sitting[] = [];

beforeEach(() => {
  [server, time, keep] = [new TestServer(), new HandClock(), new MemoryKeep()];
  [offline, refusal, calls, state, deadline, checkedOnServer] = [false, undefined, [], 'STARTED', null, []];
  clock = undefined;
  filesOff = false;
  takenOverAt = null;
});

/** Those of one test are no other tabs of the next one. */
afterEach(() => seated.splice(0).forEach((sitting) => sitting.leave()));

function facts(behaviour: AttemptFacts['behaviour']): AttemptFacts {
  const { epoch, lastSequence, responses } = server.side();
  return {
    attemptId: 'a1', title: '', behaviour, state, epoch, lastSequence, startedAt: '', deadline, purpose: behaviour === 'IMMEDIATE' ? 'practice' : 'exam',
    purposeId: 'e1', arrangement: { slots: [1, 2, 3] }, responses, checked: checkedOnServer, serverTime: '', clock: clock ?? null, takenOverAt,
  };
}

function clientOf(behaviour: AttemptFacts['behaviour']): Client {
  const answer = <T>(name: string, act: () => T | Promise<T>) => {
    calls.push(name);
    if (offline) return Promise.reject(new Unreachable());
    const meant = refusal && (refusal.code !== 'attempt.sequence-used' || name.startsWith('check'));
    return meant ? Promise.reject(refusal) : Promise.resolve().then(act);
  };
  const fake = {
    sendWork: (_id: string, _token: string, hash: string) => (filesOff ? Promise.reject(new Unreachable()) : answer('file', () => ({ hash, type: 'image/jpeg', size: 3, width: 1, height: 1 }))),
    save: (_id: string, _token: string, steps: Step[]) => answer('save', () => server.send(steps)),
    attempt: () => answer('attempt', () => facts(behaviour)),
    clockOf: (_id: string, _token: string, version: number) => answer('clock', () => (clock && clock.version > version ? clock : undefined)),
    check: (_id: string, _token: string, slot: number, sequence: number, value: string) =>
      answer(`check ${slot}#${sequence}`, () => {
        server.commit([{ slot, sequence, value }]);
        return { slot, fraction: 1, correct: true, key: { tokens: ['a'] } } as Feedback;
      }),
    handIn: (_id: string, _token: string, automatic: boolean) => answer(automatic ? 'handIn by the clock' : 'handIn', () => ({ attemptId: 'a1', state: 'HANDED_IN', answered: 1, items: 3 }) as Receipt),
  };
  return fake as unknown as Client;
}

/** @param ahead by how much the clock of the device is wrong, of which one answer of the server has told */
async function sat(behaviour: AttemptFacts['behaviour'], ahead = 0): Promise<Sitting> {
  const clock = new ServerClock(() => time.now + ahead);
  if (ahead !== 0) clock.offer(time.now, time.now + ahead, time.now + ahead);
  const sitting = new Sitting({ client: clientOf(behaviour), clock, keep, pacing: time }, facts(behaviour), form, 'token');
  seated.push(sitting);
  return sitting.open();
}

const told = (change: Partial<AttemptClock>): AttemptClock => ({ version: 0, deadline: new Date(60_000).toISOString(), pausedAt: null, pauseReason: null, extraSeconds: 0, extraReason: null, ...change });

describe('practice', () => {
  it('checksAfterWhatWasQueuedBeforeIt', async () => {
    const sitting = await sat('IMMEDIATE');
    sitting.choose('a');
    sitting.go(1);
    sitting.choose('b');
    await sitting.check();
    expect(calls).toEqual(['save', 'check 2#2']);
    expect(sitting.checks.feedback.get(2)?.correct).toBe(true);
  });

  it('aCheckedSlotIsLocked', async () => {
    const sitting = await sat('IMMEDIATE');
    sitting.choose('a');
    await sitting.check();
    sitting.choose('b');
    expect(sitting.value(1)).toBe('a');
  });

  it('anUnansweredSlotIsNotChecked', async () => {
    const sitting = await sat('IMMEDIATE');
    await sitting.check();
    expect(calls).toEqual([]);
  });

  it('offlineTheAnswerIsKeptAsNotSavedAndFeedbackComesWhenTheNetworkIsBack', async () => {
    const sitting = await sat('IMMEDIATE');
    offline = true;
    sitting.choose('a');
    await sitting.check();
    expect([sitting.checks.delayed.has(1), sitting.locked(1), sitting.outbox.pendingCount, sitting.outbox.savedCount]).toEqual([true, true, 1, 0]);
    sitting.go(1);
    sitting.choose('b');
    expect(sitting.value(2)).toBe('b');
    offline = false;
    sitting.online();
    await quiet();
    expect([sitting.checks.feedback.has(1), sitting.checks.awaiting.size, sitting.outbox.pendingCount]).toEqual([true, 0, 0]);
  });

  it('feedbackComesByItselfWithoutAnOnlineEvent', async () => {
    const sitting = await sat('IMMEDIATE');
    offline = true;
    sitting.choose('a');
    await sitting.check();
    offline = false;
    await time.pass(5000);
    expect(sitting.checks.feedback.has(1)).toBe(true);
  });

  it('whatWaitsForFeedbackSurvivesAReload', async () => {
    const first = await sat('IMMEDIATE');
    offline = true;
    first.choose('a');
    await first.check();
    first.leave();
    offline = false;
    const second = await sat('IMMEDIATE');
    await time.pass(1000);
    expect(second.checks.feedback.has(1)).toBe(true);
  });

  it('anItemUnderEmbargoIsSavedAndSaysWhy', async () => {
    const sitting = await sat('IMMEDIATE');
    sitting.choose('a');
    await time.pass(300);
    refusal = new Refusal(409, 'attempt.embargo', 'secret');
    await sitting.check();
    expect([sitting.checks.withheld.get(1), sitting.outbox.halt, sitting.outbox.savedCount]).toEqual(['secret', undefined, 1]);
  });

  it('aNumberThatWasUsedElsewhereIsReplaced', async () => {
    const sitting = await sat('IMMEDIATE');
    sitting.choose('a');
    await time.pass(300);
    server.commit([{ slot: 2, sequence: 6, value: 'b' }]);
    refusal = new Refusal(409, 'attempt.sequence-used', '');
    const checking = sitting.check();
    await new Promise((resolve) => setTimeout(resolve, 0));
    refusal = undefined;
    await checking;
    await time.pass(2000);
    expect(calls.filter((call) => call.startsWith('check'))).toEqual(['check 1#1', 'check 1#7']);
    expect(sitting.checks.feedback.has(1)).toBe(true);
  });

  it('goesOnAtTheFirstUncheckedItem', async () => {
    checkedOnServer = [{ slot: 1, fraction: 0, correct: false, key: {} }];
    expect((await sat('IMMEDIATE')).walk.index).toBe(1);
  });
});

describe('exam', () => {
  it('savesEverythingBeforeHandingIn', async () => {
    const sitting = await sat('DEFERRED');
    sitting.choose('a');
    await sitting.ending.handIn();
    expect(calls).toEqual(['save', 'handIn']);
    expect([sitting.ending.phase, sitting.ending.receipt?.answered]).toEqual(['done', 1]);
  });

  it('handsInByItselfOnceTheNetworkIsBackAndNotBefore', async () => {
    const sitting = await sat('DEFERRED');
    offline = true;
    sitting.choose('a');
    void sitting.ending.handIn();
    await time.pass(20_000);
    expect([sitting.ending.phase, calls.includes('handIn')]).toEqual(['handing-in', false]);
    offline = false;
    await time.pass(20_000);
    expect([sitting.ending.phase, sitting.outbox.savedCount]).toEqual(['done', 1]);
  });

  it('offlineAcrossTheDeadlineItSaysExactlyWhatDidNotCount', async () => {
    deadline = new Date(60_000).toISOString();
    const sitting = await sat('DEFERRED');
    sitting.choose('a');
    await time.pass(300);
    offline = true;
    sitting.go(2);
    sitting.choose('b');
    await time.pass(61_000);
    sitting.tick();
    await time.pass(10_000);
    expect([sitting.outbox.savedCount, sitting.outbox.pendingCount]).toEqual([1, 1]);
    server.faults.push((steps) => ({ saved: [], refused: steps.map(({ slot, sequence }) => ({ slot, sequence, reason: 'late' })), serverTime: '' }));
    offline = false;
    sitting.online();
    await time.pass(20_000);
    expect([sitting.ending.phase, sitting.overview.notCounted, sitting.value(1)]).toEqual(['done', [3], 'a']);
  });

  it('thePersonCanGoBackFromAHandInThatWaits', async () => {
    const sitting = await sat('DEFERRED');
    offline = true;
    sitting.choose('a');
    void sitting.ending.handIn();
    await time.pass(3000);
    sitting.ending.keepAnswering();
    offline = false;
    await time.pass(20_000);
    expect([sitting.ending.phase, calls.includes('handIn'), sitting.outbox.savedCount]).toEqual(['answering', false, 1]);
  });

  it.each([3_600_000, -3_600_000])('aDeviceWhoseClockIsWrongBy%iMsEndsWithEverybodyElse', async (ahead) => {
    deadline = new Date(60_000).toISOString();
    const sitting = await sat('DEFERRED', ahead);
    sitting.choose('a');
    await time.pass(59_000);
    sitting.tick();
    expect([sitting.ending.timeUp, sitting.locked(1), sitting.outbox.savedCount]).toEqual([false, false, 1]);
    await time.pass(1000);
    sitting.tick();
    expect([sitting.ending.timeUp, sitting.locked(1)]).toEqual([true, true]);
    await time.pass(2100);
    expect([sitting.ending.phase, calls.includes('handIn by the clock')]).toEqual(['done', true]);
  });

  it('aeroplaneModeForTenMinutesLosesNothing', async () => {
    const sitting = await sat('DEFERRED');
    offline = true;
    [0, 1, 2].forEach((slot) => {
      sitting.go(slot);
      sitting.choose('b');
    });
    await time.pass(600_000);
    expect([sitting.outbox.savedCount, sitting.outbox.pendingCount, sitting.locked(1)]).toEqual([0, 3, false]);
    offline = false;
    sitting.online();
    await time.pass(1000);
    expect([sitting.outbox.savedCount, sitting.outbox.pendingCount]).toEqual([3, 0]);
    expect(server.side().responses).toEqual([1, 2, 3].map((slot) => ({ slot, value: 'b' })));
  });

  it('warnsAtFiveMinutesAndAtOneAndHandsInAtTheDeadline', async () => {
    deadline = new Date(302_000).toISOString();
    const sitting = await sat('DEFERRED');
    const at = (ms: number) => {
      time.now = ms;
      sitting.tick();
      return sitting.ending.warning;
    };
    expect([at(0), at(1000), at(2000), at(200_000), at(242_000), at(301_500)]).toEqual([undefined, undefined, 300, 300, 60, 60]);
    sitting.choose('a');
    at(302_000);
    expect([sitting.ending.timeUp, sitting.locked(1)]).toEqual([true, true]);
    await time.pass(2100);
    expect([sitting.ending.phase, sitting.outbox.savedCount]).toEqual(['done', 1]);
    // The organizer is to see that the time ran out, not that the person handed in.
    expect(calls).toContain('handIn by the clock');
  });

  /** A field as the screen has it: what is typed in it waits for a moment before it is an answer. */
  function typing(sitting: Sitting, slot: number, text: string): () => void {
    return sitting.writes(() => sitting.answerTo(slot, text));
  }

  it('whatWasTypedUntilTheLastSecondCounts', async () => {
    deadline = new Date(60_000).toISOString();
    const sitting = await sat('DEFERRED');
    typing(sitting, 2, '停电，验电');
    time.now = 60_000;
    sitting.tick();
    expect([sitting.locked(2), sitting.value(2)]).toEqual([true, '停电，验电']);
    await time.pass(2100);
    expect([sitting.ending.phase, server.side().responses]).toEqual(['done', [{ slot: 2, value: '停电，验电' }]]);
    expect(calls.indexOf('save')).toBeLessThan(calls.indexOf('handIn by the clock'));
  });

  it('whatIsBeingTypedGoesWithAHandIn', async () => {
    const sitting = await sat('DEFERRED');
    typing(sitting, 2, '停电，验电');
    await sitting.ending.handIn();
    expect([calls, server.side().responses]).toEqual([['save', 'handIn'], [{ slot: 2, value: '停电，验电' }]]);
  });

  it('aFieldThatIsGoneIsAskedForNothing', async () => {
    const sitting = await sat('DEFERRED');
    typing(sitting, 2, '停电，验电')();
    await sitting.ending.handIn();
    expect(calls).toEqual(['handIn']);
  });

  it('whatWasClosedMeanwhileIsHandedInOnceAndTakesNoDraft', async () => {
    const sitting = await sat('DEFERRED');
    typing(sitting, 2, '停电，验电');
    refusal = new Refusal(409, 'attempt.over', '');
    sitting.choose('a');
    await time.pass(300);
    refusal = undefined;
    await time.pass(10_000);
    expect([sitting.ending.phase, sitting.value(2), calls]).toEqual(['done', null, ['save', 'handIn']]);
  });

  it('anExtendedDeadlineIsLearnt', async () => {
    deadline = new Date(60_000).toISOString();
    const sitting = await sat('DEFERRED');
    clock = told({ version: 1, deadline: new Date(120_000).toISOString() });
    await sitting.resync();
    expect(sitting.left).toBe(120);
  });

  it('aClosedAttemptIsHandedInForItsReceipt', async () => {
    const sitting = await sat('DEFERRED');
    state = 'CLOSED';
    await sitting.resync();
    expect(sitting.ending.phase).toBe('done');
  });

  it('aTakeOverStopsAnsweringAndTakingBackGoesOn', async () => {
    const sitting = await sat('DEFERRED');
    refusal = new Refusal(409, 'attempt.superseded', '');
    sitting.choose('a');
    await time.pass(300);
    expect([sitting.outbox.halt?.kind, sitting.outbox.pendingCount]).toEqual(['superseded', 1]);
    refusal = undefined;
    server.epoch = 3;
    await sitting.resume('new token');
    await time.pass(300);
    expect([sitting.outbox.halt, sitting.outbox.savedCount]).toEqual([undefined, 1]);
    // A reload without network goes on from here, under the numbers of this device.
    expect((await keep.paper('a1'))?.attempt.epoch).toBe(3);
  });

  it('aTakeOverIsToldOnceOnTheDeviceThatTookOver', async () => {
    takenOverAt = '2036-11-20T01:42:11Z';
    const sitting = await sat('DEFERRED');
    expect(sitting.watch.tookOverAt).toBe(takenOverAt);
    sitting.go(1);
    expect(sitting.watch.tookOverAt).toBeUndefined();
    await quiet();
    expect((await sat('DEFERRED')).watch.tookOverAt).toBeUndefined();
  });

  it('leavingIsNotedInExamsAndNeverInPractice', async () => {
    expect((await sat('DEFERRED')).presence).toBeDefined();
    expect((await sat('IMMEDIATE')).presence).toBeUndefined();
  });

  it('remembersPlaceAndFlags', async () => {
    const first = await sat('DEFERRED');
    first.go(2);
    first.toggleFlag();
    first.leave();
    const second = await sat('DEFERRED');
    expect([second.walk.index, [...second.walk.flags]]).toEqual([2, [3]]);
  });
});

describe('the clock', () => {
  it('extraTimeIsToldWithItsReasonUntilItWasRead', async () => {
    clock = told({});
    const sitting = await sat('DEFERRED');
    clock = told({ version: 1, deadline: new Date(660_000).toISOString(), extraSeconds: 600, extraReason: '停电' });
    await sitting.askClock();
    expect([sitting.left, sitting.time.news]).toEqual([660, { kind: 'given', seconds: 600, reason: '停电' }]);
    sitting.readNews();
    clock = told({ version: 2, deadline: new Date(360_000).toISOString(), extraSeconds: 300, extraReason: '误加' });
    await sitting.askClock();
    expect([sitting.left, sitting.time.news]).toEqual([360, { kind: 'taken', seconds: 300, reason: '误加' }]);
  });

  it('anOlderAnswerThatWasLongOnItsWayChangesNothing', async () => {
    clock = told({ version: 3, deadline: new Date(90_000).toISOString() });
    const sitting = await sat('DEFERRED');
    sitting.time.take(told({ version: 2 }));
    expect(sitting.left).toBe(90);
  });

  it('itStandsWhilePausedAndNothingRunsOut', async () => {
    clock = told({});
    const sitting = await sat('DEFERRED');
    clock = told({ version: 1, pausedAt: new Date(20_000).toISOString(), pauseReason: '消防警报' });
    time.now = 21_000;
    await sitting.askClock();
    time.now = 500_000;
    sitting.tick();
    sitting.choose('a');
    expect([sitting.left, sitting.time.pauseReason, sitting.ending.phase, sitting.outbox.answers.size]).toEqual([40, '消防警报', 'answering', 0]);
    clock = told({ version: 2, deadline: new Date(540_000).toISOString() });
    await sitting.askClock();
    sitting.choose('a');
    await time.pass(300);
    expect([sitting.left, sitting.time.news, sitting.outbox.savedCount]).toEqual([40, { kind: 'resumed', seconds: 480 }, 1]);
  });

  it('whatWasAnsweredBeforeThePlayerHeardOfThePauseIsKeptAndSavedAfterIt', async () => {
    clock = told({});
    const sitting = await sat('DEFERRED');
    clock = told({ version: 1, pausedAt: new Date(0).toISOString(), pauseReason: '断网' });
    server.faults.push((steps) => ({ saved: [], refused: steps.map(({ slot, sequence }) => ({ slot, sequence, reason: 'paused' as const })), serverTime: '', deadline: clock?.deadline ?? null, paused: true }));
    sitting.choose('a');
    await time.pass(300);
    expect([sitting.time.paused, sitting.outbox.pendingCount, sitting.outbox.refusedCount, sitting.outbox.halt]).toEqual([true, 1, 0, undefined]);
    await time.pass(60_000);
    expect(server.requests).toHaveLength(1);
    clock = told({ version: 2, deadline: new Date(120_000).toISOString() });
    await sitting.askClock();
    await time.pass(300);
    expect([sitting.outbox.savedCount, sitting.outbox.pendingCount]).toEqual([1, 0]);
  });

  it('timeThatIsUpHereIsNotUpWhereMoreWasGivenMeanwhile', async () => {
    clock = told({});
    const sitting = await sat('DEFERRED');
    clock = told({ version: 1, deadline: new Date(660_000).toISOString(), extraSeconds: 600, extraReason: '停电' });
    refusal = new Refusal(409, 'attempt.time-left', '');
    time.now = 60_000;
    sitting.tick();
    expect(sitting.ending.phase).toBe('handing-in');
    refusal = undefined;
    await sitting.askClock();
    await time.pass(5000);
    expect([sitting.ending.phase, sitting.ending.timeUp, calls.filter((call) => call.startsWith('handIn'))]).toEqual(['answering', false, []]);
  });

  it('aHandInThatMeetsAPauseGoesBackToTheItems', async () => {
    clock = told({});
    const sitting = await sat('DEFERRED');
    refusal = new Refusal(409, 'attempt.paused', '');
    await sitting.ending.handIn();
    expect([sitting.ending.phase, sitting.outbox.halt]).toEqual(['answering', undefined]);
  });

  it('aSaveThatTellsOfAnotherDeadlineMakesThePlayerAskAtOnce', async () => {
    clock = told({});
    const sitting = await sat('DEFERRED');
    clock = told({ version: 1, deadline: new Date(90_000).toISOString(), extraSeconds: 30, extraReason: '慢' });
    server.faults.push((steps) => ({ ...server.commit(steps), deadline: clock?.deadline ?? null, paused: false }));
    sitting.choose('a');
    await time.pass(300);
    expect([sitting.left !== undefined && sitting.left > 60, sitting.outbox.savedCount]).toEqual([true, 1]);
  });
});

describe('files of work at the end', () => {
  const photo = (hash: string) => ({ hash, type: 'image/jpeg', bytes: new ArrayBuffer(3) });

  it('aHandInWaitsForThemAndForTheResponseThatNamesThem', async () => {
    const sitting = await sat('DEFERRED');
    await sitting.work.add(1, photo('a'));
    expect(sitting.overview.unanswered.map(({ position }) => position)).toEqual([2, 3]);
    await sitting.ending.handIn();
    expect(calls).toEqual(['file', 'save', 'handIn']);
    expect([sitting.ending.phase, sitting.ending.unsent]).toEqual(['done', 0]);
  });

  it('thePersonMayGoWithoutThemAndIsTold', async () => {
    const sitting = await sat('DEFERRED');
    filesOff = true;
    sitting.choose('a');
    await sitting.work.add(2, photo('a'));
    void sitting.ending.handIn();
    await time.pass(1000);
    expect([calls.includes('handIn'), sitting.ending.phase, sitting.outbox.savedCount]).toEqual([false, 'handing-in', 1]);
    sitting.ending.withoutFiles();
    await time.pass(1000);
    expect([sitting.ending.phase, sitting.ending.unsent, calls.filter((name) => name === 'handIn').length]).toEqual(['done', 1, 1]);
  });

  it('whenTheTimeIsUpItDoesNotWaitForThem', async () => {
    deadline = new Date(10_000).toISOString();
    const sitting = await sat('DEFERRED');
    filesOff = true;
    await sitting.work.add(1, photo('a'));
    await time.pass(10_000);
    sitting.tick();
    await time.pass(7000);
    expect([sitting.ending.phase, sitting.ending.unsent]).toEqual(['done', 1]);
    expect(calls).toContain('handIn by the clock');
  });

  /** A photograph that is being made smaller until it is told to be ready, or that it cannot be. */
  function chosen(sitting: Sitting, slot: number, hash: string) {
    let [done, fail]: [() => void, (error: Error) => void] = [() => undefined, () => undefined];
    const made = new Promise<ReturnType<typeof photo>>((resolve, reject) => ([done, fail] = [() => resolve(photo(hash)), reject]));
    void sitting.work.prepare(slot, () => made).catch(() => undefined);
    return { done: () => done(), fail: () => fail(new Error('broken')) };
  }

  it('aHandInWaitsForThoseThatAreStillBeingMadeReady', async () => {
    const sitting = await sat('DEFERRED');
    const one = chosen(sitting, 1, 'a');
    expect([sitting.work.pendingCount, sitting.overview.unanswered.map(({ position }) => position)]).toEqual([1, [2, 3]]);
    void sitting.ending.handIn();
    await time.pass(30_000);
    expect([sitting.ending.phase, calls]).toEqual(['handing-in', []]);
    one.done();
    await time.pass(30_000);
    expect([sitting.ending.phase, sitting.ending.unsent, calls]).toEqual(['done', 0, ['file', 'save', 'handIn']]);
  });

  it('whenTheTimeIsUpThoseThatAreReadyInTimeCountAndTheOthersAreTold', async () => {
    deadline = new Date(10_000).toISOString();
    const sitting = await sat('DEFERRED');
    const one = chosen(sitting, 1, 'a');
    chosen(sitting, 2, 'b');
    time.now = 10_000;
    sitting.tick();
    await quiet();
    one.done();
    await time.pass(7000);
    expect([sitting.ending.phase, sitting.ending.unsent, server.side().responses]).toEqual(['done', 1, [{ slot: 1, value: { text: '', files: ['a'] } }]]);
    expect(calls).toContain('handIn by the clock');
  });

  it('oneThatCannotBeMadeReadyDuringTheHandInIsTold', async () => {
    const sitting = await sat('DEFERRED');
    chosen(sitting, 1, 'a').fail();
    await quiet();
    expect(sitting.work.failedCount).toBe(1);
    const unseen = chosen(sitting, 2, 'c');
    void sitting.ending.handIn();
    await quiet();
    unseen.fail();
    await time.pass(5000);
    expect([sitting.ending.phase, sitting.ending.unsent]).toEqual(['done', 1]);
  });

  it('aSlotIsNotCheckedBeforeItsFilesAreThere', async () => {
    const sitting = await sat('IMMEDIATE');
    filesOff = true;
    sitting.choose('a');
    await sitting.work.add(1, photo('a'));
    expect(sitting.checkable).toBe(false);
    await sitting.work.remove(1, 'a');
    expect(sitting.checkable).toBe(true);
  });

  it('oneThatIsThereIsTakenOutOfTheResponse', async () => {
    const sitting = await sat('DEFERRED');
    await sitting.work.add(1, photo('a'));
    await time.pass(500);
    expect(sitting.value(1)).toEqual({ text: '', files: ['a'] });
    sitting.removeFile(1, 'a');
    await time.pass(500);
    expect([sitting.value(1), server.side().responses]).toEqual([null, [{ slot: 1, value: null }]]);
  });
});
