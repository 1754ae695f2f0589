import { afterEach, describe, expect, it, vi } from 'vitest';
import { Client, Refusal } from '../src/api/client';
import { ServerClock } from '../src/api/clock';
import { askForKeys, sebHeaders } from '../src/api/seb';
import { entranceOf } from '../src/entrance';
import { haltOf } from '../src/outbox/halt';
import { HandClock, outboxOn, TestServer } from './tools';

const refusal = (code: string, body = {}) => new Refusal(403, code, '不在范围内', body);

afterEach(() => vi.unstubAllGlobals());

describe('who is kept out', () => {
  it('is no stranger: the same token is good again once the organizer has decided', () => {
    expect(haltOf(refusal('exam.address-refused'))).toEqual({ kind: 'kept-out', sentence: '不在范围内', browser: false });
    expect(haltOf(refusal('exam.browser-refused', { ownConfig: true }))).toMatchObject({ kind: 'kept-out', browser: true });
    expect(haltOf(refusal('base.forbidden'))?.kind).toBe('signed-out');
  });

  it('keeps what was answered and sends it when let in', async () => {
    const server = new TestServer();
    const time = new HandClock();
    const outbox = await outboxOn(server, time);
    server.faults.push(() => Promise.reject(refusal('exam.address-refused')));
    await outbox.put(1, 'a');
    await time.pass(1000);
    expect(outbox.halt?.kind).toBe('kept-out');
    expect(outbox.pendingCount).toBe(1);
    await outbox.open(server.side());
    await time.pass(1000);
    expect(outbox.pendingCount).toBe(0);
    expect(server.side().responses).toEqual([{ slot: 1, value: 'a' }]);
  });
});

describe('Safe Exam Browser', () => {
  it('proves itself by what it tells the page', async () => {
    const asked: Record<string, string>[] = [];
    const fetcher = vi.fn((_: unknown, init?: RequestInit) => {
      asked.push(init?.headers as Record<string, string>);
      return Promise.resolve(new Response('{}'));
    });
    const client = new Client(new ServerClock(), () => 'zh-CN', fetcher as unknown as typeof fetch);
    await client.exam('1', 't');
    expect(Object.keys(asked[0] ?? {}).filter((name) => name.includes('Seb'))).toEqual([]);
    vi.stubGlobal('SafeExamBrowser', { security: { configKey: 'c', browserExamKey: 'b' } });
    await client.exam('1', 't');
    expect(asked[1]).toMatchObject({ 'X-Lianbing-Seb-ConfigKeyHash': 'c', 'X-Lianbing-Seb-RequestHash': 'b' });
  });

  it('is asked for its keys where they are not there yet', () => {
    const security: { configKey?: string; updateKeys: (told: () => void) => void } = {
      updateKeys: (told) => {
        security.configKey = 'later';
        told();
      },
    };
    vi.stubGlobal('SafeExamBrowser', { security });
    expect(sebHeaders()).toEqual({});
    askForKeys();
    expect(sebHeaders()).toMatchObject({ 'X-Lianbing-Seb-ConfigKeyHash': 'later' });
  });

  it('is left through an address of its own', () => {
    expect(entranceOf('?leave', '')).toEqual({ kind: 'leave' });
    expect(entranceOf('?leave=', '')).toEqual({ kind: 'leave' });
    expect(entranceOf('?exam=1', '').kind).toBe('exam');
  });
});
