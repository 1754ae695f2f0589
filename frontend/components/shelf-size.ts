/** Where a turned picture ends up. */
export const turnedBy = (degrees: number, by: number): number => (((degrees + by) % 360) + 360) % 360;

/** The size at which a picture of that size, turned, fits into a stage; never larger than twice its own pixels. */
export function fitting(picture: { width: number; height: number }, degrees: number, stage: { width: number; height: number }): number {
  const lying = degrees % 180 !== 0;
  const [width, height] = lying ? [picture.height, picture.width] : [picture.width, picture.height];
  return Math.min(stage.width / Math.max(1, width), stage.height / Math.max(1, height), 2);
}
