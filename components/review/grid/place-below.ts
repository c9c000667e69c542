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

/** Where floating parts hang: within the page, so that they belong to its landmark. */
export const floatingRoot = (): HTMLElement => document.querySelector('main') ?? document.body;
