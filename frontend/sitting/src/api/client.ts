import type {
  AttemptClock, AttemptFacts, Board, Course, ExamFacts, Feedback, Form, PageEvent, Preparation, Receipt, ReceiptCheck, ResponseValue, SaveAnswer, SentResult, SignedIn, StartedExam, Step, WorkFile,
} from './types';
import type { ServerClock } from './clock';
import { sebHeaders } from './seb';

/** The server answered, and the answer is no: a problem detail (RFC 9457). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(`${status} ${code}`);
  }
}

/** No answer, or one that means "later": the same request may be sent again. */
export class Unreachable extends Error {
  constructor(readonly retryAfterSeconds?: number) {
    super('unreachable');
  }
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT';
  token?: string | undefined;
  body?: unknown;
  /** A body that is no JSON. */
  bytes?: ArrayBuffer;
  timeoutMs?: number;
  /** Lives on when the page is gone. */
  keepalive?: boolean;
  headers?: Record<string, string>;
  binary?: boolean;
}

/** Throttled for the person and not for the line: an answer, not a reason to send again by itself. */
const FOR_THE_PERSON = ['sign-in.throttled', 'call.too-many-reports', 'attempt.receipt-throttled'];

const LATER = [408, 425, 429, 500, 502, 503, 504];

/** The sitting API over fetch, with bearer tokens and never a cookie. */
export class Client {
  constructor(
    private readonly clock: ServerClock,
    private readonly language: () => string,
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  signIn = (username: string, password: string) =>
    this.json<SignedIn>('/tokens', { method: 'POST', body: { username, password } });

  exam = (id: string, token: string) => this.json<ExamFacts>(`/exams/${enc(id)}`, { token });

  startExam = (id: string, token: string, device: string) =>
    this.json<StartedExam>(`/exams/${enc(id)}/attempts`, { method: 'POST', token, body: { device } });

  preparation = (id: string, token: string) => this.json<Preparation>(`/exams/${enc(id)}/preparation`, { token });

  /** The form under its seal. Its address is that of all parallel forms: what the browser has of it may be another person's. */
  sealedForm = async (id: string, token: string): Promise<ArrayBuffer> =>
    (await this.call(`/exams/${enc(id)}/sealed-form`, { token, timeoutMs: 60_000, binary: true })).bytes ?? new ArrayBuffer(0);

  attempt = (id: string, token: string) => this.json<AttemptFacts>(`/attempts/${enc(id)}`, { token });

  /** The attempt's clock, or undefined where it is still the one of this version. */
  async clockOf(id: string, token: string, version: number): Promise<AttemptClock | undefined> {
    const sentAt = Date.now();
    const answer = await this.call(`/attempts/${enc(id)}/clock`, { token, headers: { 'If-None-Match': `"${version}"` } });
    if (answer.status === 304) return undefined;
    const told = parsed(answer.text) as AttemptClock & { serverTime: string };
    this.clock.offer(Date.parse(told.serverTime), sentAt, Date.now());
    return told;
  }

  form = (id: string, token: string) => this.json<Form>(`/attempts/${enc(id)}/form`, { token, timeoutMs: 60_000 });

  save = (id: string, token: string, responses: Step[]) =>
    this.json<SaveAnswer>(`/attempts/${enc(id)}/responses`, { method: 'PUT', token, body: { responses } });

  check = (id: string, token: string, slot: number, sequence: number, value: ResponseValue) =>
    this.json<Feedback>(`/attempts/${enc(id)}/slots/${slot}/check`, { method: 'POST', token, body: { sequence, value } });

  report = (id: string, token: string, slot: number, reason: string, words: string) =>
    this.json<{ reportId: string }>(`/attempts/${enc(id)}/slots/${slot}/reports`, { method: 'POST', token, body: { reason, words } });
  /** What the writer of a text found in it, after its check. */
  assess = (id: string, token: string, slot: number, sequence: number, said: string[]) =>
    this.json<Feedback>(`/attempts/${enc(id)}/slots/${slot}/assessment`, { method: 'POST', token, body: { sequence, said } });

  /** Sends a file of work under its hash; over a slow line that takes its time. */
  sendWork = (id: string, token: string, hash: string, bytes: ArrayBuffer) =>
    this.json<WorkFile>(`/attempts/${enc(id)}/files/${enc(hash)}`, { method: 'PUT', token, bytes, timeoutMs: 30_000 + bytes.byteLength / 20 });

  /** A file of work that the server has. */
  async work(id: string, token: string, hash: string): Promise<Blob> {
    const { bytes, headers } = await this.call(`/attempts/${enc(id)}/files/${enc(hash)}`, { token, binary: true, timeoutMs: 60_000 });
    return new Blob([bytes ?? new ArrayBuffer(0)], { type: headers.get('Content-Type') ?? 'application/octet-stream' });
  }

  /** `automatic`: the clock did it, not the person. */
  handIn = (id: string, token: string, automatic = false) =>
    this.json<Receipt>(`/attempts/${enc(id)}/submission`, { method: 'POST', token, body: { automatic } });

  practiceResult = (id: string, token: string) => this.json<SentResult>(`/practice/attempts/${enc(id)}/result`, { token });

  examResult = (exam: string, id: string, token: string) =>
    this.json<SentResult>(`/exams/${enc(exam)}/attempts/${enc(id)}/result`, { token });

  /** Tells what happened around the answers; goes out even while the page goes away. */
  noteEvents = (id: string, token: string, events: PageEvent[]) =>
    this.json<{ kept: number[]; full: boolean }>(`/attempts/${enc(id)}/events`, { method: 'POST', token, body: { events }, keepalive: true });

  course = (id: string, token: string) => this.json<Course>(`/attempts/${enc(id)}/events`, { token });

  remark = (id: string, token: string, words: string) => this.json<Course>(`/attempts/${enc(id)}/remark`, { method: 'PUT', token, body: { words } });

  /** Whether a receipt agrees with what is stored; `of` names the attempt. */
  checkReceipt = (number: string, of?: string) => this.json<ReceiptCheck>(`/receipts/${enc(number)}${of ? `?of=${enc(of)}` : ''}`, {});

  /** The own journal as text, for keeping. */
  async journal(id: string, token: string, kind: 'json' | 'csv'): Promise<string> {
    return (await this.call(`/attempts/${enc(id)}/journal${kind === 'csv' ? '.csv' : ''}`, { token, timeoutMs: 60_000, headers: { Accept: kind === 'csv' ? 'text/csv' : 'application/json' } })).text;
  }

  /** The board, or undefined where it has not changed since `etag`. */
  async board(id: string, etag?: string): Promise<{ board: Board; etag: string | undefined } | undefined> {
    const answer = await this.call(`/boards/${enc(id)}`, etag ? { headers: { 'If-None-Match': etag } } : {});
    if (answer.status === 304) return undefined;
    return { board: parsed(answer.text) as Board, etag: answer.headers.get('ETag') ?? undefined };
  }

  private async json<T>(path: string, call: Call): Promise<T> {
    const sentAt = Date.now();
    const answer = await this.call(path, call);
    const body = parsed(answer.text);
    const time = (body as { serverTime?: unknown }).serverTime;
    if (typeof time === 'string') this.clock.offer(Date.parse(time), sentAt, Date.now());
    return body as T;
  }

  /** One request, read to its end within the time limit: an answer that stalls half-way is no answer. */
  private async call(path: string, call: Call): Promise<Answer> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), call.timeoutMs ?? 12_000);
    let answer: Answer;
    try {
      const response = await this.fetcher(`/api${path}`, {
        method: call.method ?? 'GET',
        headers: this.headers(call),
        credentials: 'omit',
        cache: cacheOf(path),
        signal: stop.signal,
        ...(call.keepalive ? { keepalive: true } : {}),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        ...(call.bytes ? { body: call.bytes } : {}),
      });
      const bytes = call.binary && response.ok ? await response.arrayBuffer() : undefined;
      const text = bytes ? '' : await response.text();
      answer = { ok: response.ok, status: response.status, headers: response.headers, text, ...(bytes ? { bytes } : {}) };
    } catch {
      throw new Unreachable();
    } finally {
      clearTimeout(timer);
    }
    if (answer.ok || answer.status === 304) return answer;
    throw refusalOf(answer);
  }

  private headers(call: Call): Record<string, string> {
    const headers: Record<string, string> = { Accept: call.binary ? '*/*' : 'application/json', 'Accept-Language': this.language(), ...sebHeaders(), ...call.headers };
    if (call.token) headers['Authorization'] = `Bearer ${call.token}`;
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    if (call.bytes) headers['Content-Type'] = 'application/octet-stream';
    return headers;
  }
}

interface Answer {
  ok: boolean;
  status: number;
  headers: Headers;
  text: string;
  bytes?: ArrayBuffer;
}

const enc = encodeURIComponent;

/** The form of an attempt never changes; a sealed one may be kept and is asked for by its tag; nothing else is kept. */
function cacheOf(path: string): RequestCache {
  if (path.endsWith('/sealed-form')) return 'no-cache';
  return path.endsWith('/form') ? 'default' : 'no-store';
}

/** A page of a hotel's network or of a proxy in place of our JSON counts as no answer. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreachable();
  }
}

function refusalOf(answer: Answer): Error {
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(answer.text) as Record<string, unknown>;
  } catch {
    // A proxy's own page: the status alone must do.
  }
  const code = typeof body['code'] === 'string' ? body['code'] : '';
  if (LATER.includes(answer.status) && !FOR_THE_PERSON.includes(code)) {
    const after = Number(answer.headers.get('Retry-After'));
    return new Unreachable(after > 0 ? after : undefined);
  }
  return new Refusal(answer.status, code, typeof body['detail'] === 'string' ? body['detail'] : '', body);
}
