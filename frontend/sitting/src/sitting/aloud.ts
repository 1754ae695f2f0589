import type { Place } from './arrangement';

/** The words with which an item is read out. */
export interface AloudWords {
  blank(k: number): string;
  formula: string;
  picture: string;
  separator: string;
}

/** The text of item HTML as it is said: a picture by its description, a blank by its number, no TeX. */
export function sayable(html: string | null | undefined, words: AloudWords): string {
  return (html ?? '')
    .replace(/<code class="math[^"]*">[\s\S]*?<\/code>/g, ` ${words.formula} `)
    .replace(/<span data-blank="(\d+)">[\s\S]*?<\/span>/g, (_, k: string) => ` ${words.blank(Number(k))} `)
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, (_, alt: string) => ` ${alt ? `${words.picture}${words.separator}${alt}` : words.picture} `)
    .replace(/<\/(p|li|h\d|tr|div)>/g, '。')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|nbsp|#61|#43|#39|#96|#64);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .replace(/([。！？；，、：?!.;:])。/g, '$1')
    .trim();
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#61': '=', '#43': '+', '#39': "'", '#96': '`', '#64': '@' };

/** What is said of an item, in pieces short enough for voices that stop after some seconds. */
export function spokenItem(place: Place, kind: string, words: AloudWords): string[] {
  const { slot, options, caseStem } = place;
  const letters = slot.type !== 'ordering' && slot.type !== 'true-false';
  const entries = options.map(({ text }, at) => (letters ? `${String.fromCharCode(65 + at)}，` : '') + sayable(text, words));
  const lefts = (slot.lefts ?? []).map(({ text }, at) => `${at + 1}，${sayable(text, words)}`);
  return [kind, caseStem && slot.part === 1 ? sayable(caseStem, words) : '', sayable(slot.stem, words), ...lefts, ...entries].flatMap(sentences).filter((piece) => piece !== '');
}

const sentences = (text: string): string[] => (text.match(/[^。！？；!?;]+[。！？；!?;]*/g) ?? []).map((piece) => piece.trim());

/** The part of `speechSynthesis` that is used here. */
export type Speech = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'>;

/** A voice that speaks Chinese; one of the device before one that needs the network. */
export function chineseVoice(voices: readonly Pick<SpeechSynthesisVoice, 'lang' | 'localService'>[]): number {
  const chinese = (lang: string) => /^(zh|cmn)\b/i.test(lang.replace('_', '-')) && !/HK|yue/i.test(lang);
  const own = voices.findIndex(({ lang, localService }) => localService && chinese(lang));
  return own >= 0 ? own : voices.findIndex(({ lang }) => chinese(lang));
}

/** Reads pieces out, one after the other, until the last one or until it is told to be silent. */
export class Reader {
  speaking = false;
  private round = 0;

  constructor(
    private readonly speech: Speech,
    private readonly utter: (text: string) => SpeechSynthesisUtterance,
    private readonly changed: () => void,
  ) {}

  /** Whether there is a voice at all; voices may come a moment after the page. */
  get able(): boolean {
    return chineseVoice(this.speech.getVoices()) >= 0;
  }

  read(pieces: readonly string[]): void {
    this.silence();
    const voice = this.speech.getVoices()[chineseVoice(this.speech.getVoices())];
    if (!voice || pieces.length === 0) return;
    const round = ++this.round;
    const end = () => round === this.round && this.become(false);
    pieces.forEach((piece, at) => {
      const utterance = this.utter(piece);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      utterance.onerror = end;
      if (at === pieces.length - 1) utterance.onend = end;
      this.speech.speak(utterance);
    });
    this.become(true);
  }

  silence(): void {
    this.round += 1;
    this.speech.cancel();
    this.become(false);
  }

  private become(speaking: boolean): void {
    if (this.speaking === speaking) return;
    this.speaking = speaking;
    this.changed();
  }
}
