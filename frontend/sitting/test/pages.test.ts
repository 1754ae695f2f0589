import { describe, expect, it } from 'vitest';
import { Client, Refusal, Unreachable } from '../src/api/client';
import { ServerClock } from '../src/api/clock';
import { cleanAddress, entranceOf } from '../src/entrance';
import { clockText, grouped, safeUrl, scoreText, timeOfDay } from '../src/sitting/format';
import { keyAct } from '../src/sitting/keys';

describe('entrance', () => {
  it.each([
    ['', '#attempt=1&token=t', { kind: 'attempt', attemptId: '1', token: 't' }, '?attempt=1'],
    ['?attempt=1&lang=en', '', { kind: 'attempt', attemptId: '1' }, '?attempt=1&lang=en'],
    ['?exam=9', '#ticket=p', { kind: 'exam', examId: '9', ticket: 'p' }, '?exam=9'],
    ['?exam=9', '', { kind: 'exam', examId: '9' }, '?exam=9'],
    ['?board=7', '', { kind: 'board', boardId: '7' }, '?board=7'],
    ['?other=1', '', { kind: 'incomplete' }, '?'],
    ['', '#token=t', { kind: 'incomplete' }, '?'],
  ])('%s%s', (search, fragment, entrance, address) => {
    expect(entranceOf(search, fragment)).toEqual(entrance);
    expect(cleanAddress(entranceOf(search, fragment), search)).toBe(address);
  });
});

describe('format', () => {
  it.each([[0, '00:00'], [59.9, '00:59'], [4268, '71:08'], [5999, '99:59'], [6000, '1:40:00'], [-3, '00:00']])('%d s is %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });

  it('showsTheExamsOwnZone', () => expect(timeOfDay('2026-11-20T01:42:11.123Z', 'zh-CN')).toBe('9:42:11'));
  it('midnightIsZeroHours', () => expect(timeOfDay('2026-11-19T16:00:05Z', 'zh-CN')).toMatch(/^0?0:00:05$/));
  it.each([[92.5, '92.5'], ['90.00', '90'], [100 / 3, '33.33'], ['-', '-']])('score %s is %s', (score, text) => expect(scoreText(score)).toBe(text));
  it('groupsADigest', () => expect(grouped('3fa94c017be2')).toBe('3FA9 4C01 7BE2'));

  it.each([
    ['/home', '/home'], ['https://a.cn/x', 'https://a.cn/x'], ['javascript:alert(1)', '/'], ['//evil', '/'], ['/\\evil', '/'], [null, '/'], ['', '/'],
  ])('a link to %s leads to %s', (url, safe) => expect(safeUrl(url)).toBe(safe));
});

describe('keys', () => {
  const target = (tagName: string, checked?: string) => ({ tagName, getAttribute: () => checked ?? null }) as unknown as HTMLElement;
  const press = (key: string, on = target('MAIN'), more = {}) => keyAct({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, target: on, ...more }, 4);

  it.each([
    ['1', { kind: 'choose', index: 0 }], ['d', { kind: 'choose', index: 3 }], ['D', { kind: 'choose', index: 3 }], ['5', undefined], ['e', undefined], ['x', undefined], ['m', { kind: 'map' }], ['S', { kind: 'flag' }],
    ['ArrowLeft', { kind: 'go', by: -1 }], ['ArrowRight', { kind: 'go', by: 1 }], ['Enter', { kind: 'primary' }], ['ArrowDown', undefined],
  ])('%s', (key, act) => expect(press(key)).toEqual(act));

  it('digitsBelongToTheFieldThatHasTheFocus', () => {
    expect(press('1', target('INPUT'))).toBeUndefined();
    expect(press('Enter', target('INPUT'))).toEqual({ kind: 'primary' });
  });

  it('enterPressesTheButtonThatHasTheFocusAndConfirmsAChosenOption', () => {
    expect(press('Enter', target('BUTTON'))).toBeUndefined();
    expect(press('Enter', target('BUTTON', 'false'))).toBeUndefined();
    expect(press('Enter', target('BUTTON', 'true'))).toEqual({ kind: 'primary' });
  });

  it('leavesShortcutsAndChineseInputAlone', () => {
    expect(press('1', target('MAIN'), { ctrlKey: true })).toBeUndefined();
    expect(press('a', target('MAIN'), { isComposing: true })).toBeUndefined();
  });
});

describe('client', () => {
  const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    const seen: { url: string; init: RequestInit }[] = [];
    const fetcher = ((url: string, init: RequestInit) => {
      seen.push({ url, init });
      return Promise.resolve(new Response(status === 304 ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers }));
    }) as typeof fetch;
    return { client: new Client(new ServerClock(), () => 'en', fetcher), seen };
  };

  it('sendsTheBearerTheLanguageAndNoCookies', async () => {
    const { client, seen } = answering(200, { saved: [], refused: [], serverTime: '' });
    await client.save('a/1', 'tok', [{ slot: 1, sequence: 1, value: null }]);
    expect(seen[0]).toMatchObject({ url: '/api/attempts/a%2F1/responses', init: { method: 'PUT', credentials: 'omit', headers: { Authorization: 'Bearer tok', 'Accept-Language': 'en' } } });
  });

  it('asksWhetherASealedFormIsStillTheOwnAndKeepsNothingElseButTheFormOfAnAttempt', async () => {
    const { client, seen } = answering(200, { slots: [], serverTime: '' });
    await client.sealedForm('e', 't');
    await client.form('a', 't');
    await client.preparation('e', 't');
    expect(seen.map(({ init }) => init.cache)).toEqual(['no-cache', 'default', 'no-store']);
  });

  it('aRefusalCarriesTheSentence', async () => {
    const { client } = answering(409, { code: 'exam.not-released', detail: 'tomorrow' });
    await expect(client.examResult('e', 'a', 't')).rejects.toMatchObject({ status: 409, code: 'exam.not-released', sentence: 'tomorrow' });
    await expect(client.examResult('e', 'a', 't')).rejects.toBeInstanceOf(Refusal);
  });

  it('anUnknownCommitMeansLater', async () => {
    const { client } = answering(503, {}, { 'Retry-After': '3' });
    await expect(client.attempt('a', 't')).rejects.toMatchObject({ retryAfterSeconds: 3 });
  });

  it('aForeignPageInPlaceOfOurAnswerMeansLater', async () => {
    await expect(answering(200, '<html>').client.attempt('a', 't')).rejects.toBeInstanceOf(Unreachable);
  });

  it('aThrottledSignInIsAnAnswer', async () => {
    await expect(answering(429, { code: 'sign-in.throttled', detail: 'later' }).client.signIn('u', 'p')).rejects.toBeInstanceOf(Refusal);
  });

  it('anUnchangedBoardCostsNothing', async () => {
    const { client, seen } = answering(304, '');
    expect(await client.board('b', '"7"')).toBeUndefined();
    expect(seen[0]?.init.headers).toMatchObject({ 'If-None-Match': '"7"' });
  });
});
