/// <reference types="node" />
import { createCipheriv, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal, Unreachable } from '../src/api/client';
import type { Client } from '../src/api/client';
import { ServerClock } from '../src/api/clock';
import type { Form, Preparation, StartedExam } from '../src/api/types';
import { IdbKeep } from '../src/outbox/idb-keep';
import { MemoryKeep } from '../src/outbox/memory-keep';
import { openSealed, readyToOpen } from '../src/sitting/seal';
import { fetchIn, WaitingRoom } from '../src/sitting/waiting-room';
import { HandClock, quiet } from './tools';

const form = { formId: 'f', title: '电工理论', sections: [], maxScore: 100, slots: [] } as unknown as Form;
const key = randomBytes(32);
const keyText = key.toString('base64url');

function sealed(): ArrayBuffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const bytes = Buffer.concat([nonce, cipher.update(gzipSync(JSON.stringify(form))), cipher.final(), cipher.getAuthTag()]);
  return new Uint8Array(bytes).buffer;
}

const preparation: Preparation = {
  attempt: { attemptId: 'a1', title: '电工理论', person: '张建国', behaviour: 'DEFERRED', epoch: 1, arrangement: { slots: [2, 1] }, returnUrl: '/contests' },
  form: { etag: '"e"', bytes: 1 },
  serverTime: '2026-11-20T00:00:00Z',
};
const started = (more: Partial<StartedExam> = {}): StartedExam =>
  ({ attemptId: 'a1', token: 't', behaviour: 'DEFERRED', epoch: 1, startedAt: 's', deadline: 'd', serverTime: 'now', first: true, key: keyText, ...more });

describe('seal', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('opensWithTheBrowsersOwnMeans', async () => {
    await readyToOpen();
    expect(await openSealed(new Uint8Array(sealed()), keyText)).toEqual(form);
  });

  it('opensOnAPlainHttpAddressAndWithoutDecompression', async () => {
    vi.stubGlobal('crypto', { getRandomValues: globalThis.crypto.getRandomValues });
    vi.stubGlobal('DecompressionStream', undefined);
    await readyToOpen();
    expect(await openSealed(new Uint8Array(sealed()), keyText)).toEqual(form);
  });

  it.each(['own', 'plain'])('anotherKeyOrAChangedByteOpensNothing (%s)', async (way) => {
    if (way === 'plain') vi.stubGlobal('crypto', {});
    await expect(openSealed(new Uint8Array(sealed()), randomBytes(32).toString('base64url'))).rejects.toBeDefined();
    const changed = new Uint8Array(sealed());
    changed[40] = (changed[40] ?? 0) ^ 1;
    await expect(openSealed(changed, keyText)).rejects.toBeDefined();
  });
});

describe('when the sealed form is fetched', () => {
  it.each([
    [600_000, 0, 0], [600_000, 0.999, 299_700], [75_000, 0.5, 30_000], [15_000, 0.3, undefined], [-1, 0.3, undefined],
  ])('%d ms before the opening with chance %d: in %s', (until, random, wait) => expect(fetchIn(until, random)).toBe(wait));
});

class Chance extends HandClock {
  override random(): number {
    return 0.5;
  }
}

describe('waiting room', () => {
  const OPENS = 100_000;

  function hall(client: Partial<Client>, keep = new MemoryKeep(), token = 'e1.x') {
    const time = new Chance();
    const asked: string[] = [];
    const full = {
      preparation: () => (asked.push('preparation'), Promise.resolve(preparation)),
      sealedForm: () => (asked.push('sealed'), Promise.resolve(sealed())),
      attempt: () => (asked.push('attempt'), Promise.resolve({ attemptId: 'a1', epoch: 2 })),
      ...client,
    } as unknown as Client;
    const room = new WaitingRoom({ client: full, clock: new ServerClock(() => time.now), keep, pacing: time }, 'x', token, () => undefined);
    return { room, time, asked, keep };
  }

  it('fetchesAtItsOwnMomentAndTheStartAsksForNothingMore', async () => {
    const { room, time, asked } = hall({});
    await room.enter(OPENS);
    await time.pass(42_000);
    expect(asked).toEqual([]);
    await time.pass(1_000);
    expect(asked).toEqual(['preparation', 'sealed']);
    expect(room.state).toBe('ready');
    const paper = await room.open(started());
    expect(paper?.form).toEqual(form);
    expect(paper?.facts).toMatchObject({ attemptId: 'a1', person: '张建国', state: 'STARTED', deadline: 'd', lastSequence: 0, arrangement: { slots: [2, 1] } });
    expect(asked).toHaveLength(2);
  });

  it('survivesAReload', async () => {
    const { room, time, keep } = hall({});
    await room.enter(OPENS);
    await time.pass(60_000);
    expect(room.state).toBe('ready');
    const again = hall({}, keep);
    await again.room.enter(OPENS);
    expect(again.room.state).toBe('ready');
    expect((await again.room.open(started()))?.form).toEqual(form);
    expect(again.asked).toEqual([]);
  });

  it('theNextPersonOnASharedPhoneGetsTheirOwnAttempt', async () => {
    const first = hall({});
    await first.room.enter(OPENS);
    await first.time.pass(60_000);
    const other = hall({ preparation: () => Promise.resolve({ ...preparation, attempt: { ...preparation.attempt!, attemptId: 'a2', person: '李四' } }) }, first.keep, 'e1.y');
    await other.room.enter(OPENS);
    expect(other.room.state).toBe('ready');
    await other.time.pass(60_000);
    expect(other.asked).toEqual([]);
    expect((await other.room.open(started({ attemptId: 'a2' })))?.facts).toMatchObject({ person: '李四' });
  });

  it('whatWasBegunElsewhereIsAskedFor', async () => {
    const { room, time, asked } = hall({});
    await room.enter(OPENS);
    await time.pass(60_000);
    expect((await room.open(started({ first: false })))?.facts).toMatchObject({ epoch: 2 });
    expect(asked).toContain('attempt');
  });

  it('triesAgainWhileTheNetworkIsGone', async () => {
    let failures = 2;
    const { room, time, asked } = hall({ sealedForm: () => (failures-- > 0 ? Promise.reject(new Unreachable()) : Promise.resolve(sealed())) });
    await room.enter(OPENS);
    await time.pass(60_000);
    expect(room.state).toBe('ready');
    expect(asked.filter((one) => one === 'preparation')).toHaveLength(3);
  });

  it('theLateAndTheRefusedTakeThePlainWay', async () => {
    const late = hall({});
    await late.room.enter(5_000);
    expect(late.room.state).toBe('without');
    const refused = hall({ preparation: () => Promise.reject(new Refusal(403, 'exam.not-on-roster', '')) });
    await refused.room.enter(OPENS);
    await refused.time.pass(60_000);
    expect(refused.room.state).toBe('without');
    expect(await refused.room.open(started())).toBeUndefined();
  });

  it('aSealThatDoesNotOpenFallsBack', async () => {
    const { room, time } = hall({});
    await room.enter(OPENS);
    await time.pass(60_000);
    expect(await room.open(started({ key: randomBytes(32).toString('base64url') }))).toBeUndefined();
  });

  it('leavingEndsTheWait', async () => {
    const { room, time, asked } = hall({});
    await room.enter(OPENS);
    room.leave();
    await time.pass(90_000);
    expect(asked).toEqual([]);
  });
});

describe('sealed papers in IndexedDB', () => {
  it('stayBesideWhatAnOlderPageKept', async () => {
    const old = await openDB('older', 1, {
      upgrade(db) {
        db.createObjectStore('attempts', { keyPath: 'attemptId' });
        db.createObjectStore('steps', { keyPath: ['attemptId', 'slot'] });
        db.createObjectStore('papers', { keyPath: 'attemptId' });
      },
    });
    await old.put('papers', { attemptId: 'a1' });
    old.close();
    const keep = await IdbKeep.open('older');
    expect(await keep.paper('a1')).toBeDefined();
    await keep.keepSealed({ examId: 'x', holder: 'h', etag: 'e', bytes: sealed(), updatedAt: 5 });
    expect((await keep.sealed('x'))?.bytes.byteLength).toBeGreaterThan(28);
    await keep.forgetBefore(6);
    expect(await keep.sealed('x')).toBeUndefined();
    await quiet();
  });
});
