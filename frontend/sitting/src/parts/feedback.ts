import { html, nothing } from 'lit';
import type { Body, Key, Lesson, Marked, Option, Reason, ResponseValue, SlotType, Why } from '../api/types';
import { safeUrl } from '../sitting/format';
import { t } from '../texts';
import { blankKey } from './fill-in';
import { fragment, plain } from './fragment';
import { cross, half, link, tick } from './icons';
import { letter } from './options';
import { markedPoints, pointList } from './written';

export interface Explained {
  type: SlotType;
  options: Option[];
  /** What stood below the stem. */
  body: Body;
  value: ResponseValue;
  correct: boolean;
  fraction: number;
  reason?: Reason | null | undefined;
  key?: Key | null | undefined;
  explanation?: string | null | undefined;
  whys?: Why[] | null | undefined;
  /** How people marked it, of how many points. */
  marked?: Marked | null | undefined;
  maxScore?: number | null | undefined;
}

type Verdict = Pick<Explained, 'correct' | 'fraction' | 'reason'>;

export function verdictWord({ correct, fraction, reason }: Verdict): string {
  if (reason === 'self-assessed') return t().selfAssessed(Math.round(fraction * 100));
  if (reason === 'unmarked') return t().unmarked;
  if (reason === 'marked') return t().markedShare(Math.round(fraction * 100));
  if (reason === 'granted') return t().granted;
  if (reason === 'taken-out') return t().takenOut;
  if (reason === 'figures') return t().figuresWrong;
  return correct ? t().correct : fraction > 0 ? t().partly : t().wrong;
}

const between = ({ fraction, reason }: Verdict) => fraction > 0 || reason === 'unmarked' || reason === 'self-assessed' || reason === 'taken-out';

export const verdictTone = (verdict: Verdict) => (verdict.correct ? 'good' : between(verdict) ? 'part' : 'bad');

export const verdictIcon = (verdict: Verdict, size?: number) => (verdict.correct ? tick(size) : between(verdict) ? half(size) : cross(size));

/** Whether a number was typed. */
export const isNumeric = ({ type, options }: Pick<Explained, 'type' | 'options'>) => type === 'numeric' || (type === 'calculated' && options.length === 0);

/** The key in words: letters for choices, the number with its unit. */
export function keyWords({ type, options, key, body }: Explained): string {
  if (!key) return '';
  if (key.blanks) return key.blanks.map((_, at) => blankKey(body.blanks ?? [], key, at)).join(t().separator);
  if (key.pairs) return (body.lefts ?? []).map(({ token }, at) => `${at + 1}—${letter(options.findIndex((right) => right.token === key.pairs?.[token]))}`).join(t().separator);
  if (isNumeric({ type, options })) return [key.value, key.unit].filter(Boolean).join(' ');
  const places = (key.tokens ?? []).map((token) => options.findIndex((option) => option.token === token)).filter((index) => index >= 0);
  if (type === 'true-false') return plain(options[places[0] ?? -1]?.text);
  if (type === 'ordering') return places.map((index) => plain(options[index]?.text)).join(t().separator);
  return places.sort((one, other) => one - other).map(letter).join(t().separator);
}

const theKey = (explained: Explained) => {
  const { type, options, key } = explained;
  if (key?.points) return theRubric(explained);
  // An item that is still secret in another paper comes without its key; that of a picture is drawn into it.
  if (!key || keyWords(explained) === '') return nothing;
  if (type === 'ordering') {
    const texts = (key.tokens ?? []).map((token) => options.find((option) => option.token === token)?.text ?? '');
    return html`<h3>${t().correctOrder}</h3><ol class="right-order">${texts.map((text) => html`<li>${fragment(text)}</li>`)}</ol>`;
  }
  const tolerance = isNumeric(explained) && key.tolerance && Number(key.tolerance) !== 0 ? t().tolerance(String(key.tolerance)) : '';
  return html`<p class="the-key">${t().correctAnswer} <b>${keyWords(explained)}</b>${tolerance ? html` <span class="muted small">${tolerance}</span>` : nothing}</p>`;
};

/** What had to be said, with what was found of it, and how it could have been said. */
const theRubric = ({ key, value, reason, marked, maxScore }: Explained) => html`
  ${marked ? markedPoints(key?.points ?? [], marked, maxScore ?? 0) : reason === 'unmarked' ? nothing : pointList(key?.points ?? [], value)}
  ${key?.sample ? html`<h3>${t().sampleAnswer}</h3><div class="prose">${fragment(key.sample)}</div>` : nothing}
`;

const theWhys = ({ type, options, whys }: Explained) => {
  if (!whys || whys.length === 0) return nothing;
  const rows = whys
    .map((why) => ({ ...why, at: options.findIndex(({ token }) => token === why.token) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return html`
    <h3>${t().whys}</h3>
    <ul class="whys">${rows.map(({ at, text }) => html`<li><b>${type === 'true-false' ? plain(options[at]?.text) : letter(at)}</b><div>${fragment(text)}</div></li>`)}</ul>
  `;
};

/** Key, explanation and reasons, once they are due. */
export const explained = (what: Explained) => html`
  ${theKey(what)}
  ${what.explanation ? html`<h3>${t().explanation}</h3><div class="prose">${fragment(what.explanation)}</div>` : nothing}
  ${theWhys(what)}
`;

/** The answer to a check: right or wrong by colour, icon and word. */
export const feedback = (what: Explained, lesson?: Lesson | null, selfCheck?: unknown) => html`
  <section class="feedback ${verdictTone(what)}" data-test="feedback" data-correct=${String(what.correct)} data-reason=${what.reason ?? ''}>
    <h2 class="verdict">${verdictIcon(what)}${verdictWord(what)}</h2>
    ${what.type === 'practical' ? html`<p class="small muted">${t().sentToTrainer}</p>` : nothing}
    ${selfCheck ?? nothing}
    ${explained(what)}
    ${lesson ? lessonLink(lesson) : nothing}
  </section>
`;

/** Where the missed point is taught. */
export const lessonLink = (lesson: Lesson) => html`
  <a class="lesson" href=${safeUrl(lesson.url)} data-test="lesson">
    <span><b>${lesson.title}</b><small>${[lesson.course, lesson.studio, lesson.host].filter(Boolean).join(' · ')}</small></span>
    <span class="lesson-act">${t().lesson}${link(16)}</span>
  </a>
`;
