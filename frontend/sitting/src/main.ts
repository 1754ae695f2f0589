import './styles/tokens.css';
import './styles/base.css';
import './styles/player.css';
import './styles/answers.css';
import './styles/types.css';
import './styles/pages.css';
import './styles/time.css';
import './styles/board.css';
import './styles/tools.css';
import './styles/elder.css';
import { html, render } from 'lit';
import { askForKeys } from './api/seb';
import { cleanAddress, entranceOf } from './entrance';
import './pages/admission';
import './pages/attempt';
import { tick, warn } from './parts/icons';
import { homeLink, message, page } from './parts/message';
import { recallView } from './sitting/view';
import { chooseLanguage, onLanguage, t } from './texts';

const app = document.getElementById('app') as HTMLElement;

/** Shows the page that the address asks for; secrets leave the address bar before anything else happens. */
function show(): void {
  const entrance = entranceOf(location.search, location.hash);
  if (location.hash) history.replaceState(null, '', cleanAddress(entrance, location.search));
  if (entrance.kind === 'attempt') {
    render(html`<lb-attempt .attemptId=${entrance.attemptId} .token=${entrance.token}></lb-attempt>`, app);
  } else if (entrance.kind === 'exam') {
    render(html`<lb-admission .examId=${entrance.examId} .ticket=${entrance.ticket}></lb-admission>`, app);
  } else if (entrance.kind === 'board') {
    // What no candidate needs while answering comes by itself.
    void import('./pages/board').then(() => render(html`<lb-board .boardId=${entrance.boardId}></lb-board>`, app));
  } else if (entrance.kind === 'receipt') {
    void import('./pages/receipt-check').then(() => render(html`<lb-receipt-check .number=${entrance.number} .of=${entrance.of}></lb-receipt-check>`, app));
  } else if (entrance.kind === 'leave') {
    render(page(message({ icon: tick(28), tone: 'good', title: t().leftTitle, text: t().leftText, test: 'left' })), app);
  } else {
    render(page(message({ icon: warn(28), title: t().incompleteTitle, text: t().incomplete, acts: homeLink(), test: 'incomplete' })), app);
  }
}

function open(): void {
  askForKeys();
  chooseLanguage(new URLSearchParams(location.search).get('lang'), navigator.languages ?? [navigator.language]);
  recallView();
  app.textContent = '';
  app.removeAttribute('aria-busy');
  show();
  app.addEventListener('lianbing-moved', show);
  // A second link pressed into the same tab changes only the fragment.
  window.addEventListener('hashchange', () => location.hash && location.reload());
  onLanguage(() => entranceOf(location.search, '').kind === 'incomplete' && show());
}

// The page in the editor's frame shares this script, so that candidates get theirs in one piece.
if (app.dataset['page'] === 'preview') void import('./preview');
else open();
