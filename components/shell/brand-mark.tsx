/** The mark of Import Desk: lines of a sheet and a check. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" style={{ flex: 'none', display: 'block' }}>
      <rect width="24" height="24" rx="6.5" fill="var(--accent)" />
      <g stroke="var(--on-accent)" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" fill="none">
        <path d="M6.5 7.5h11M6.5 12h7.5M6.5 16.5h4" />
        <path d="m13.6 16.2 1.8 1.8 3-3.6" />
      </g>
    </svg>
  );
}
