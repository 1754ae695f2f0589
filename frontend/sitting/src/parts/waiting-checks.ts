import { html, nothing } from 'lit';
import type { ExamAccess } from '../api/types';
import type { WaitingRoom } from '../sitting/waiting-room';
import { t } from '../texts';
import { tick, warn } from './icons';

const SLOW_MS = 800;
const CLOCK_OFF_MS = 3000;
const MINUTE_MS = 60_000;

interface Checked {
  paper: WaitingRoom['state'];
  /** The server did not answer the last time. */
  lost: boolean;
  durable: boolean;
  line: { behind: number; roundTrip: number } | undefined;
  access: ExamAccess | null | undefined;
}

/** What will matter in the sitting, looked at while there is time to do something about it. */
export const waitingChecks = (checked: Checked) => html`
  <section class="checks" data-test="checks"><h2>${t().checks}</h2><ul class="card">
    ${checked.access ? accessLines(checked.access) : nothing}
    ${paperLine(checked.paper)}
    ${networkLine(checked)}
    ${row('storage', checked.durable, t().storage, checked.durable ? t().storageGood : t().storageBad)}
    ${checked.line ? clockLine(checked.line.behind) : nothing}
    ${window.isSecureContext ? nothing : row('wire', false, t().wire, t().wirePlain)}
  </ul></section>
`;

export const whatHappens = () => html`<section class="rules"><h2>${t().whatHappens}</h2><ol>${t().whatHappensSteps.map((step) => html`<li>${step}</li>`)}</ol></section>`;

/** From where and with what it is to be sat: each line good, or what is wrong with it. */
function accessLines({ address, someAddresses, safeBrowser, refused, sentence }: ExamAccess) {
  const wrong = sentence ?? '';
  const there = refused !== 'exam.address-refused';
  const safe = refused === 'exam.browser-refused' ? false : there ? true : undefined;
  return html`
    ${someAddresses ? row('address', there, t().where, there ? t().whereGood(address) : wrong) : nothing}
    ${safeBrowser ? row('browser', safe, t().browser, safe === undefined ? t().browserLater : safe ? t().browserGood : wrong) : nothing}
  `;
}

function paperLine(state: WaitingRoom['state']) {
  if (state === 'ready') return row('paper', true, t().paper, [t().paperReady, t().paperReadyHint].join(t().colon));
  return row('paper', undefined, t().paper, state === 'waiting' ? t().paperWaiting : t().paperWithout);
}

function networkLine({ lost, line }: Checked) {
  if (lost || !line) return row('line', lost ? false : undefined, t().line, lost ? t().lineLost : t().opening);
  const ms = Math.round(line.roundTrip);
  return row('line', ms <= SLOW_MS, t().line, ms <= SLOW_MS ? t().lineGood(ms) : t().lineSlow(ms));
}

function clockLine(behind: number) {
  const off = Math.abs(behind);
  const text = off < 2 * MINUTE_MS ? t().secondsOff(Math.round(off / 1000)) : t().minutesOff(Math.round(off / MINUTE_MS));
  return row('clock', off < CLOCK_OFF_MS, t().clock, off < CLOCK_OFF_MS ? t().clockGood : t().clockOff(text));
}

/** Good, to be looked at, or still open: by sign and word, not by colour alone. */
const row = (what: string, good: boolean | undefined, name: string, words: string) => html`
  <li class=${good === undefined ? 'open' : good ? 'good' : 'warn'} data-test="check-${what}" data-good=${String(good)}>
    <span class="check-sign" aria-hidden="true">${good === undefined ? '…' : good ? tick(18) : warn(18)}</span><b>${name}</b><span>${words}</span>
  </li>
`;
