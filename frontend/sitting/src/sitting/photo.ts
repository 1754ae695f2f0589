import { sha256 } from './sha256';

/** A file as it is sent: nothing but the picture is left of a photograph, neither where nor with what it was taken. */
export interface Prepared {
  bytes: ArrayBuffer;
  type: string;
  hash: string;
}

/** Why a file cannot be handed in. */
export class Unfit extends Error {
  constructor(readonly why: 'kind' | 'heic' | 'large' | 'broken' | 'empty') {
    super(why);
  }
}

/** What decodes and encodes pictures: the browser, or a test. */
export interface Lens {
  /** The picture the right way up; throws where it cannot be read. */
  open(file: Blob): Promise<{ width: number; height: number; draw(width: number, height: number, type: string, quality: number): Promise<Blob>; close(): void }>;
}

/** What the server takes at the most. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** Handwriting on a whole page is still legible at this; a photograph of it weighs half a megabyte. */
export const LONGEST_SIDE = 2400;

/** Drawings stay PNG as long as they weigh no more than a photograph. */
const MOST_PNG = 1_500_000;

const KINDS: [string, (text: string) => boolean][] = [
  ['image/jpeg', (head) => head.startsWith('\u00ff\u00d8\u00ff')],
  ['image/png', (head) => head.startsWith('\u0089PNG')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
  ['application/pdf', (head) => head.startsWith('%PDF-')],
  ['image/heic', (head) => head.slice(4, 8) === 'ftyp' && /^(hei[cxms]|hev[cx]|mif1|msf1)/.test(head.slice(8, 12))],
  ['image/avif', (head) => head.slice(4, 12) === 'ftypavif'],
  ['image/gif', (head) => head.startsWith('GIF8')],
  ['image/bmp', (head) => head.startsWith('BM')],
];

/** What a file is by its first bytes, whatever its name says; undefined for none of these. */
export function kindOf(bytes: ArrayBuffer): string | undefined {
  const head = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(16, bytes.byteLength)));
  return KINDS.find(([, is]) => is(head))?.[0];
}

/** The size of a picture that was made to fit; never larger than it is. */
export function fittedTo(longest: number, width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Makes a chosen file ready to be sent: a picture is drawn anew and made smaller, a PDF stays as it is. */
export async function prepared(file: Blob, lens: Lens = browser): Promise<Prepared> {
  if (file.size === 0) throw new Unfit('empty');
  const bytes = await bytesOf(file).catch(() => {
    throw new Unfit('broken');
  });
  const kind = kindOf(bytes);
  if (!kind) throw new Unfit('kind');
  const ready = kind === 'application/pdf' ? { bytes, type: kind } : await redrawn(new Blob([bytes], { type: kind }), kind, lens);
  if (ready.bytes.byteLength > MOST_BYTES) throw new Unfit('large');
  return { ...ready, hash: await sha256(ready.bytes) };
}

async function redrawn(file: Blob, kind: string, lens: Lens): Promise<{ bytes: ArrayBuffer; type: string }> {
  const picture = await lens.open(file).catch(() => {
    throw new Unfit(kind === 'image/heic' || kind === 'image/avif' ? 'heic' : 'broken');
  });
  try {
    const { width, height } = fittedTo(LONGEST_SIDE, picture.width, picture.height);
    if (kind === 'image/png') {
      const drawing = await picture.draw(width, height, 'image/png', 1);
      if (drawing.size <= MOST_PNG) return { bytes: await bytesOf(drawing), type: 'image/png' };
    }
    return { bytes: await bytesOf(await picture.draw(width, height, 'image/jpeg', 0.86)), type: 'image/jpeg' };
  } catch {
    throw new Unfit('broken');
  } finally {
    picture.close();
  }
}

/** Blob.arrayBuffer is as old as Safari 14; a reader is older than any browser here. */
function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  if (typeof blob.arrayBuffer === 'function') return blob.arrayBuffer();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsArrayBuffer(blob);
  });
}

/** An image element turns a photograph the right way up by itself, on all browsers here, before it is drawn. */
const browser: Lens = {
  async open(file) {
    const address = URL.createObjectURL(file);
    const image = new Image();
    const close = () => URL.revokeObjectURL(address);
    try {
      await new Promise<void>((resolve, reject) => {
        image.onload = () => resolve();
        image.onerror = () => reject(new Error('not a picture'));
        image.src = address;
      });
      return { width: image.naturalWidth, height: image.naturalHeight, draw: (width, height, type, quality) => drawn(image, width, height, type, quality), close };
    } catch (error) {
      close();
      throw error;
    }
  },
};

function drawn(image: HTMLImageElement, width: number, height: number, type: string, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  if (type === 'image/jpeg') {
    // What is transparent would turn black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('too large for this browser'))), type, quality));
}
