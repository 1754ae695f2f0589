/** The places of a 热点 in pixels of its picture, and what can be done with them. All numbers stay whole and within it. */
export interface Spot {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Shape =
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number }
  | { kind: 'circle'; x: number; y: number; radius: number }
  | { kind: 'polygon'; corners: Spot[] };

export type Kind = Shape['kind'];

export interface Region {
  shape: Shape;
  name: string;
  correct: boolean;
}

const LEAST = 2;
const LEAST_CORNERS = 3;

const within = (value: number, least: number, most: number) => Math.round(Math.min(Math.max(value, least), Math.max(least, most)));
const spot = ({ x, y }: Spot, { width, height }: Size): Spot => ({ x: within(x, 0, width), y: within(y, 0, height) });

/** The box around some spots. */
export function boxOf(spots: readonly Spot[]): { x: number; y: number } & Size {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const rectangle = (one: Spot, other: Spot, size: Size): Shape => {
  const box = boxOf([spot(one, size), spot(other, size)]);
  const [width, height] = [Math.max(LEAST, box.width), Math.max(LEAST, box.height)];
  return { kind: 'rectangle', x: within(box.x, 0, size.width - width), y: within(box.y, 0, size.height - height), width, height };
};

const circle = (x: number, y: number, radius: number, size: Size): Shape => ({ kind: 'circle', ...spot({ x, y }, size), radius: within(radius, LEAST, Math.max(size.width, size.height)) });

/** What is drawn from one spot to another; a circle from its middle. */
export function drawn(kind: 'rectangle' | 'circle', from: Spot, to: Spot, size: Size): Shape {
  return kind === 'rectangle' ? rectangle(from, to, size) : circle(from.x, from.y, Math.hypot(to.x - from.x, to.y - from.y), size);
}

/** A polygon by its corners; undefined while there are too few. */
export const polygon = (corners: readonly Spot[], size: Size): Shape | undefined =>
  corners.length < LEAST_CORNERS ? undefined : { kind: 'polygon', corners: corners.map((corner) => spot(corner, size)) };

/** One in the middle of the picture, for those who do not draw. */
export function fresh(kind: Kind, size: Size): Shape {
  const [x, y, by] = [size.width / 2, size.height / 2, Math.min(size.width, size.height) / 8];
  if (kind === 'circle') return circle(x, y, by, size);
  const corners = [{ x: x - by, y: y - by }, { x: x + by, y: y - by }, { x: x + by, y: y + by }, { x: x - by, y: y + by }];
  return kind === 'polygon' ? { kind, corners: corners.map((corner) => spot(corner, size)) } : rectangle(corners[0] as Spot, corners[2] as Spot, size);
}

/** The same somewhere else; it stops at the border. */
export function moved(shape: Shape, dx: number, dy: number, size: Size): Shape {
  if (shape.kind === 'circle') return circle(shape.x + dx, shape.y + dy, shape.radius, size);
  if (shape.kind === 'rectangle') return { ...shape, x: within(shape.x + dx, 0, size.width - shape.width), y: within(shape.y + dy, 0, size.height - shape.height) };
  const box = boxOf(shape.corners);
  const [x, y] = [within(box.x + dx, 0, size.width - box.width), within(box.y + dy, 0, size.height - box.height)];
  return { kind: 'polygon', corners: shape.corners.map((corner) => spot({ x: corner.x + x - box.x, y: corner.y + y - box.y }, size)) };
}

/** The same, larger or smaller; its upper left corner stays, of a circle the middle. */
export function grown(shape: Shape, dx: number, dy: number, size: Size): Shape {
  if (shape.kind === 'circle') return circle(shape.x, shape.y, shape.radius + dx + dy, size);
  if (shape.kind === 'rectangle') return { ...shape, width: within(shape.width + dx, LEAST, size.width - shape.x), height: within(shape.height + dy, LEAST, size.height - shape.y) };
  const box = boxOf(shape.corners);
  const [across, down] = [Math.max(LEAST, box.width + dx) / Math.max(1, box.width), Math.max(LEAST, box.height + dy) / Math.max(1, box.height)];
  return { kind: 'polygon', corners: shape.corners.map(({ x, y }) => spot({ x: box.x + (x - box.x) * across, y: box.y + (y - box.y) * down }, size)) };
}

/** Where it can be pulled by: its corners, of a circle a spot on its right. */
export function handles(shape: Shape): Spot[] {
  if (shape.kind === 'polygon') return shape.corners;
  if (shape.kind === 'circle') return [{ x: shape.x + shape.radius, y: shape.y }];
  const { x, y, width, height } = shape;
  return [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }];
}

/** The same with one of its handles somewhere else; of a rectangle the opposite corner stays. */
export function pulled(shape: Shape, handle: number, to: Spot, size: Size): Shape {
  if (shape.kind === 'circle') return circle(shape.x, shape.y, Math.hypot(to.x - shape.x, to.y - shape.y), size);
  if (shape.kind === 'rectangle') return rectangle(handles(shape)[(handle + 2) % 4] as Spot, to, size);
  return { kind: 'polygon', corners: shape.corners.map((corner, at) => (at === handle ? spot(to, size) : corner)) };
}

/** What the page was told; what is no list of regions is none. */
export function regionsOf(text: string): Region[] {
  try {
    const read = JSON.parse(text) as unknown;
    return Array.isArray(read) ? (read as Region[]) : [];
  } catch {
    return [];
  }
}
