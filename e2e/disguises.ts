export const subrequest = 'middleware:middleware:middleware:middleware:middleware';

/** Headers by which a framework could be talked into skipping a guard, or into giving data in another form. */
export const disguises: Record<string, string>[] = [
  {},
  { 'x-middleware-subrequest': subrequest },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { purpose: 'prefetch' },
];
