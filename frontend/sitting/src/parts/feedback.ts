import { html, nothing } from 'lit';
import type { Feedback, Key, Lesson, Option, SlotType, Why } from '../api/types';
import { safeUrl } from '../sitting/format';
import { t } from '../texts';
import { fragment, plain } from './fragment';
import { cross, half, link, tick } from './icons';
import { letter } from './options';

export interface Explained {
  type: SlotType;
  options: Option[];
  correct: boolean;
  fraction: number;
  key?: Key | null | undefined;
  explanation?: string | null | undefined;
  whys?: Why[] | null | undefined;
}

export const verdictWord = ({ correct, fraction }: Pick<Feedback, 'correct' | 'fraction'>) =>
  correct ? t().correct : fraction > 0 ? t().partly : t().wrong;

export const verdictTone = ({ correct, fraction }: Pick<Feedback, 'correct' | 'fraction'>) => (correct ? 'good' : fraction > 0 ? 'part' : 'bad');

export const verdictIcon = ({ correct, fraction }: Pick<Feedback, 'correct' | 'fraction'>, size?: number) =>
  correct ? tick(size) : fraction > 0 ? half(size) : cross(size);

/** The key in words: letters for choices, the number with its unit. */
export function keyWords({ type, options, key }: Explained): string {
  if (!key) return '';
  if (type === 'numeric') return [key.value, key.unit].filter(Boolean).join(' ');
  const places = (key.tokens ?? []).map((token) => options.findIndex((option) => option.token === token)).filter((index) => index >= 0);
  if (type === 'true-false') return plain(options[places[0] ?? -1]?.text);
  if (type === 'ordering') return places.map((index) => plain(options[index]?.text)).join(t().separator);
  return places.sort((one, other) => one - other).map(letter).join(t().separator);
}

const theKey = (explained: Explained) => {
  const { type, options, key } = explained;
  // An item that is still secret in another paper comes without its key.
  if (!key || keyWords(explained) === '') return nothing;
  if (type === 'ordering') {
    const texts = (key.tokens ?? []).map((token) => options.find((option) => option.token === token)?.text ?? '');
    return html`<h3>${t().correctOrder}</h3><ol class="right-order">${texts.map((text) => html`<li>${fragment(text)}</li>`)}</ol>`;
  }
  const tolerance = type === 'numeric' && key.tolerance && Number(key.tolerance) !== 0 ? t().tolerance(String(key.tolerance)) : '';
  return html`<p class="the-key">${t().correctAnswer} <b>${keyWords(explained)}</b>${tolerance ? html` <span class="muted small">${tolerance}</span>` : nothing}</p>`;
};

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
export const feedback = (what: Explained, lesson?: Lesson | null) => html`
  <section class="feedback ${verdictTone(what)}" data-test="feedback" data-correct=${String(what.correct)}>
    <h2 class="verdict">${verdictIcon(what)}${verdictWord(what)}</h2>
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
