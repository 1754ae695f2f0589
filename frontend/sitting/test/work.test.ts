import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal, Unreachable } from '../src/api/client';
import type { ResponseValue, WorkFile } from '../src/api/types';
import type { Halt } from '../src/outbox/halt';
import { IdbKeep } from '../src/outbox/idb-keep';
import type { Keep } from '../src/outbox/keep';
import { MemoryKeep } from '../src/outbox/memory-keep';
import { WorkBox } from '../src/outbox/work';
import { filesOf, isAnswered, pairsOf, sameValue, textOf, withFile, withoutFile, withText } from '../src/sitting/response';
import { HandClock, quiet } from './tools';

let time: HandClock;
let keep: Keep;
let values: Map<number, ResponseValue>;
/** What the server has. */
let there: Set<string>;
let asked: string[];
let fault: (() => Promise<WorkFile>) | undefined;
let stopped: boolean;
let halt: Halt | undefined;

beforeEach(() => {
  [time, keep, values, there, asked, fault, stopped, halt] = [new HandClock(), new MemoryKeep(), new Map(), new Set(), [], undefined, false, undefined];
});

const file = (hash: string): WorkFile => ({ hash, type: 'image/jpeg', size: 3, width: 4, height: 3 });
const photo = (hash: string) => ({ hash, type: 'image/jpeg', bytes: new ArrayBuffer(3) });
const off = () => Promise.reject(new Unreachable());

function box(): WorkBox {
  return new WorkBox({
    attemptId: 'a1', keep, pacing: time,
    async send(hash) {
      asked.push(hash);
      if (fault) return fault();
      there.add(hash);
      return file(hash);
    },
    value: (slot) => values.get(slot) ?? null,
    most: () => 6,
    put(slot, value) {
      // Nothing is named that is not there.
      expect(filesOf(value).every((hash) => there.has(hash))).toBe(true);
      values.set(slot, value);
      return Promise.resolve();
    },
    stopped: () => stopped,
    stop: (why) => {
      halt = why;
      stopped = true;
    },
    changed: () => undefined,
  });
}

async function opened(): Promise<WorkBox> {
  const made = box();
  await made.open([]);
  return made;
}

describe('files of work', () => {
  it('areNamedByTheResponseOnceTheServerHasThem', async () => {
    const work = await opened();
    values.set(1, 'see the drawing');
    await work.add(1, photo('a'));
    expect([work.pendingCount, values.get(1)]).toEqual([1, 'see the drawing']);
    await time.pass(1);
    expect([work.pendingCount, values.get(1)]).toEqual([0, { text: 'see the drawing', files: ['a'] }]);
    expect(work.atHand.get('a')?.type).toBe('image/jpeg');
  });

  it('goOneAtATimeInTheOrderInWhichTheyWereAdded', async () => {
    const work = await opened();
    for (const hash of ['c', 'a', 'b']) await work.add(1, photo(hash));
    await time.pass(1);
    expect(asked).toEqual(['c', 'a', 'b']);
    expect(filesOf(values.get(1))).toEqual(['c', 'a', 'b']);
  });

  it('waitWithoutNetworkAndGoByThemselvesWhenItIsBack', async () => {
    const work = await opened();
    fault = off;
    await work.add(1, photo('a'));
    await time.pass(10_000);
    expect([work.pendingCount, work.trouble, values.get(1)]).toEqual([1, true, undefined]);
    fault = undefined;
    await time.pass(20_000);
    expect([work.pendingCount, work.trouble, filesOf(values.get(1))]).toEqual([0, false, ['a']]);
  });

  it('surviveAReloadAndAreForgottenOnceTheServerHasThem', async () => {
    keep = await IdbKeep.open('work-reload');
    fault = off;
    const before = await opened();
    await before.add(1, photo('a'));
    await before.add(2, photo('b'));
    before.stop();
    await quiet();
    [fault, asked] = [undefined, []];
    const after = await opened();
    expect(after.of(1).map(({ hash, bytes }) => [hash, bytes.byteLength])).toEqual([['a', 3]]);
    await time.pass(1);
    await quiet();
    expect(asked).toEqual(['a', 'b']);
    expect(await keep.work('a1')).toEqual([]);
  });

  it('aFileThatArrivedBeforeTheReloadIsNamedAfterIt', async () => {
    // The answer of the server was lost with the page.
    there.add('a');
    await keep.keepWork({ attemptId: 'a1', slot: 1, ...photo('a'), order: 1, state: 'pending' });
    await opened();
    await time.pass(1);
    expect(filesOf(values.get(1))).toEqual(['a']);
  });

  it('whatWasTakenOutMeanwhileIsNotNamed', async () => {
    const work = await opened();
    let answer: () => void = () => undefined;
    fault = () => new Promise((resolve) => (answer = () => resolve(file('a'))));
    await work.add(1, photo('a'));
    await time.pass(1);
    await work.remove(1, 'a');
    there.add('a');
    answer();
    await quiet();
    expect([work.pendingCount, values.get(1)]).toEqual([0, undefined]);
  });

  it('theSameFileTwiceIsOne', async () => {
    const work = await opened();
    expect(await work.add(1, photo('a'))).toBe('added');
    expect(await work.add(1, photo('a'))).toBe('twice');
    await time.pass(1);
    expect(await work.add(1, photo('a'))).toBe('twice');
    expect(await work.add(2, photo('a'))).toBe('added');
    await time.pass(1);
    expect([filesOf(values.get(1)), filesOf(values.get(2))]).toEqual([['a'], ['a']]);
  });

  it('oneThatIsNotWantedKeepsItsReasonAndTheOthersGoOn', async () => {
    const work = await opened();
    fault = () => Promise.reject(new Refusal(413, 'attempt.work.pixels', 'too many pixels'));
    await work.add(1, photo('a'));
    await time.pass(1);
    fault = undefined;
    await work.add(1, photo('b'));
    await time.pass(1);
    expect(work.of(1).map(({ state, sentence }) => [state, sentence])).toEqual([['refused', 'too many pixels']]);
    expect(filesOf(values.get(1))).toEqual(['b']);
    await work.remove(1, 'a');
    expect(await keep.work('a1')).toEqual([]);
  });

  it('oneThatWasDamagedOnTheWayIsSentAgainAndNotForEver', async () => {
    const work = await opened();
    fault = () => Promise.reject(new Refusal(400, 'attempt.work.damaged', 'damaged'));
    await work.add(1, photo('a'));
    await time.pass(60_000);
    expect(asked).toEqual(['a', 'a', 'a']);
    expect(work.of(1)[0]?.state).toBe('refused');
  });

  it('afterTheEndNoneIsSentAnyMore', async () => {
    const work = await opened();
    fault = () => Promise.reject(new Refusal(409, 'attempt.over', 'over'));
    await work.add(1, photo('a'));
    await work.add(2, photo('b'));
    await time.pass(60_000);
    expect(asked).toEqual(['a']);
    expect([work.pendingCount, work.waiting.map(({ state }) => state), halt]).toEqual([0, ['refused', 'refused'], undefined]);
  });

  it('aFullAttemptRefusesThatFileAlone', async () => {
    const work = await opened();
    fault = () => Promise.reject(new Refusal(409, 'attempt.work.full', 'full'));
    await work.add(1, photo('a'));
    await time.pass(1);
    expect([work.of(1)[0]?.state, halt]).toEqual(['refused', undefined]);
  });

  it('aDeviceThatWasTakenOverStopsAndKeepsThem', async () => {
    const work = await opened();
    fault = () => Promise.reject(new Refusal(409, 'attempt.superseded', ''));
    await work.add(1, photo('a'));
    await time.pass(1);
    expect([halt?.kind, work.pendingCount]).toEqual(['superseded', 1]);
    [stopped, fault] = [false, undefined];
    await work.open([]);
    await time.pass(1);
    expect(filesOf(values.get(1))).toEqual(['a']);
  });

  it('whileTheClockStandsTheyWait', async () => {
    const work = await opened();
    fault = () => Promise.reject(new Refusal(409, 'attempt.paused', ''));
    await work.add(1, photo('a'));
    await time.pass(1000);
    expect([work.pendingCount, halt]).toEqual([1, undefined]);
    fault = undefined;
    await time.pass(5000);
    expect(filesOf(values.get(1))).toEqual(['a']);
  });

  it('whereThereIsNoRoomOnTheDeviceTheyGoAllTheSameAndItIsSaid', async () => {
    keep.keepWork = () => Promise.reject(new Error('quota'));
    const work = await opened();
    await work.add(1, photo('a'));
    expect(work.durable).toBe(false);
    await time.pass(1);
    expect(filesOf(values.get(1))).toEqual(['a']);
  });
});

describe('files that are being made ready', () => {
  /** A photograph that is ready when it is told to be. */
  function camera(hash: string) {
    let [done, fail]: [() => void, (error: Error) => void] = [() => undefined, () => undefined];
    const made = new Promise<ReturnType<typeof photo>>((resolve, reject) => ([done, fail] = [() => resolve(photo(hash)), reject]));
    return { ready: () => made, done: () => done(), fail: () => fail(new Error('broken')) };
  }

  it('countFromTheMomentTheyAreChosen', async () => {
    const work = await opened();
    const one = camera('a');
    const added = work.prepare(1, one.ready);
    expect([work.pendingCount, work.pendingOf(1), work.pendingOf(2), work.countOf(1), work.roomOf(1)]).toEqual([1, 1, 0, 1, 5]);
    one.done();
    expect(await added).toBe('added');
    expect([work.pendingCount, work.countOf(1), work.preparing.count]).toEqual([1, 1, 0]);
    await time.pass(1);
    expect([work.pendingCount, work.countOf(1)]).toEqual([0, 1]);
  });

  it('areMadeReadyOneAfterTheOtherWhoeverChoseThem', async () => {
    const work = await opened();
    const [one, other] = [camera('a'), camera('b')];
    let begun = false;
    void work.prepare(1, one.ready);
    void work.prepare(2, () => {
      begun = true;
      return other.ready();
    });
    await quiet();
    expect(begun).toBe(false);
    one.done();
    await quiet();
    expect(begun).toBe(true);
  });

  it('areNeverMoreThanAResponseMayName', async () => {
    const work = await opened();
    values.set(1, { text: 'see', files: ['x', 'y'] });
    ['x', 'y'].forEach((hash) => there.add(hash));
    await work.add(1, photo('z'));
    const three = ['a', 'b', 'c'].map(camera);
    const added = three.map(({ ready }) => work.prepare(1, ready));
    expect(await work.prepare(1, camera('d').ready)).toBe('full');
    expect(await work.add(1, photo('e'))).toBe('full');
    three.forEach(({ done }) => done());
    expect(await Promise.all(added)).toEqual(['added', 'added', 'added']);
    await time.pass(1);
    expect(filesOf(values.get(1))).toEqual(['x', 'y', 'z', 'a', 'b', 'c']);
  });

  it('areNotNamedWhereAnotherTabFilledThePlacesMeanwhile', async () => {
    const work = await opened();
    await work.add(1, photo('a'));
    const full = { text: 'see', files: ['u', 'v', 'w', 'x', 'y', 'z'] };
    full.files.forEach((hash) => there.add(hash));
    values.set(1, full);
    await time.pass(1);
    expect([values.get(1), work.of(1).map(({ state }) => state), work.failedCount]).toEqual([full, ['refused'], 1]);
  });

  it('areWaitedForByWhoeverWantsAllSentButNotForEver', async () => {
    const work = await opened();
    const one = camera('a');
    void work.prepare(1, one.ready);
    let sent: boolean | undefined;
    void work.flush().then((all) => (sent = all));
    await time.pass(9000);
    expect(sent).toBeUndefined();
    await time.pass(1000);
    expect(sent).toBe(false);
    void work.flush().then((all) => (sent = all));
    one.done();
    await quiet();
    expect([sent, filesOf(values.get(1))]).toEqual([true, ['a']]);
  });

  it('makeRoomAgainWhereTheyCannotBeMadeReadyAndTheOthersGoOn', async () => {
    const work = await opened();
    const [one, other] = [camera('a'), camera('b')];
    const broken = work.prepare(1, one.ready);
    const fine = work.prepare(1, other.ready);
    one.fail();
    other.done();
    await expect(broken).rejects.toThrow('broken');
    expect([await fine, work.countOf(1), work.failedCount]).toEqual(['added', 1, 1]);
  });
});

describe('a response with files', () => {
  it('isAnsweredByATextByFilesOrByBoth', () => {
    expect([null, 'a', { text: '', files: ['a'] }, { text: 'a', files: [] }, { text: ' ', files: [] }].map((value) => isAnswered(value))).toEqual([false, true, true, true, false]);
  });

  it('isAPlainTextWhereItHasNone', () => {
    expect(withoutFile({ text: 'x', files: ['a'] }, 'a')).toBe('x');
    expect(withoutFile({ text: '', files: ['a'] }, 'a')).toBe(null);
    expect(withText('x', ' ')).toBe(null);
    expect(withText({ text: 'x', files: ['a'] }, ' ')).toEqual({ text: '', files: ['a'] });
    expect(withFile(null, 'a')).toEqual({ text: '', files: ['a'] });
  });

  it('isNoPairsAndKnowsItsText', () => {
    expect(pairsOf({ text: 'x', files: ['a'] })).toEqual({});
    expect(textOf({ text: 'x', files: ['a'], said: ['p'] })).toBe('x');
    expect(filesOf({ text: 'x', files: ['a'], said: ['p'] })).toEqual(['a']);
    expect(sameValue({ text: 'x', files: ['a', 'b'] }, { text: 'x', files: ['b', 'a'] })).toBe(false);
  });
});
