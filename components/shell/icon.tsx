import { type IconName, iconPaths } from './icon-paths';

export type { IconName };

const look = {
  viewBox: '0 0 16 16',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  style: { flex: 'none', display: 'block' },
} as const;

/** A sign of the product. Without a `label` it is decoration, and the words beside it say what it means. */
export function Icon({
  name,
  size = 16,
  label,
  className,
}: {
  name: IconName;
  size?: number;
  label?: string;
  className?: string;
}) {
  const props = { ...look, width: size, height: size, className };
  return label ? (
    <svg role="img" aria-label={label} {...props}>
      {iconPaths[name]}
    </svg>
  ) : (
    <svg aria-hidden="true" {...props}>
      {iconPaths[name]}
    </svg>
  );
}
