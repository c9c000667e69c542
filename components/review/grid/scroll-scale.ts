/**
 * A million rows of 32 px are taller than browsers allow an element to be (16 to 33 million px, by browser). The spacer
 * is therefore capped, and the place in the rows (`top`, px of the full height) is kept apart from the scroll position.
 */
export const rowHeight = 32;
export const maxSpacer = 8_000_000;

export interface Scale {
  /** Height of all rows in px. */
  height: number;
  /** Height of the element that is scrolled, in px. */
  spacer: number;
  /** Height that is visible, in px. */
  viewport: number;
}

export const scaleOf = (rows: number, viewport: number): Scale => {
  const height = rows * rowHeight;
  return { height, spacer: Math.min(height, maxSpacer), viewport };
};

const maxTop = (scale: Scale) => Math.max(0, scale.height - scale.viewport);
const maxScroll = (scale: Scale) => Math.max(0, scale.spacer - scale.viewport);
const clamp = (value: number, max: number) => Math.min(Math.max(0, value), max);

export const isScaled = (scale: Scale) => scale.height > scale.spacer;

/** The place in the rows that belongs to a scroll position. */
export const toTop = (scale: Scale, scroll: number): number =>
  isScaled(scale) ? clamp((scroll / maxScroll(scale)) * maxTop(scale), maxTop(scale)) : clamp(scroll, maxTop(scale));

/** The scroll position that belongs to a place in the rows. */
export const toScroll = (scale: Scale, top: number): number =>
  isScaled(scale) ? clamp((top / maxTop(scale)) * maxScroll(scale), maxScroll(scale)) : clamp(top, maxScroll(scale));

/**
 * The new place after the scroll position moved. A wheel or a finger moves the rows pixel by pixel; only a jump
 * (the thumb dragged, a page far away) is scaled. Both ends are always reached.
 */
export const follow = (scale: Scale, last: { scroll: number; top: number }, scroll: number): number => {
  if (!isScaled(scale)) return toTop(scale, scroll);
  if (scroll <= 0) return 0;
  if (scroll >= maxScroll(scale) - 1) return maxTop(scale);
  const delta = scroll - last.scroll;
  return Math.abs(delta) <= scale.viewport * 2 ? clamp(last.top + delta, maxTop(scale)) : toTop(scale, scroll);
};

/** First and last row to render around a place, with some more on both sides. */
export const rowsAround = (scale: Scale, top: number, more: number): { first: number; last: number } => ({
  first: Math.max(0, Math.floor(top / rowHeight) - more),
  last: Math.min(scale.height / rowHeight, Math.ceil((top + scale.viewport) / rowHeight) + more) - 1,
});

/** The place that shows a row whole, moving as little as possible. */
export const reveal = (scale: Scale, top: number, row: number): number => {
  const start = row * rowHeight;
  if (start < top) return clamp(start, maxTop(scale));
  const end = start + rowHeight - scale.viewport;
  return end > top ? clamp(end, maxTop(scale)) : clamp(top, maxTop(scale));
};
