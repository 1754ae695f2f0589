import { html, render } from 'lit';
import { heightOf, orderOf } from './sitting/preview-frame';
import { rehearsal } from './sitting/rehearsal';
import type { Sitting } from './sitting/sitting';
import { chooseLanguage } from './texts';
import './pages/preview';

/**
 * An item while its author writes it, in a frame of the editor: the editor hands over a form of this one item, and it is
 * shown by the parts that show it to candidates. It asks the server for nothing and keeps nothing.
 */
const app = document.getElementById('app') as HTMLElement;
let shown: Sitting | undefined;

async function show(event: MessageEvent): Promise<void> {
  const order = orderOf(event, { origin: location.origin, editor: window.parent });
  if (!order) return;
  chooseLanguage(order.language, []);
  const next = await rehearsal(order.form);
  shown?.leave();
  shown = next;
  render(html`<lb-preview .sitting=${next}></lb-preview>`, app);
}

window.addEventListener('message', (event) => void show(event));
// The frame is as high as the item: nothing scrolls within it.
new ResizeObserver(() => window.parent.postMessage(heightOf(app.scrollHeight), location.origin)).observe(app);
window.parent.postMessage({ kind: 'ready' }, location.origin);
