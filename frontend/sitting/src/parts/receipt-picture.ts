import type { Receipt } from '../api/types';
import { checkAddress, receiptLines, wrapped } from '../sitting/receipt';
import { t } from '../texts';

const WIDE = 760;
const EDGE = 48;
const FONT = '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const INK = '#1b2430';
const QUIET = '#55606e';
const BLUE = '#1d4f91';

/** One text of the picture: its lines are known before its height is. */
interface Block {
  lines: string[];
  size: number;
  bold: boolean;
  colour: string;
  gap: number;
}

/** The receipt drawn on white, to be kept among the photos; undefined where the browser draws nothing. */
export function receiptPicture(receipt: Receipt, title: string, person: string, origin: string): string | undefined {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const blocks = layOut(pen, receipt, title, person, origin);
  canvas.width = WIDE;
  canvas.height = 2 * EDGE + blocks.reduce((sum, { lines, size, gap }) => sum + gap + lines.length * size * 1.45, 0);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = BLUE;
  pen.fillRect(0, 0, canvas.width, 12);
  draw(pen, blocks);
  // As data: the page's Content-Security-Policy shows no blobs.
  return canvas.toDataURL('image/png');
}

function layOut(pen: CanvasRenderingContext2D, receipt: Receipt, title: string, person: string, origin: string): Block[] {
  const block = (text: string, size: number, bold: boolean, colour: string, gap: number): Block => {
    pen.font = fontOf(size, bold);
    return { lines: wrapped(text, WIDE - 2 * EDGE, (piece) => pen.measureText(piece).width), size, bold, colour, gap };
  };
  return [
    block(receipt.state === 'CLOSED' ? t().closedTitle : t().receiptTitle, 40, true, INK, 0),
    ...receiptLines(receipt, title, person).flatMap(([name, value]) => [block(name, 22, false, QUIET, 22), block(value, 30, true, INK, 2)]),
    block(t().wholeDigest, 22, false, QUIET, 22),
    block(receipt.digest, 22, false, INK, 2),
    block(t().checkAt, 22, false, QUIET, 22),
    block(checkAddress(receipt, origin), 20, false, BLUE, 2),
  ];
}

function draw(pen: CanvasRenderingContext2D, blocks: Block[]): void {
  let y = EDGE;
  pen.textBaseline = 'top';
  for (const { lines, size, bold, colour, gap } of blocks) {
    y += gap;
    pen.font = fontOf(size, bold);
    pen.fillStyle = colour;
    for (const line of lines) {
      pen.fillText(line, EDGE, y + size * 0.2);
      y += size * 1.45;
    }
  }
}

const fontOf = (size: number, bold: boolean) => `${bold ? '600 ' : ''}${size}px ${FONT}`;
