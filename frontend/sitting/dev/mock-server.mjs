/**
 * A server for looking at the sitting pages by hand, without Java: it serves the built pages under the strict
 * Content-Security-Policy and plays the sitting API from memory. A development tool only; it marks nothing truly.
 *
 *   node node_modules/vite/bin/vite.js build -c frontend/sitting/vite.config.ts
 *   PORT=8188 node frontend/sitting/dev/mock-server.mjs
 *
 * /sitting/#attempt=practice&token=x   /sitting/#attempt=exam&token=x   /sitting/?exam=open|before|over|stranger
 * /sitting/#attempt=practice-types&token=x and exam-types have every type.
 * /sitting/?board=live|hidden|final   /sitting/?receipt=3fa94c… agrees, 0… does not
 *   POST /mock {"fault":"off"|"slow"|"superseded"|"401"|"503"|"late"|""} changes the weather.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boards, exam, form, keys, rules } from './samples.mjs';
import * as types from './types.mjs';

const root = fileURLToPath(new URL('../../../target/classes/static/', import.meta.url));
const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

let fault = '';
const attempts = new Map();

function attemptOf(id) {
  if (!attempts.has(id)) {
    const practice = id.startsWith('practice');
    const seconds = Number(id.split('-')[1]) || 2832;
    attempts.set(id, {
      id, practice, epoch: 1, last: 0, state: 'STARTED', startedAt: Date.now(), checked: new Map(), values: new Map(), events: new Map(), files: new Map(), takenOverAt: id.includes('taken') ? new Date().toISOString() : null,
      deadline: practice ? null : Date.now() + seconds * 1000, form: id.endsWith('-types') ? types.form : form(id.includes('long') ? 100 : 10, practice),
    });
  }
  return attempts.get(id);
}

const stamp = (body) => ({ ...body, serverTime: new Date().toISOString() });
const problem = (status, code, detail) => ({ status, type: 'application/problem+json', body: { type: 'about:blank', title: code, status, detail, code } });
const ok = (body, status = 200) => ({ status, body: stamp(body) });

function facts(attempt) {
  return {
    attemptId: attempt.id, title: attempt.form.title, subtitle: '电工 · 高级工', person: '张建国', behaviour: attempt.practice ? 'IMMEDIATE' : 'DEFERRED',
    state: attempt.state, epoch: attempt.epoch, lastSequence: attempt.last, startedAt: new Date(attempt.startedAt).toISOString(),
    deadline: attempt.deadline && new Date(attempt.deadline).toISOString(), purpose: attempt.practice ? 'practice' : 'exam', purposeId: 'open',
    arrangement: { slots: attempt.form.slots.map(({ slot }) => slot), options: {} },
    responses: [...attempt.values].map(([slot, value]) => ({ slot, value })), checked: [...attempt.checked.values()], files: [...attempt.files.values()].map(({ facts }) => facts), returnUrl: '/', takenOverAt: attempt.takenOverAt,
  };
}

function save(attempt, { responses }) {
  const saved = [];
  const refused = [];
  for (const { slot, sequence, value } of responses) {
    if (fault === 'late') refused.push({ slot, sequence, reason: 'late' });
    else {
      attempt.values.set(slot, value);
      attempt.last = Math.max(attempt.last, sequence);
      saved.push({ slot, sequence });
    }
  }
  return ok({ saved, refused });
}

function mark(slot, value) {
  const typed = types.items.find((item) => item.slot === slot);
  if (typed) return types.mark(typed, value);
  const key = keys(slot);
  const correct = key.tokens ? JSON.stringify([value].flat()) === JSON.stringify(key.tokens) : Number(value) === Number(key.value);
  const partly = Array.isArray(value) && !correct && slot.type === 'multiple-choice' && value.every((token) => key.tokens.includes(token));
  return { slot: slot.slot, fraction: correct ? 1 : partly ? 0.5 : 0, correct, ...key.more, key };
}

function check(attempt, number, { value, sequence }) {
  if (!attempt.practice) return problem(409, 'attempt.deferred', '考试中不给解析。');
  attempt.values.set(number, value);
  attempt.last = Math.max(attempt.last, sequence);
  const slot = attempt.form.slots.find((each) => each.slot === number);
  if (!attempt.checked.has(number)) attempt.checked.set(number, mark(slot, value));
  return ok(attempt.checked.get(number));
}

function receipt(attempt) {
  attempt.state = 'HANDED_IN';
  attempt.endedAt ??= Date.now();
  return ok({
    attemptId: attempt.id, state: 'HANDED_IN', handedInAt: new Date(attempt.endedAt).toISOString(), answered: [...attempt.values.values()].filter((value) => value !== null).length,
    items: attempt.form.slots.length, timeUsedSeconds: Math.round((attempt.endedAt - attempt.startedAt) / 1000), digest: '3fa94c017be2d8815a60c2f79b04e6d13fa94c017be2d8815a60c2f79b04e6d1',
  });
}

function result(attempt) {
  const slots = attempt.form.slots.map((slot) => {
    const value = attempt.values.get(slot.slot) ?? null;
    const marked = mark(slot, value);
    const lesson = slot.slot % 2 ? { id: 'l1', title: '星—三角启动：接线与电流', course: '电动机控制十讲', studio: '李师傅创新工作室', host: '李明', url: '/lessons/l1' } : null;
    return { ...slot, value, ...marked, point: { id: 'p', code: 'A-B-003', name: '三相异步电动机的启动' }, lesson };
  });
  const correct = slots.filter((slot) => slot.correct).length;
  return ok({ attemptId: attempt.id, title: attempt.form.title, score: correct, maxScore: slots.length, correct, items: slots.length, timeUsedSeconds: 327, slots, mistakes: slots.length - correct, again: '/mistakes' });
}

function onAttempt(method, id, rest, body) {
  if (id === 'gone') return problem(404, 'not-found', '');
  const attempt = attemptOf(id);
  if (fault === 'superseded') return problem(409, 'attempt.superseded', '考试已在另一台设备上继续。');
  if (fault === '401') return problem(401, 'token.invalid', '');
  if (method === 'GET' && rest === '') return ok(facts(attempt));
  if (rest === 'remark') attempt.remark = body.words;
  if (method === 'POST' && rest === 'events') {
    body.events.forEach((event) => attempt.events.set(event.sequence, { epoch: 1, seconds: null, cause: null, ...event }));
    return ok({ kept: body.events.map(({ sequence }) => sequence), full: false });
  }
  if (rest === 'events' || rest === 'remark') return ok({ events: [...attempt.events.values()], remark: attempt.remark || null, remarkedAt: new Date().toISOString() });
  if (method === 'GET' && rest.startsWith('journal')) return ok({ attemptId: id, steps: [] });
  if (method === 'GET' && rest === 'form') return ok(attempt.form);
  if (rest === 'clock') return ok({ version: 0, deadline: facts(attempt).deadline, pausedAt: null, pauseReason: null, extraSeconds: 0, extraReason: null });
  if (method === 'PUT') return save(attempt, body);
  if (rest.endsWith('/assessment')) {
    const number = Number(rest.split('/')[1]);
    const text = attempt.values.get(number);
    attempt.values.set(number, { ...(text?.files ? text : { text }), said: body.said });
    attempt.checked.delete(number);
    return check(attempt, number, { value: attempt.values.get(number), sequence: body.sequence });
  }
  if (rest.endsWith('/check')) return check(attempt, Number(rest.split('/')[1]), body);
  return receipt(attempt);
}

function api(method, path, body) {
  const [, first, id, rest = ''] = /^\/([a-z]+)(?:\/([^/]+))?(?:\/(.*))?$/.exec(path) ?? [];
  if (fault === '503') return { ...problem(503, 'commit.unknown', ''), headers: { 'Retry-After': '2' } };
  if (first === 'tokens') return body.password === 'lianbing' ? ok({ token: 'p', expiresAt: '', person: { id: '1', name: '张建国' } }) : problem(401, 'sign-in.refused', '用户名或密码不对，再核对一下。');
  if (first === 'boards') return boards[id] ? ok(boards[id]()) : problem(404, 'not-found', '');
  if (first === 'exams' && rest === 'attempts') {
    fault = '';
    const attempt = attemptOf('exam');
    attempt.epoch += 1;
    return ok({ attemptId: attempt.id, token: 'x', behaviour: 'DEFERRED', epoch: attempt.epoch, startedAt: '', deadline: null });
  }
  if (first === 'exams' && rest) return problem(409, 'exam.not-released', '成绩还没公布，预计明天 18:00 公布。');
  if (first === 'exams') return exam(id) ? ok({ ...exam(id), rules }) : problem(404, 'not-found', '');
  if (first === 'receipts') {
    if (id.startsWith('3fa94c')) return ok({ agrees: true, since: new Date(Date.now() - 3_600_000).toISOString() });
    return id.startsWith('0') ? ok({ agrees: false, since: null }) : problem(404, 'attempt.no-receipt', '没有找到这个编号的回执。请核对编号；如果编号没错，请拿着回执找组织者。');
  }
  if (first === 'practice') return result(attemptOf(rest.split('/')[0] || id));
  return onAttempt(method, id, rest, body);
}

/** Files of work: kept as long as this runs; a moment on the way, so that it can be seen. */
async function work(request, response, id, hash, bytes) {
  const { files } = attemptOf(id);
  const answer = (status, type, body) => response.writeHead(status, { 'Content-Type': type }).end(body);
  if (request.method === 'GET') return files.has(hash) ? answer(200, files.get(hash).facts.type, files.get(hash).bytes) : answer(404, 'application/problem+json', '{}');
  await new Promise((resolve) => setTimeout(resolve, fault === 'slow' ? 20_000 : 1200));
  const facts = { hash, type: bytes.subarray(0, 4).toString() === '%PDF' ? 'application/pdf' : bytes[0] === 0x89 ? 'image/png' : 'image/jpeg', size: bytes.length, width: 0, height: 0 };
  files.set(hash, { facts, bytes });
  return answer(200, 'application/json', JSON.stringify(facts));
}

async function file(path) {
  const asked = path === '/sitting/' ? '/sitting/index.html' : path;
  const found = normalize(join(root, asked));
  if (!found.startsWith(root)) throw new Error('outside');
  return { body: await readFile(found), type: kinds[extname(found)] ?? 'application/octet-stream' };
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://mock');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const [, attempt, hash] = /^\/api\/attempts\/([^/]+)\/files\/([0-9a-f]+)$/.exec(url.pathname) ?? [];
  if (hash && fault !== 'off') return work(request, response, attempt, hash, Buffer.concat(chunks));
  const text = Buffer.concat(chunks).toString();
  const body = text ? JSON.parse(text) : {};
  if (url.pathname === '/mock') {
    fault = body.fault;
    return response.end();
  }
  if (!url.pathname.startsWith('/api/')) {
    return file(url.pathname).then(
      (found) => response.writeHead(200, { 'Content-Type': found.type, 'Content-Security-Policy': policy }).end(found.body),
      () => response.writeHead(404).end(),
    );
  }
  if (fault === 'off') return request.socket.destroy();
  const path = url.pathname.slice(4).replace(/^\/practice\/attempts\/([^/]+)\/result$/, '/practice/$1/$1');
  const answer = api(request.method, path, body);
  response.writeHead(answer.status, { 'Content-Type': answer.type ?? 'application/json', ...answer.headers }).end(JSON.stringify(answer.body));
}).listen(Number(process.env.PORT ?? 8188), '127.0.0.1');
