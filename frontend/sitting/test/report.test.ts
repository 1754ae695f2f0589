import { describe, expect, it } from 'vitest';
import { Client, Refusal, Unreachable } from '../src/api/client';
import { ServerClock } from '../src/api/clock';
import { ErrorReport } from '../src/sitting/report';

function written(send: () => Promise<unknown>): ErrorReport {
  const report = new ErrorReport(send, () => undefined);
  report.open();
  report.choose('wrong-key');
  report.write(' 应该是 B ');
  return report;
}

describe('reporting an error', () => {
  it('isSentOnceAndThanked', async () => {
    const sent: unknown[] = [];
    const report = new ErrorReport(async (reason, words) => void sent.push([reason, words]), () => undefined);
    report.open();
    await report.submit();
    expect(sent).toEqual([]);
    report.choose('wrong-key');
    report.write(' 应该是 B ');
    await Promise.all([report.submit(), report.submit()]);
    expect(sent).toEqual([['wrong-key', '应该是 B']]);
    expect(report.phase).toBe('sent');
  });

  it('anotherReasonNeedsWords', () => {
    const report = new ErrorReport(async () => undefined, () => undefined);
    report.open();
    report.choose('other');
    expect(report.ready).toBe(false);
    report.write('单位写错了');
    expect(report.ready).toBe(true);
  });

  it('withoutNetworkItSaysSoAndKeepsTheWords', async () => {
    const report = written(() => Promise.reject(new Unreachable()));
    await report.submit();
    expect(report.phase).toBe('open');
    expect(report.trouble).toEqual({ offline: true });
    expect(report.words).toBe(' 应该是 B ');
    report.close();
    report.open();
    expect(report.reason).toBe('wrong-key');
  });

  it('tellsWhatTheServerSays', async () => {
    const report = written(() => Promise.reject(new Refusal(409, 'call.report-waits', '已经报过')));
    await report.submit();
    expect(report.trouble).toEqual({ sentence: '已经报过' });
  });

  it('goesToTheSlotOfTheAttemptAndTooManyIsAnAnswerForThePerson', async () => {
    const asked: [string, RequestInit | undefined][] = [];
    const client = new Client(new ServerClock(), () => 'zh-CN', async (input, init) => {
      asked.push([String(input), init]);
      return new Response(JSON.stringify({ code: 'call.too-many-reports', detail: '今天报得够多了' }), { status: 429 });
    });
    await expect(client.report('a', 't', 3, 'unclear', '')).rejects.toMatchObject({ code: 'call.too-many-reports', sentence: '今天报得够多了' });
    expect(asked[0]?.[0]).toBe('/api/attempts/a/slots/3/reports');
    expect(asked[0]?.[1]?.body).toBe('{"reason":"unclear","words":""}');
  });
});
