import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemoryKeep } from '../src/outbox/memory-keep';
import { byStorage, openTabs } from '../src/sitting/tabs';
import type { TabNews } from '../src/sitting/tabs';
import { HandClock, outboxOn, quiet, TestServer } from './tools';

afterEach(() => vi.unstubAllGlobals());

const saved = (sequence: number, value = 'b'): TabNews => ({ kind: 'saved', epoch: 1, slot: 1, sequence, value });

describe('two tabs of one attempt', () => {
  it('showTheNewestSavedAnswerInBoth', async () => {
    const server = new TestServer();
    const time = new HandClock();
    const keep = new MemoryKeep();
    const one = await outboxOn(server, time, keep);
    const other = await outboxOn(server, time, keep);
    await one.put(1, 'a');
    await time.pass(1000);
    other.heard({ slot: 1, sequence: 1, value: 'a' });
    expect(other.answers.get(1)).toMatchObject({ value: 'a', state: 'saved' });
    await other.put(1, 'b');
    await time.pass(1000);
    one.heard({ slot: 1, sequence: 2, value: 'b' });
    expect([one.answers.get(1)?.value, one.savedCount, one.pendingCount]).toEqual(['b', 1, 0]);
    one.heard({ slot: 1, sequence: 1, value: 'a' });
    expect(one.answers.get(1)?.value).toBe('b');
  });

  it('aChangeThatWaitsHereAndIsNewerStays', async () => {
    const server = new TestServer();
    const time = new HandClock();
    const outbox = await outboxOn(server, time);
    server.faults.push(() => Promise.reject(new Error('no network')));
    await outbox.put(1, 'mine');
    const own = outbox.answers.get(1)?.sequence ?? 0;
    outbox.heard({ slot: 1, sequence: own - 1, value: 'older' });
    expect(outbox.answers.get(1)).toMatchObject({ value: 'mine', state: 'pending' });
    outbox.heard({ slot: 1, sequence: own + 1, value: 'newer' });
    expect(outbox.answers.get(1)).toMatchObject({ value: 'newer', state: 'saved' });
    await outbox.put(1, 'again');
    expect(outbox.answers.get(1)?.sequence).toBe(own + 2);
  });

  it('whatGotLostBetweenThemTheServerTells', async () => {
    const server = new TestServer();
    const time = new HandClock();
    const outbox = await outboxOn(server, time);
    await outbox.put(1, 'a');
    await outbox.put(2, 'b');
    await time.pass(1000);
    const asked = server.side();
    await outbox.put(2, 'c');
    await time.pass(1000);
    outbox.compare({ ...asked, responses: [{ slot: 1, value: 'x' }, { slot: 2, value: 'old' }, { slot: 3, value: 'y' }] });
    expect([1, 2, 3].map((slot) => outbox.answers.get(slot)?.value)).toEqual(['x', 'c', 'y']);
  });

  it('hearEachOtherByChannel', async () => {
    const heard: TabNews[] = [];
    const one = openTabs('a1', (news) => heard.push(news));
    const other = openTabs('a1', () => heard.push({ kind: 'look' }));
    const stranger = openTabs('a2', () => heard.push({ kind: 'look' }));
    other.tell(saved(7));
    await vi.waitFor(() => expect(heard).toEqual([saved(7)]));
    [one, other, stranger].forEach((tabs) => tabs.leave());
  });

  it('hearEachOtherThroughTheStorageWhereThereIsNoChannel', async () => {
    const listeners: ((event: Partial<StorageEvent>) => void)[] = [];
    const stored: [string, string][] = [];
    vi.stubGlobal('window', {
      addEventListener: (_: string, act: () => void) => listeners.push(act),
      removeEventListener: () => listeners.pop(),
    });
    vi.stubGlobal('localStorage', { setItem: (key: string, value: string) => stored.push([key, value]), removeItem: () => stored.push(['', '']) });
    const heard: TabNews[] = [];
    const tabs = byStorage('lianbing.news.a1', (news) => heard.push(news));
    tabs.tell(saved(3));
    const [key, newValue] = stored[0] ?? ['', ''];
    listeners.forEach((act) => [{ key, newValue }, { key: 'other', newValue }, { key, newValue: null }, { key, newValue: 'no json' }].forEach(act));
    await quiet();
    expect(heard).toEqual([saved(3)]);
    expect(stored[1]).toEqual(['', '']);
    tabs.leave();
    expect(listeners).toEqual([]);
  });
});
