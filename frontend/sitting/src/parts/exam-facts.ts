import { html, nothing } from 'lit';
import type { ExamFacts } from '../api/types';
import { dateAndTime, scoreText } from '../sitting/format';
import { t } from '../texts';

/** When, how long, how much: large figures with their units. */
export const examFacts = (exam: ExamFacts) => html`
  <dl class="tiles">
    <div><dt>${t().duration}</dt><dd>${t().minutes(Math.round(exam.durationSeconds / 60))}</dd></div>
    <div><dt>${t().items}</dt><dd>${t().itemsCount(exam.items)}</dd></div>
    <div><dt>${t().fullMark}</dt><dd>${t().points(scoreText(exam.maxScore))}</dd></div>
  </dl>
  <dl class="facts card">
    <div><dt>${t().opens}</dt><dd>${dateAndTime(exam.opensAt, t().lang)}</dd></div>
    <div><dt>${t().lastEntry}</dt><dd>${dateAndTime(exam.lastEntryAt ?? exam.closesAt, t().lang)}</dd></div>
  </dl>
`;

export const rulesList = (exam: ExamFacts) =>
  exam.rules.length === 0 ? nothing : html`<section class="rules"><h2>${t().rules}</h2><ol>${exam.rules.map((rule) => html`<li>${rule}</li>`)}</ol></section>`;
