/** All icons of the product: 16 × 16, drawn with a 1.5 px stroke in the colour of the text. */
import type { ReactNode } from 'react';

export const iconPaths = {
  tray: (
    <>
      <path d="M2.5 9.5v2.8c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2V9.5" />
      <path d="M8 2.5v7M5 6.8l3 3 3-3" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.2" r="2.5" />
      <path d="M1.7 13.3c.3-2.4 2-3.8 4.3-3.8s4 1.4 4.3 3.8M10.8 3a2.4 2.4 0 0 1 0 4.5M12.2 9.9c1.2.6 2 1.8 2.2 3.4" />
    </>
  ),
  sliders: (
    <>
      <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6" />
      <circle cx="10.2" cy="4.5" r="1.7" />
      <circle cx="5.7" cy="11.5" r="1.7" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.3 10.3 3.2 3.2" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  upload: <path d="M8 10.5v-8M4.8 5.5 8 2.3l3.2 3.2M2.5 10v2.3c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2V10" />,
  download: <path d="M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M2.8 13.5h10.4" />,
  file: <path d="M9 1.8H4.7c-.6 0-1.2.5-1.2 1.2v10c0 .7.6 1.2 1.2 1.2h6.6c.6 0 1.2-.5 1.2-1.2V5.3zM9 1.8v3.5h3.5" />,
  sheet: (
    <>
      <rect x="2.2" y="2.7" width="11.6" height="10.6" rx="1.6" />
      <path d="M2.2 6.3h11.6M2.2 9.8h11.6M6.2 6.3v7" />
    </>
  ),
  api: <path d="m5 4.8-3.2 3.2L5 11.2M11 4.8l3.2 3.2-3.2 3.2M9.2 3.2 6.8 12.8" />,
  paste: (
    <>
      <rect x="3.2" y="3" width="9.6" height="11" rx="1.5" />
      <path d="M6 3.2V2.6c0-.5.4-.9.9-.9h2.2c.5 0 .9.4.9.9v.6c0 .5-.4.8-.9.8H6.9c-.5 0-.9-.3-.9-.8zM5.8 8h4.4M5.8 10.8h3" />
    </>
  ),
  check: <path d="m3.2 8.5 3.2 3.2 6.4-7" />,
  right: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  down: <path d="m3.5 6 4.5 4.5L12.5 6" />,
  up: <path d="m3.5 10 4.5-4.5L12.5 10" />,
  arrow: <path d="M2.5 8h11M9.5 4l4 4-4 4" />,
  create: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 5.2v5.6M5.2 8h5.6" />
    </>
  ),
  update: (
    <>
      <circle cx="3.6" cy="8" r="1.9" />
      <path d="M7 8h6.5M10.6 5l3 3-3 3" />
    </>
  ),
  unchanged: <path d="M3.5 6h9M3.5 10h9" />,
  skip: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m3.9 12.1 8.2-8.2" />
    </>
  ),
  conflict: <path d="M2.5 13.5 8 8M8 8V2.5M8 8l5.5 5.5M5.5 5 8 2.5 10.5 5" />,
  failed: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m5.9 5.9 4.2 4.2M10.1 5.9l-4.2 4.2" />
    </>
  ),
  error: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.9v3.7" />
      <path d="M8 11h.01" strokeWidth="1.8" />
    </>
  ),
  warning: (
    <>
      <path d="M8 2.3 14.2 13H1.8z" />
      <path d="M8 6.5v3" />
      <path d="M8 11.3h.01" strokeWidth="1.7" />
    </>
  ),
  auto: (
    <>
      <path d="m2.3 13.7 7-7M8 5.4l2.6 2.6" />
      <path d="M11.8 1.8v2.6M10.5 3.1h2.6M13.2 8v1.8M12.3 8.9h1.8M5.4 2.5v1.8M4.5 3.4h1.8" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3 2.5 6l3 3" />
      <path d="M2.7 6h6.8a3.7 3.7 0 0 1 0 7.4H6" />
    </>
  ),
  redo: (
    <>
      <path d="m10.5 3 3 3-3 3" />
      <path d="M13.3 6H6.5a3.7 3.7 0 0 0 0 7.4H10" />
    </>
  ),
  dots: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  x: <path d="m4 4 8 8M12 4l-8 8" />,
  cols: (
    <>
      <rect x="2.2" y="2.7" width="11.6" height="10.6" rx="1.6" />
      <path d="M6.1 2.7v10.6M9.9 2.7v10.6" />
    </>
  ),
  moon: <path d="M13.5 9.6A5.8 5.8 0 1 1 6.4 2.5a4.6 4.6 0 0 0 7.1 7.1z" />,
  help: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.3 6.4c.1-1 .8-1.6 1.7-1.6s1.7.6 1.7 1.5c0 1.3-1.7 1.4-1.7 2.7" />
      <path d="M8 11.2h.01" strokeWidth="1.7" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.4v3.7" />
      <path d="M8 5h.01" strokeWidth="1.8" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="11" r="2.7" />
      <path d="m7 9 6.2-6.2M10.6 5.4l2 2" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.7V8l2.2 1.5" />
    </>
  ),
  replace: <path d="M2.5 5.5h8.8M8.8 3l2.5 2.5L8.8 8M13.5 10.5H4.7M7.2 8l-2.5 2.5 2.5 2.5" />,
  filter: <path d="M2.5 4h11M4.7 8h6.6M6.8 12h2.4" />,
  panel: (
    <>
      <rect x="2.2" y="2.7" width="11.6" height="10.6" rx="1.6" />
      <path d="M10 2.7v10.6" />
    </>
  ),
  save: (
    <>
      <path d="M3 3.7c0-.5.4-.9.9-.9h6.6L13 5.3v7c0 .5-.4.9-.9.9H3.9c-.5 0-.9-.4-.9-.9z" />
      <path d="M5.5 13V9.5h5V13M5.7 3v2.5h4" />
    </>
  ),
  mail: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      <path d="m2.5 4.5 5.5 4.2 5.5-4.2" />
    </>
  ),
  pin: (
    <>
      <path d="M8 14s4.5-4.1 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.9 8 14 8 14z" />
      <circle cx="8" cy="6.5" r="1.5" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.2" r="2.7" />
      <path d="M2.8 14c.3-2.9 2.4-4.6 5.2-4.6s4.9 1.7 5.2 4.6" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M3.9 10.5h-.4c-.6 0-1-.4-1-1v-6c0-.6.4-1 1-1h6c.6 0 1 .4 1 1v.4" />
    </>
  ),
  exit: <path d="M6.5 13.5h-3c-.6 0-1-.4-1-1v-9c0-.6.4-1 1-1h3M10.5 11l3-3-3-3M13.2 8H6.5" />,
  bell: (
    <>
      <path d="M3.4 11.2c.7-.8 1.1-1.7 1.1-3.2V6.5a3.5 3.5 0 0 1 7 0V8c0 1.5.4 2.4 1.1 3.2z" />
      <path d="M6.6 13.5c.3.4.8.7 1.4.7s1.1-.3 1.4-.7" />
    </>
  ),
  tag: (
    <>
      <path d="M2.5 3.7v4c0 .3.1.6.4.8l5 5c.5.5 1.2.5 1.7 0l3.9-3.9c.5-.5.5-1.2 0-1.7l-5-5a1.2 1.2 0 0 0-.8-.4h-4c-.7 0-1.2.5-1.2 1.2z" />
      <path d="M5.7 5.7h.01" strokeWidth="1.8" />
    </>
  ),
  log: <path d="M3 4h1.5M7 4h6M3 8h1.5M7 8h6M3 12h1.5M7 12h6" />,
} satisfies Record<string, ReactNode>;
export type IconName = keyof typeof iconPaths;
