export interface Spot {
  left: number;
  top?: number;
  bottom?: number;
  width: number;
}

const gap = 4;
const margin = 8;

/** Where something of this size floats: below its cell, above where there is no room, never outside of the window. */
export function placeBelow(anchor: Element | null, width: number, height: number): Spot | null {
  if (!anchor) return null;
  const box = anchor.getBoundingClientRect();
  const left = Math.max(margin, Math.min(box.left, window.innerWidth - width - margin));
  return box.bottom + gap + height > window.innerHeight - margin
    ? { left, bottom: window.innerHeight - box.top + gap, width }
    : { left, top: box.bottom + gap, width };
}

/** Where something of this size stands over its cell: at its corner, and as wide as it at least; never outside of the window. */
export function placeOver(anchor: Element | null, width: number, height: number): Spot | null {
  if (!anchor) return null;
  const box = anchor.getBoundingClientRect();
  const wide = Math.min(Math.max(width, box.width), window.innerWidth - 2 * margin);
  return {
    left: Math.max(margin, Math.min(box.left, window.innerWidth - wide - margin)),
    top: Math.max(margin, Math.min(box.top, window.innerHeight - height - margin)),
    width: wide,
  };
}

/** Where floating parts hang: within the page, so that they belong to its landmark. */
export const floatingRoot = (): HTMLElement => document.querySelector('main') ?? document.body;
