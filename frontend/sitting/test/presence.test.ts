import { beforeEach, describe, expect, it } from 'vitest';
import type { PageEvent } from '../src/api/types';
import { Presence } from '../src/sitting/presence';
import type { KeptPresence } from '../src/sitting/presence';
import { HandClock, quiet } from './tools';

describe('leaving the page', () => {
  let time: HandClock;
  let stored: string | undefined;
  let offline: boolean;
  let full: boolean;
  /** What the server holds, by number. */
  let server: Map<number, PageEvent>;

  beforeEach(() => {
    time = new HandClock();
    stored = undefined;
    offline = false;
    full = false;
    server = new Map();
  });

  const open = (last = 0) =>
    new Presence(
      {
        pacing: time,
        now: () => time.now,
        load: () => (stored ? (JSON.parse(stored) as KeptPresence) : undefined),
        keep: (kept) => (stored = JSON.stringify(kept)),
        forget: () => (stored = undefined),
        send: (events) => {
          if (offline) return Promise.reject(new Error('offline'));
          if (full) return Promise.resolve({ kept: [], full: true });
          events.forEach((event) => {
            const known = server.get(event.sequence);
            if (!known || (known.seconds === undefined && event.seconds !== undefined)) server.set(event.sequence, { ...event });
          });
          return Promise.resolve({ kept: events.map(({ sequence }) => sequence), full: false });
        },
      },
      last,
    );
  const told = () => [...server.values()].map(({ sequence, kind, seconds, cause }) => [sequence, kind, seconds, cause]);

  it('isToldAtOnceAndAgainWhenSomebodyIsBack', async () => {
    const presence = open();
    presence.hidden();
    await quiet();
    expect(told()).toEqual([[1, 'LEFT', undefined, undefined]]);
    await time.pass(42_000);
    presence.back();
    await quiet();
    expect(told()).toEqual([[1, 'LEFT', 42, 'UNKNOWN']]);
    expect(JSON.parse(stored ?? '')).toEqual({ last: 1, waiting: [] });
  });

  it('anotherWindowCountsFromWhenItTookTheKeyboardAndOnlyBeyondABlink', async () => {
    const presence = open();
    presence.blurred();
    await time.pass(500);
    presence.back();
    await time.pass(5000);
    expect(told()).toEqual([]);
    presence.blurred();
    await time.pass(4000);
    presence.back();
    await quiet();
    expect(told()).toEqual([[1, 'UNFOCUSED', 4, 'OTHER_WINDOW']]);
  });

  it('whatBeganAsAnotherWindowAndEndedOutOfSightIsOneAbsence', async () => {
    const presence = open();
    presence.blurred();
    await time.pass(2000);
    presence.hidden();
    await time.pass(8000);
    presence.back();
    await quiet();
    expect(told()).toEqual([[1, 'LEFT', 10, 'UNKNOWN']]);
  });

  it('theCameraForAFileOfWorkIsACauseOfItsOwnAndOnlyForTheNextAbsence', async () => {
    const presence = open();
    presence.adding();
    await time.pass(2000);
    presence.hidden();
    await time.pass(15_000);
    presence.back();
    presence.hidden();
    await time.pass(4000);
    presence.back();
    await quiet();
    expect(told()).toEqual([[1, 'LEFT', 15, 'ADDING_WORK'], [2, 'LEFT', 4, 'UNKNOWN']]);
  });

  it('whoeverTookNoPictureOrTookItLongAgoIsAwayAsUsual', async () => {
    const presence = open();
    presence.adding();
    presence.added();
    presence.hidden();
    await time.pass(3000);
    presence.back();
    presence.adding();
    await time.pass(61_000);
    presence.hidden();
    await time.pass(5000);
    presence.back();
    await quiet();
    expect(told().map((event) => event[3])).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  it('aPageThatThePhoneClosedBehindTheCameraWasLeftForTheCamera', async () => {
    const presence = open();
    presence.adding();
    presence.hidden();
    await time.pass(20_000);
    open(1).opened(false);
    await quiet();
    expect(told()).toEqual([[1, 'LEFT', 20, 'ADDING_WORK']]);
  });

  it('aReloadAndAReopeningAreCalledSo', async () => {
    const first = open();
    first.leaving();
    await time.pass(1500);
    const second = open(1);
    second.opened(true);
    await quiet();
    expect(told()).toEqual([[1, 'LEFT', 2, 'RELOAD']]);
    second.hidden();
    await time.pass(60_000);
    // The browser was killed while the page was hidden.
    open(2).opened(false);
    await quiet();
    expect(told()[1]).toEqual([2, 'LEFT', 60, 'REOPENED']);
  });

  it('aSecondTabThatIsClosedLeavesNobodyAwayWhoLooksAtTheFirst', async () => {
    const first = open();
    first.hidden();
    await time.pass(2000);
    const second = open(1);
    second.opened(false);
    await time.pass(30_000);
    second.leaving();
    first.back();
    await quiet();
    expect(told()).toEqual([[1, 'LEFT', 2, 'REOPENED'], [2, 'LEFT', 0, 'UNKNOWN']]);
    await time.pass(10_000);
    first.hidden();
    await quiet();
    expect(told()[2]?.[0]).toBe(3);
  });

  it('waitsForTheNetworkAndOutlivesTheServersMemory', async () => {
    offline = true;
    const presence = open();
    presence.hidden();
    await time.pass(3000);
    presence.back();
    presence.hidden();
    await time.pass(7000);
    presence.back();
    await quiet();
    expect(told()).toEqual([]);
    offline = false;
    await time.pass(20_000);
    expect(told()).toEqual([[1, 'LEFT', 3, 'UNKNOWN'], [2, 'LEFT', 7, 'UNKNOWN']]);
  });

  it('numbersGoOnAboveWhatTheServerKnows', async () => {
    const presence = open(9);
    presence.hidden();
    await quiet();
    expect(told()[0]?.[0]).toBe(10);
  });

  it('stopsWhereTheServerTakesNoMore', async () => {
    full = true;
    const presence = open();
    presence.hidden();
    await quiet();
    expect((JSON.parse(stored ?? '') as KeptPresence).waiting).toEqual([]);
  });

  it('notesNothingAfterTheEnd', async () => {
    const presence = open();
    presence.hidden();
    presence.end();
    await quiet();
    presence.hidden();
    presence.blurred();
    presence.leaving();
    await time.pass(5000);
    expect(told()).toEqual([[1, 'LEFT', 0, 'UNKNOWN']]);
    expect(stored).toBeUndefined();
  });
});
