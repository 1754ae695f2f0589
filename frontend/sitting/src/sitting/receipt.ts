import type { Receipt } from '../api/types';
import { t } from '../texts';
import { clockText, grouped, wholeMoment } from './format';

/** What stands on a receipt, line by line: name and value. */
export function receiptLines(receipt: Receipt, title: string, person: string): [string, string][] {
  const language = t().lang;
  return [
    [t().receiptExam, title],
    ...(person ? ([[t().receiptPerson, person]] as [string, string][]) : []),
    [receipt.state === 'CLOSED' ? t().closedAt : t().handedInAt, wholeMoment(receipt.handedInAt, language)],
    [t().receiptAnswered, t().answeredOf(receipt.answered, receipt.items)],
    [t().timeUsed, clockText(receipt.timeUsedSeconds)],
    [t().digest, grouped(receipt.digest)],
  ];
}

/** Where anybody can check it, on this very site. */
export const checkAddress = (receipt: Receipt, origin: string): string =>
  `${origin}/sitting/?receipt=${receipt.digest}&of=${encodeURIComponent(receipt.attemptId)}`;

/** The receipt as text, to be pasted into a message. */
export const receiptText = (receipt: Receipt, title: string, person: string, origin: string): string =>
  [...receiptLines(receipt, title, person).map(([name, value]) => name + t().colon + value), t().wholeDigest + t().colon + receipt.digest, t().checkAt + t().colon + checkAddress(receipt, origin)].join('\n');

/** Lines of at most so wide, broken between signs; Latin words and numbers stay whole where they fit. */
export function wrapped(text: string, most: number, width: (text: string) => number): string[] {
  const pieces = text.match(/[\x21-\x7e]+|[^\x21-\x7e]/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces.flatMap((each) => (width(each) > most ? [...each] : [each]))) {
    if (line !== '' && width(line + piece) > most) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}
