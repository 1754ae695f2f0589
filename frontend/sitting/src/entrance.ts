/** Which page an address asks for. */
export type Entrance =
  | { kind: 'attempt'; attemptId: string; token?: string }
  | { kind: 'exam'; examId: string; ticket?: string }
  | { kind: 'board'; boardId: string }
  | { kind: 'receipt'; number: string; of?: string }
  | { kind: 'leave' }
  | { kind: 'incomplete' };

/** Reads an address. Tokens come in the fragment, which never reaches a server's log. */
export function entranceOf(search: string, fragment: string): Entrance {
  const query = new URLSearchParams(search);
  const secret = new URLSearchParams(fragment.replace(/^#/, ''));
  const receipt = query.get('receipt');
  const of = query.get('of');
  if (receipt !== null) return { kind: 'receipt', number: receipt, ...(of ? { of } : {}) };
  const attemptId = secret.get('attempt') ?? query.get('attempt');
  const token = secret.get('token');
  if (attemptId) return { kind: 'attempt', attemptId, ...(token ? { token } : {}) };
  const examId = query.get('exam');
  const ticket = secret.get('ticket');
  if (examId) return { kind: 'exam', examId, ...(ticket ? { ticket } : {}) };
  if (query.has('leave')) return { kind: 'leave' };
  const boardId = query.get('board');
  return boardId ? { kind: 'board', boardId } : { kind: 'incomplete' };
}

/** The same page's address without secrets: what stays in the address bar and survives a refresh. */
export function cleanAddress(entrance: Entrance, search: string): string {
  const query = new URLSearchParams();
  if (entrance.kind === 'attempt') query.set('attempt', entrance.attemptId);
  if (entrance.kind === 'exam') query.set('exam', entrance.examId);
  if (entrance.kind === 'board') query.set('board', entrance.boardId);
  if (entrance.kind === 'receipt') {
    query.set('receipt', entrance.number);
    if (entrance.of) query.set('of', entrance.of);
  }
  const language = new URLSearchParams(search).get('lang');
  if (language) query.set('lang', language);
  const text = query.toString();
  return text ? `?${text}` : '?';
}
